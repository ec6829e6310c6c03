"""How the record stands by UNESCO's criteria: which records speak for each, how strongly."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from gastro.catalogue.catalogue import Catalogue, Entry
from gastro.records.base import Label
from gastro.records.evidence import Evidence
from gastro.records.vocabulary import VocabularyTerm

VOCABULARY = "criteria"


@dataclass(frozen=True, slots=True)
class Support:
    """What a piece of evidence rests on: claims by their ids, whose records they are, who said it."""

    claims: tuple[str, ...]
    records: tuple[Entry, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Standing:
    """One criterion: its overview, its pieces of evidence, and the records behind them."""

    term: VocabularyTerm
    overview: Entry | None
    pieces: tuple[Entry, ...]
    records: dict[str, tuple[Entry, ...]]

    @property
    def strengths(self) -> Counter[str]:
        """How many pieces are strong, fair or thin."""
        return Counter(piece.record.strength for piece in self.pieces if isinstance(piece.record, Evidence))

    @property
    def missing(self) -> tuple[Label, ...]:
        """What the overview and the pieces say is still missing."""
        entries = [*([self.overview] if self.overview else []), *self.pieces]
        return tuple(
            gap for entry in entries if isinstance(entry.record, Evidence) for gap in entry.record.missing
        )


def standings(catalogue: Catalogue) -> tuple[Standing, ...]:
    """All criteria in UNESCO's order."""
    return tuple(_standing(catalogue, term) for term in catalogue.vocabularies.get(VOCABULARY, {}).values())


def support_of(catalogue: Catalogue, piece: Entry) -> Support:
    """The claims behind a piece of evidence, and the sources of these and of its own text, each once."""
    assert isinstance(piece.record, Evidence)
    claims = piece.record.claims
    records = dict.fromkeys(catalogue.at(claim.partition("#")[0]) for claim in claims)
    resting_on = [*piece.claims, *(catalogue.claims[claim] for claim in claims)]
    sources = dict.fromkeys(source for claim in resting_on for source in claim.sources)
    return Support(claims, tuple(records), tuple(sources))


def _standing(catalogue: Catalogue, term: VocabularyTerm) -> Standing:
    overview = None
    pieces: list[Entry] = []
    records: dict[str, dict[str, Entry]] = {}
    for entry in catalogue.using(VOCABULARY, term.id):
        if not isinstance(entry.record, Evidence):
            records.setdefault(entry.kind, {})[entry.address] = entry
            continue
        if entry.record.scope == "criterion":
            overview = entry
        else:
            pieces.append(entry)
        for claim in entry.record.claims:
            behind = catalogue.at(claim.partition("#")[0])
            records.setdefault(behind.kind, {})[behind.address] = behind
    found = {kind: tuple(entries.values()) for kind, entries in records.items()}
    return Standing(term, overview, tuple(pieces), found)
