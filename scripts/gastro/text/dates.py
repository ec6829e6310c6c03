"""Dates: one stored form, shown as พ.ศ. in Thai and CE in English.

Stored as ISO 8601 at the exactness the source gives: ``2021``, ``2021-07``,
``2021-07-05``, or a period ``2022-02-18/2022-02-27``.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from babel.dates import get_month_names

Lang = Literal["th", "en"]
LANGUAGES: tuple[Lang, ...] = ("th", "en")
"""Those of the site, its first one first."""

BUDDHIST_ERA = 543
BUDDHIST_YEARS = range(2101, 2701)
"""Years that can only be meant as พ.ศ.; earlier ones are taken as CE."""
FIRST_YEAR = 1000
_POINT = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


class DateError(ValueError):
    """A text that is no date of ours; ``code`` names the problem."""

    def __init__(self, code: str, value: str, remedy: str = "") -> None:
        super().__init__(value)
        self.code = code
        self.remedy = remedy


@dataclass(frozen=True, slots=True, order=True)
class Point:
    """A year, a month of a year, or a day; unknown parts are 0."""

    year: int
    month: int = 0
    day: int = 0

    @property
    def first_day(self) -> date:
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> date:
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    def __str__(self) -> str:
        parts = [f"{self.year:04d}"]
        parts += [f"{part:02d}" for part in (self.month, self.day) if part]
        return "-".join(parts)


@dataclass(frozen=True, slots=True, order=True)
class When:
    """A date or a period, as exact as its source."""

    start: Point
    end: Point

    @classmethod
    def parse(cls, text: str) -> When:
        """Read the stored form; raises DateError with the code of the problem."""
        start_text, _, end_text = text.strip().partition("/")
        start = _parse_point(start_text, text)
        end = _parse_point(end_text, text) if end_text else start
        if "/" in text and not end_text:
            raise DateError("bad-date", text)
        if end.last_day < start.first_day:
            raise DateError("period-backwards", text, f"{end}/{start}")
        return cls(start, end)

    @property
    def is_period(self) -> bool:
        return self.start != self.end

    def __str__(self) -> str:
        return f"{self.start}/{self.end}" if self.is_period else str(self.start)


def _parse_point(text: str, whole: str) -> Point:
    match = _POINT.fullmatch(text.strip())
    if not match:
        raise DateError("bad-date", whole)
    year, month, day = (int(part) if part else 0 for part in match.groups())
    if year in BUDDHIST_YEARS:
        raise DateError("buddhist-year", whole, re.sub(r"\d{4}", _to_common_era, whole))
    if not FIRST_YEAR <= year <= 2100 or (match[2] and not 1 <= month <= 12):
        raise DateError("impossible-date", whole)
    if match[3] and not 1 <= day <= monthrange(year, month)[1]:
        raise DateError("impossible-date", whole)
    return Point(year, month, day)


def _to_common_era(match: re.Match[str]) -> str:
    year = int(match[0])
    return str(year - BUDDHIST_ERA) if year in BUDDHIST_YEARS else match[0]


@cache
def month_name(month: int, lang: Lang, *, short: bool = False) -> str:
    """Name of a month, 1 to 12."""
    return str(get_month_names("abbreviated" if short else "wide", locale=lang)[month])


def show_year(year: int, lang: Lang) -> str:
    """``พ.ศ. 2564`` or ``2021`` for the Common Era year 2021."""
    return f"พ.ศ. {year + BUDDHIST_ERA}" if lang == "th" else str(year)


def show_date(when: When, lang: Lang) -> str:
    """A date or period for reading, e.g. ``5 กรกฎาคม พ.ศ. 2564`` and ``5 July 2021``."""
    start, end = when.start, when.end
    if not when.is_period:
        return _show_point(start, lang)
    if start.year != end.year or not (start.month and end.month):
        return f"{_show_point(start, lang)} – {_show_point(end, lang)}"
    if start.month != end.month or not (start.day and end.day):
        first = " ".join(filter(None, [str(start.day or ""), month_name(start.month, lang)]))
        return f"{first} – {_show_point(end, lang)}"
    return f"{start.day}–{_show_point(end, lang)}"


def _show_point(point: Point, lang: Lang) -> str:
    parts = [str(point.day)] if point.day else []
    if point.month:
        parts.append(month_name(point.month, lang))
    return " ".join([*parts, show_year(point.year, lang)])


def show_months(months: tuple[int, ...], lang: Lang) -> str:
    """Months for reading, runs joined, round the turn of the year: ``ต.ค.–พ.ค.``."""
    chosen = set(months)
    if len(chosen) == 12:
        return "ตลอดปี" if lang == "th" else "all year"
    starts = sorted(month for month in chosen if (month - 2) % 12 + 1 not in chosen)
    runs = []
    for start in starts:
        end = start
        while end % 12 + 1 in chosen:
            end = end % 12 + 1
        first = month_name(start, lang)
        runs.append(first if end == start else f"{first}–{month_name(end, lang)}")
    return ", ".join(runs)
