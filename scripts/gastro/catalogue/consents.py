"""The private folder: consents, and what they allow on which day for which use."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from gastro.catalogue.catalogue import Catalogue, Entry
from gastro.catalogue.load import load_file
from gastro.problems import Problem
from gastro.records.consents import Consent, ConsentUse

FOLDER = "consents"
Granted = dict[str, tuple[Consent, ...]]
"""By address of the record: the consents that hold."""


def load_private(private: Path, catalogue: Catalogue) -> tuple[tuple[Entry, ...], tuple[Problem, ...]]:
    """Read ``<private>/consents/*.yml``; each names a record of the catalogue."""
    entries: list[Entry] = []
    problems: list[Problem] = []
    for file in sorted((private / FOLDER).glob("*.yml")):
        _, entry, found = load_file(file, f"{FOLDER}/{file.name}")
        problems.extend(found)
        if entry is None:
            continue
        assert isinstance(entry.record, Consent)
        kind, _, id = entry.record.record.partition("/")
        if catalogue.get(kind, id) is None:
            problems.append(entry.problem("consent-record", ("record",), value=entry.record.record))
        entries.append(entry)
    return tuple(entries), tuple(sorted(problems))


def granted(consents: Iterable[Entry], use: ConsentUse, day: date) -> Granted:
    """What may go to ``use`` on ``day``; whatever lacks a valid consent is not in it."""
    found: dict[str, list[Consent]] = {}
    for entry in consents:
        if isinstance(entry.record, Consent) and entry.record.allows(use, day):
            found.setdefault(entry.record.record, []).append(entry.record)
    return {address: tuple(held) for address, held in found.items()}
