"""What of the record is whole and what is not: for editors, as text, page and JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from gastro.catalogue.catalogue import Catalogue
from gastro.catalogue.criteria import standings
from gastro.records.base import Label, Text
from gastro.records.producers import Producer
from gastro.records.sources import Source
from gastro.text import markdown

STALE_AFTER_DAYS = 2 * 365


@dataclass(frozen=True)
class Status:
    """Counts, and the addresses behind them.

    ``claims`` counts statements by confidence; ``uncited`` and ``half`` (a language missing)
    are ids of claims and fields; ``producers`` are addresses with the day last confirmed
    (empty if never), oldest first; ``unseen`` are sources without an address or not read in
    the original; ``criteria`` gives each criterion's pieces by strength and what it lacks.
    """

    records: dict[str, int]
    claims: dict[str, int]
    standings: dict[str, int]
    uncited: tuple[str, ...]
    half: tuple[str, ...]
    weak: tuple[str, ...]
    producers: tuple[tuple[str, str], ...]
    unseen: tuple[tuple[str, str], ...]
    criteria: dict[str, dict[str, int]]
    gaps: int

    def unconfirmed(self, day: date) -> tuple[tuple[str, str], ...]:
        """Producers not confirmed in the two years before ``day``."""
        limit = date.fromordinal(day.toordinal() - STALE_AFTER_DAYS).isoformat()
        return tuple((address, seen) for address, seen in self.producers if seen < limit)

    @property
    def thin(self) -> tuple[str, ...]:
        """Criteria with no strong piece, or fewer than three pieces of evidence."""
        return tuple(id for id, found in self.criteria.items() if found["pieces"] < 3 or not found["strong"])

    def as_json(self, day: date) -> dict[str, Any]:
        """Everything, for programs."""
        found = asdict(self)
        return found | {"unconfirmed": self.unconfirmed(day), "thin": self.thin, "day": day.isoformat()}


def status_of(catalogue: Catalogue) -> Status:
    """Take stock of the whole record."""
    claims = [claim for entry in catalogue for claim in entry.claims]
    return Status(
        records=dict(Counter(entry.kind for entry in catalogue)),
        claims=dict(Counter(claim.confidence for claim in claims)),
        standings=dict(Counter(claim.standing for claim in claims)),
        uncited=tuple(_uncited(catalogue)),
        half=tuple(_half(catalogue)),
        weak=tuple(claim.id for claim in claims if claim.confidence == "weak"),
        producers=tuple(sorted(_producers(catalogue), key=lambda found: (found[1], found[0]))),
        unseen=tuple(_unseen(catalogue)),
        criteria={
            one.term.id: {"pieces": len(one.pieces), **_strengths(one.strengths), "missing": len(one.missing)}
            for one in standings(catalogue)
        },
        gaps=sum(len(getattr(entry.record, "gaps", ())) for entry in catalogue),
    )


def _strengths(counted: Counter[str]) -> dict[str, int]:
    return {strength: counted[strength] for strength in ("strong", "fair", "thin")}


def _uncited(catalogue: Catalogue) -> Iterator[str]:
    for entry in catalogue:
        for claim in entry.claims:
            if not claim.sources:
                yield claim.id
        for found in entry.values:
            if isinstance(found.value, Text):
                readings = (markdown.read(found.value.th), markdown.read(found.value.en))
                if any(not block.citations for reading in readings for block in reading.blocks):
                    yield f"{entry.address}#{found.dotted}"


def _half(catalogue: Catalogue) -> Iterator[str]:
    for entry in catalogue:
        for found in entry.values:
            if isinstance(found.value, (Text, Label)) and not (found.value.th and found.value.en):
                yield f"{entry.address}#{found.dotted}"
    yield from catalogue.unread


def _producers(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    for entry in catalogue.of("producers"):
        assert isinstance(entry.record, Producer)
        yield entry.address, str(entry.record.confirmed.end) if entry.record.confirmed else ""


def _unseen(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    for entry in catalogue.of("sources"):
        assert isinstance(entry.record, Source)
        if entry.record.extent in ("copy", "not-seen"):
            yield entry.address, entry.record.extent
        elif entry.record.url is None:
            yield entry.address, "no-address"
