"""Dates that cannot both be true."""

from __future__ import annotations

from collections.abc import Iterator

from gastro.catalogue import Catalogue
from gastro.problems import Problem
from gastro.text.dates import When

_LATER_THAN = {"producers": (("confirmed", "since"),), "sources": (("read", "date"),)}


def check(catalogue: Catalogue) -> Iterator[Problem]:
    for kind, pairs in _LATER_THAN.items():
        for entry in catalogue.of(kind):
            for later, earlier in pairs:
                late, early = getattr(entry.record, later), getattr(entry.record, earlier)
                if not (isinstance(late, When) and isinstance(early, When)):
                    continue
                if late.end.last_day < early.start.first_day:
                    values = {"value": str(late), "other": earlier, "other_value": str(early)}
                    yield entry.problem("dates-disagree", (later,), key=False, **values)
