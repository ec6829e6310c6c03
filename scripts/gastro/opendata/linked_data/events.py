"""Events: meetings, festivals, contests and decisions.

Search engines ask for the day an event starts and for the address of its place. On the page
of an event that lacks either, the event is a Thing said to be an event by its additional
type, and the page tells the rest; among the open data it is an Event as it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from gastro.catalogue.festivals import series, yearly_day
from gastro.opendata.linked_data.places import located
from gastro.opendata.linked_data.teller import Node, Teller, Told, filled, span
from gastro.opendata.linked_data.works import people
from gastro.records.events import Event

_CLASSES: Mapping[str, str] = {
    "festival": "Festival",
    "exhibition": "ExhibitionEvent",
    "seminar": "EducationEvent",
    "training": "EducationEvent",
}
"""Classes by kind of event; the others are an Event."""
_OF_ANYTHING = ("@id", "name", "alternateName", "description", "image")


def event(teller: Teller) -> Told:
    """An event: when, where, by whom, with whom, about what."""
    record = cast(Event, teller.entry.record)
    all_series = series(teller.catalogue)
    kind = _CLASSES.get(record.kind, "Event")
    kinds = [kind, "EventSeries"] if any(one.entry is teller.entry for one in all_series) else [kind]
    editions_of = [one.entry for one in all_series if teller.entry in one.editions]
    when = record.date
    subjects = [*teller.refs("desserts", record.desserts), *teller.refs("outcomes", record.outcomes)]
    thing = teller.start(*kinds) | {
        "startDate": str(when.start) if when else None,
        "endDate": str(when.end) if when and when.is_period else None,
        "eventSchedule": _schedule(record),
        "location": [located(teller, id) for id in record.places],
        "organizer": teller.refs("organisations", record.organisers),
        "attendee": [
            *teller.refs("organisations", record.attended_by),
            *teller.refs("producers", record.producers),
        ],
        "contributor": people(teller, record.people),
        "about": subjects,
        "superEvent": [
            {"@id": teller.ref(entry.address)["@id"], "name": entry.name(teller.lang)}
            for entry in editions_of
        ],
    }
    addressed = bool(thing["location"]) and all("address" in place for place in thing["location"])
    if when and when.start.day and when.end.day and addressed:
        return Told(thing)
    plain = {key: thing[key] for key in _OF_ANYTHING}
    plain |= {"@type": "Thing", "additionalType": [f"https://schema.org/{one}" for one in kinds]}
    page: Node = {
        "temporalCoverage": span(when),
        "spatialCoverage": teller.refs("places", record.places),
        "mentions": [*thing["organizer"], *thing["attendee"], *thing["contributor"], *subjects],
    }
    return Told(thing, page, plain)


def _schedule(record: Event) -> Node | None:
    """The day of the year an event returns on, where the record gives one."""
    returns = yearly_day(record)
    if returns is None:
        return None
    month, of_month = returns
    return filled({"@type": "Schedule", "repeatFrequency": "P1Y", "byMonth": month, "byMonthDay": of_month})
