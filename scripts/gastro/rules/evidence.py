"""Evidence rests on claims that exist."""

from __future__ import annotations

from collections.abc import Iterator

from gastro.catalogue import Catalogue
from gastro.problems import Problem
from gastro.records.evidence import Evidence


def check(catalogue: Catalogue) -> Iterator[Problem]:
    for entry in catalogue.of("evidence"):
        assert isinstance(entry.record, Evidence)
        for number, claim in enumerate(entry.record.claims, start=1):
            if claim not in catalogue.claims and claim.partition("#")[0] not in catalogue.unread:
                yield entry.problem("unknown-claim", ("claims", str(number)), value=claim)
