"""Charts: the evidence behind each criterion by its strength, and when the initiatives ran.

A chart says no more than the table beside it, which those who cannot see it read instead.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from textwrap import wrap
from typing import Final

from gastro.catalogue.criteria import standings
from gastro.catalogue.initiative_log import initiative_log
from gastro.dossier.annexes.drawings import drawn
from gastro.dossier.assembly import Writer
from gastro.dossier.document import Picture
from gastro.records.initiatives import Initiative
from gastro.text.dates import When

STRENGTHS: Final = ("strong", "fair", "thin")
_SHADES: Final = {
    "strong": ("#2f5d3a", "#ffffff"),
    "fair": ("#a9c79a", "#241a14"),
    "thin": ("#ffffff", "#241a14"),
}
_LEFT, _RIGHT = 280, 716
LEAST: Final = 3
"""Fewer bars than this are told by the table alone."""
_NAME_LETTERS: Final = 40


@dataclass(frozen=True, slots=True)
class _Part:
    count: int
    x: float
    width: float
    fill: str
    ink: str
    dashed: bool


def evidence_chart(writer: Writer) -> Picture | None:
    """Pieces of evidence by criterion and strength; nothing for fewer than three criteria."""
    found = standings(writer.filled.catalogue)
    most = max((len(one.pieces) for one in found), default=0)
    if len(found) < LEAST or not most:
        return None
    unit = (_RIGHT - _LEFT) / most
    bars = []
    for one in found:
        parts, x = [], float(_LEFT)
        for strength in STRENGTHS:
            count = one.strengths[strength]
            fill, ink = _SHADES[strength]
            parts.append(_Part(count, round(x, 1), round(count * unit, 1), fill, ink, strength == "thin"))
            x += count * unit
        bars.append({"name": one.term.label.en, "parts": parts})
    keys = [
        {"name": writer.words(strength), "fill": _SHADES[strength][0], "dashed": strength == "thin"}
        for strength in STRENGTHS
    ]
    told = "; ".join(
        f"{one.term.label.en} {', '.join(f'{one.strengths[s]} {writer.words(s).lower()}' for s in STRENGTHS)}"
        for one in found
    )
    alt = writer.words("evidence-chart-alt", told)
    return Picture(drawn("evidence", bars=bars, keys=keys), "svg", alt)


def initiatives_chart(writer: Writer, ids: Sequence[str]) -> Picture | None:
    """When initiatives ran, year by year; nothing for fewer than three."""
    catalogue = writer.filled.catalogue
    log = initiative_log(catalogue, ids)
    periods = {id: catalogue.record(Initiative, "initiatives", id).date for id in ids}
    days = [when for when in (*periods.values(), *(one.date for one in log)) if when is not None]
    if len(ids) < LEAST or not days:
        return None
    first = min(when.start.first_day.year for when in days)
    last = max(when.end.last_day.year for when in days) + 1
    width = (_RIGHT - _LEFT) / (last - first)

    def at(day: date) -> float:
        length = (date(day.year + 1, 1, 1) - date(day.year, 1, 1)).days
        return round(_LEFT + (day.year - first + (day.timetuple().tm_yday - 1) / length) * width, 1)

    rows, y = [], 32
    for id in ids:
        lines = wrap(catalogue.at(f"initiatives/{id}").name("en"), _NAME_LETTERS)
        dots = [_middle(at, one.date) for one in log if one.initiative.id == id]
        when = periods[id]
        bars = [{"x": at(when.start.first_day), "width": _length(at, when)}] if when is not None else []
        height = 17 * len(lines)
        rows.append({"y": y, "lines": lines, "middle": height / 2 + 2, "bars": bars, "dots": dots})
        y += height + 11
    years = [
        {"x": round(_LEFT + n * width, 1), "width": width, "name": first + n} for n in range(last - first + 1)
    ]
    picture = drawn("initiatives", rows=rows, years=years, height=y, edge=_LEFT - 12)
    return Picture(picture, "svg", writer.words("initiatives-chart-alt", len(ids), first, last - 1))


def _middle(at: Callable[[date], float], when: When) -> float:
    return round((at(when.start.first_day) + at(when.end.last_day)) / 2, 1)


def _length(at: Callable[[date], float], when: When) -> float:
    return round(max(4.0, at(when.end.last_day) - at(when.start.first_day)), 1)
