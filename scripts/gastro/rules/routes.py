"""A route leads from one stop to the next, and each stop to one record that is still there."""

from __future__ import annotations

from collections.abc import Iterator

from gastro.catalogue import Catalogue
from gastro.problems import Problem
from gastro.records.producers import Producer
from gastro.records.routes import Route

LEAST_STOPS = 2


def check(catalogue: Catalogue) -> Iterator[Problem]:
    for entry in catalogue.of("routes"):
        assert isinstance(entry.record, Route)
        stops = entry.record.stops
        if len(stops) < LEAST_STOPS:
            yield entry.problem("route-too-short", ("stops",), key=True, count=len(stops))
        for number, stop in enumerate(stops, start=1):
            path = ("stops", str(number))
            if bool(stop.place) == bool(stop.producer):
                yield entry.problem("stop-unclear", path, value=stop.id)
                continue
            found = catalogue.get("producers", stop.producer) if stop.producer else None
            if found and isinstance(found.record, Producer) and found.record.status == "closed":
                yield entry.problem("stop-closed", (*path, "producer"), value=stop.producer)
