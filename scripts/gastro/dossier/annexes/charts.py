"""Charts of the annexes: bars of counts, when initiatives ran, the years of the bid.

A chart says no more than the table beside it, which those who cannot see it read instead.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from textwrap import wrap
from typing import Final

from gastro.catalogue.criteria import standings
from gastro.catalogue.initiative_log import initiative_log
from gastro.catalogue.timeline import Step
from gastro.dossier.annexes.drawings import drawn
from gastro.dossier.assembly import Writer
from gastro.dossier.document import Picture
from gastro.records.initiatives import Initiative
from gastro.text.dates import When, show_date

STRENGTHS: Final = ("strong", "fair", "thin")
LEAST: Final = 3
"""Fewer bars, or years, than this are told by the table alone."""
_SHADES: Final = (
    ("#2f5d3a", "#ffffff", False),
    ("#a9c79a", "#241a14", False),
    ("#ffffff", "#241a14", True),
    ("#fdf5e2", "#241a14", False),
)
"""Of the parts of a bar, in order: ground, ink, whether the outline is dashed."""
_WIDTH: Final = 720
_LEFT, _RIGHT = 280, 716
_NAME_LETTERS: Final = 40
_KEY_LETTER: Final = 8.6
_DISC: Final = 32
_DOT: Final = 12
"""A period drawn shorter than this is a dot, as is anything else that lasted some days."""


@dataclass(frozen=True, slots=True)
class _Part:
    count: int
    x: float
    width: float
    fill: str
    ink: str
    dashed: bool


@dataclass(frozen=True, slots=True)
class _Key:
    name: str
    x: float
    y: float
    fill: str
    dashed: bool


def bars(rows: Mapping[str, Sequence[int]], parts: Sequence[str], *, row: int = 40) -> bytes | None:
    """Bars by their names, each of the counts of its ``parts``; nothing for fewer than three bars.

    ``row`` is the height of a bar with the room to the next. One part needs no key.
    """
    most = max((sum(counts) for counts in rows.values()), default=0)
    if len(rows) < LEAST or not most:
        return None
    unit = (_RIGHT - _LEFT) / most
    told = []
    for name, counts in rows.items():
        x, found = float(_LEFT), []
        for count, (fill, ink, dashed) in zip(counts, _SHADES, strict=False):
            found.append(_Part(count, round(x, 1), round(count * unit, 1), fill, ink, dashed))
            x += count * unit
        told.append({"name": name, "parts": found})
    keys = _keys(parts) if len(parts) > 1 else []
    top = keys[-1].y + 36 if keys else 4
    return drawn("bars", bars=told, keys=keys, row=row, top=top)


def _keys(parts: Sequence[str]) -> list[_Key]:
    """The key above the bars, in as many lines as its words need."""
    longest = max(len(name) for name in parts) * _KEY_LETTER + 40
    start = _LEFT if longest * len(parts) <= _RIGHT - _LEFT else 4
    across = max(1, min(len(parts), int((_RIGHT - start) // longest)))
    return [
        _Key(name, start + at % across * (_RIGHT - start) / across, 8 + 28 * (at // across), fill, dashed)
        for at, (name, (fill, _, dashed)) in enumerate(zip(parts, _SHADES, strict=False))
    ]


def evidence_chart(writer: Writer) -> Picture | None:
    """Pieces of evidence by criterion and strength; nothing for fewer than three criteria."""
    found = standings(writer.filled.catalogue)
    rows = {one.term.label.en: [one.strengths[strength] for strength in STRENGTHS] for one in found}
    picture = bars(rows, [writer.words(strength) for strength in STRENGTHS])
    if picture is None:
        return None
    told = "; ".join(
        f"{one.term.label.en} {', '.join(f'{one.strengths[s]} {writer.words(s).lower()}' for s in STRENGTHS)}"
        for one in found
    )
    return Picture(picture, "svg", writer.words("evidence-chart-alt", told))


def years_chart(writer: Writer, steps: Sequence[Step]) -> Picture | None:
    """Steps by the year they began in, under their numbers from 1; nothing for fewer than three years."""
    years = [step.when.start.year for step in steps]
    if len(set(years)) < LEAST:
        return None
    first, last = min(years), max(years)
    width = _WIDTH / (last - first + 1)
    across = max(1, int(width // _DISC))
    told = []
    for year in range(first, last + 1):
        here = [number for number, one in enumerate(years, 1) if one == year]
        left = (year - first) * width
        in_row = min(across, len(here))
        start = left + (width - in_row * _DISC) / 2 + _DISC / 2
        discs = [
            {
                "x": round(start + at % across * _DISC, 1),
                "y": 52 + at // across * _DISC,
                "number": number,
                "designation": steps[number - 1].is_designation,
            }
            for at, number in enumerate(here)
        ]
        told.append(
            {"name": year, "left": round(left, 1), "middle": round(left + width / 2, 1), "discs": discs}
        )
    height = 52 + _DISC * -(-max(years.count(year) for year in years) // across)
    marked = any(step.is_designation for step in steps)
    key = writer.words("road-key") if marked else ""
    picture = drawn("years", years=told, height=height, key=key, width=_WIDTH)
    counts = "; ".join(f"{year}: {years.count(year)}" for year in range(first, last + 1))
    alt = writer.words("road-chart-alt", counts)
    for number, step in enumerate(steps, 1):
        if step.is_designation:
            alt += " " + writer.words("road-chart-designation", number, show_date(step.when, writer.lang))
    return Picture(picture, "svg", alt)


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
        when, periods_drawn = periods[id], []
        if when is not None and _length(at, when) >= _DOT:
            periods_drawn.append({"x": at(when.start.first_day), "width": _length(at, when)})
        elif when is not None and not any(abs(dot - _middle(at, when)) < _DOT for dot in dots):
            dots.append(_middle(at, when))
        height = 17 * len(lines)
        rows.append({"y": y, "lines": lines, "middle": height / 2 + 2, "bars": periods_drawn, "dots": dots})
        y += height + 11
    years = [
        {"x": round(_LEFT + n * width, 1), "width": width, "name": first + n} for n in range(last - first + 1)
    ]
    picture = drawn("initiatives", rows=rows, years=years, height=y, edge=_LEFT - 12)
    told = "; ".join(
        f"{catalogue.at(f'initiatives/{id}').name('en')}, {show_date(when, 'en')}"
        for id, when in periods.items()
        if when is not None
    )
    alt = writer.words("initiatives-chart-alt", len(ids), first, last - 1)
    return Picture(
        picture, "svg", f"{alt} {writer.words('initiatives-chart-periods', told)}" if told else alt
    )


def _middle(at: Callable[[date], float], when: When) -> float:
    return round((at(when.start.first_day) + at(when.end.last_day)) / 2, 1)


def _length(at: Callable[[date], float], when: When) -> float:
    return round(at(when.end.last_day) - at(when.start.first_day), 1)
