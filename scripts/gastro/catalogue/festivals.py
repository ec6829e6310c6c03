"""Festivals, contests and exhibitions as a calendar holds them: by the day, nothing guessed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from gastro.catalogue.catalogue import Catalogue, Entry
from gastro.records.events import Event
from gastro.records.sources import Source
from gastro.text.dates import When

IN_CALENDAR = ("festival", "contest", "exhibition")
"""Kinds of events that people go to."""
_LEAP_YEAR = 2000


@dataclass(frozen=True, slots=True)
class Occasion:
    """An event on known days, first and last; ``yearly`` where the record gives a day it returns on.

    ``latest_of`` is the festival whose latest edition on record this is.
    """

    entry: Entry
    first: date
    last: date
    yearly: bool = False
    latest_of: Entry | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """A festival without a date of its own, and its editions with one, oldest first."""

    entry: Entry
    editions: tuple[Entry, ...]


def occasions(catalogue: Catalogue) -> tuple[Occasion, ...]:
    """What a calendar can hold, in the order of the days."""
    latest = {one.editions[-1].address: one.entry for one in series(catalogue) if one.editions}
    found = (
        _occasion(catalogue, entry, event, latest.get(entry.address)) for entry, event in _events(catalogue)
    )
    return tuple(sorted((one for one in found if one), key=lambda one: (one.first, one.entry.id)))


def series(catalogue: Catalogue) -> tuple[Series, ...]:
    """Festivals whose record gives no day, whatever their editions give."""
    return tuple(
        Series(entry, tuple(sorted(_editions(catalogue, entry), key=_when)))
        for entry, event in _events(catalogue)
        if event.kind == "festival" and event.date is None and yearly_day(event) is None
    )


def yearly_day(event: Event) -> tuple[int, int] | None:
    """Month and day of an event that returns on a fixed day (``04-18``); None for anything else."""
    month, _, day = (event.yearly or "").partition("-")
    try:
        found = date(_LEAP_YEAR, int(month), int(day))
    except ValueError:
        return None
    return found.month, found.day


def last_told(catalogue: Catalogue, entry: Entry) -> date | None:
    """The day of the newest source a record cites; None where none is dated."""
    ids = {id for claim in entry.claims for id in claim.sources}
    days = []
    for id in ids:
        source = catalogue.get("sources", id)
        if source and isinstance(source.record, Source):
            days += [when.start.first_day for when in (source.record.read, source.record.date) if when]
    return max(days, default=None)


def _events(catalogue: Catalogue) -> Iterator[tuple[Entry, Event]]:
    for entry in catalogue.of("events"):
        if isinstance(entry.record, Event) and entry.record.kind in IN_CALENDAR:
            yield entry, entry.record


def _editions(catalogue: Catalogue, entry: Entry) -> Iterator[Entry]:
    for other in catalogue.mentioned_by(entry, "events"):
        if isinstance(other.record, Event) and other.record.edition and other.record.date:
            yield other


def _when(entry: Entry) -> When:
    assert isinstance(entry.record, Event)
    assert entry.record.date
    return entry.record.date


def _occasion(catalogue: Catalogue, entry: Entry, event: Event, latest_of: Entry | None) -> Occasion | None:
    if event.date:
        start, end = event.date.start, event.date.end
        if not (start.day and end.day):
            return None
        return Occasion(entry, start.first_day, end.last_day, yearly_day(event) is not None, latest_of)
    day = yearly_day(event)
    if day is None:
        return None
    first = date(_year_of_record(catalogue, leap=day == (2, 29)), *day)
    return Occasion(entry, first, first, yearly=True)


def _year_of_record(catalogue: Catalogue, *, leap: bool) -> int:
    """The year the record reaches to: that of its newest dated event, or the leap year before it."""
    dated = [event.date.end.year for entry, event in _dated(catalogue) if event.date]
    year = max(dated, default=_LEAP_YEAR)
    return year - year % 4 if leap else year


def _dated(catalogue: Catalogue) -> Iterator[tuple[Entry, Event]]:
    for entry in catalogue.of("events"):
        if isinstance(entry.record, Event) and entry.record.date:
            yield entry, entry.record
