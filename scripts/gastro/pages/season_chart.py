"""The season calendar as a chart: where its bars and words stand.

Lengths across are per cent of the width, so that the chart fills a phone as well as a desk;
heights are per cent of a height given in ``em``, so that it grows with the reader's letters.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gastro.catalogue.season_calendar import YEAR, InSeason, Run
from gastro.text.dates import Lang, month_name, show_months

_HEAD = 2.0
_ROW = 3.4
_NAME_AT = 1.15
_BAR_AT = 1.6
_BAR = 1.5
_LABELLED = 3
"""Months a bar must span to have room for its words on a phone of 320 px."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar and the words on it (empty where there is no room)."""

    x: str
    width: str
    y: str
    height: str
    label: str
    label_x: str
    label_y: str


@dataclass(frozen=True, slots=True)
class ChartRow:
    """A record's line: its name above its bars."""

    of: InSeason
    name_y: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Month:
    """A column."""

    number: int
    name: str
    x: str
    middle: str


@dataclass(frozen=True, slots=True)
class Chart:
    """Twelve columns and a row for each record; ``height`` in em, the rest in per cent."""

    height: str
    head_y: str
    column_width: str
    months: tuple[Month, ...]
    rows: tuple[ChartRow, ...]


def season_chart(known: Sequence[InSeason], lang: Lang) -> Chart:
    """The chart of these records, in their order."""
    height = _HEAD + _ROW * len(known)
    months = tuple(
        Month(number, month_name(number, lang, short=True), _across(number - 1), _across(number - 0.5))
        for number in YEAR
    )
    rows = []
    for place, one in enumerate(known):
        top = _HEAD + _ROW * place
        bars = tuple(_bar(run, top, height, lang) for run in one.runs)
        rows.append(ChartRow(one, _percent((top + _NAME_AT) / height), bars))
    head = _percent(_HEAD * 0.7 / height)
    return Chart(f"{height:.1f}", head, _across(1), months, tuple(rows))


def _bar(run: Run, top: float, height: float, lang: Lang) -> Bar:
    return Bar(
        _across(run.first - 1),
        _across(run.length),
        _percent((top + _BAR_AT) / height),
        _percent(_BAR / height),
        _label(run, lang) if run.length >= _LABELLED else "",
        _across(run.first - 1 + run.length / 2),
        _percent((top + _BAR_AT + _BAR * 0.68) / height),
    )


def _label(run: Run, lang: Lang) -> str:
    """``ก.พ.–มิ.ย.``; a season cut at the turn of the year goes on with an ellipsis."""
    if run.length == len(YEAR):
        return show_months(tuple(YEAR), lang)
    first = "…" if run.from_before else month_name(run.first, lang, short=True)
    last = "…" if run.goes_on else month_name(run.last, lang, short=True)
    return f"{first}–{last}"


def _across(months: float) -> str:
    return _percent(months / len(YEAR))


def _percent(share: float) -> str:
    return f"{share * 100:.3f}%"
