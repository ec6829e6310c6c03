"""Figures and initiatives.

A number that was counted or estimated is an Observation; one that is forecast or aimed at
observes nothing and is a PropertyValue.
"""

from __future__ import annotations

from typing import cast

from gastro.opendata.linked_data.teller import Teller, Told, day, number, span
from gastro.records.figures import Figure
from gastro.records.initiatives import Initiative


def figure(teller: Teller) -> Told:
    """A number with its unit, its date, its area, and how it came about."""
    record = cast(Figure, teller.entry.record)
    seen = record.quality in ("counted", "estimated")
    area = teller.ref(f"places/{record.area}") if record.area else None
    thing = teller.start("Observation" if seen else "PropertyValue") | {
        "value": number(record.value),
        "unitText": teller.label(record.unit),
        "measurementTechnique": teller.page.words[f"quality-{record.quality}"],
        "measurementMethod": teller.plain(record.method),
    }
    if seen:
        thing |= {
            "variableMeasured": teller.entry.name(teller.lang),
            "observationDate": day(record.date),
            "observationAbout": area,
        }
    return Told(thing, {"temporalCoverage": span(record.date), "spatialCoverage": area})


def initiative(teller: Teller) -> Told:
    """What was promised or reported, and who takes part."""
    record = cast(Initiative, teller.entry.record)
    thing = teller.start("Project") | {"member": teller.refs("organisations", record.partners)}
    page = {
        "keywords": teller.terms("sdgs", record.sdgs),
        "temporalCoverage": span(record.date),
        "mentions": [*teller.refs("outcomes", record.outcomes), *teller.refs("events", record.events)],
    }
    return Told(thing, page)
