"""Initiatives year by year, from what is logged in their records and from the events they name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from gastro.catalogue.catalogue import Catalogue, Entry
from gastro.records.events import Event
from gastro.records.initiatives import Initiative, LogEntry
from gastro.text.dates import When


@dataclass(frozen=True, slots=True)
class Logged:
    """Something that happened in an initiative: an event of the catalogue, or an entry of its own log."""

    date: When
    initiative: Entry
    what: Entry | LogEntry


def initiative_log(catalogue: Catalogue, initiatives: Iterable[str]) -> tuple[Logged, ...]:
    """What happened in some initiatives, in the order of days; undated events are left out."""
    found: list[Logged] = []
    for id in initiatives:
        entry = catalogue.at(f"initiatives/{id}")
        assert isinstance(entry.record, Initiative)
        found += [Logged(one.date, entry, one) for one in entry.record.log]
        for event in entry.record.events:
            held = catalogue.at(f"events/{event}")
            assert isinstance(held.record, Event)
            if held.record.date is not None:
                found.append(Logged(held.record.date, entry, held))
    return tuple(sorted(found, key=lambda one: (one.date.start.first_day, one.initiative.id)))
