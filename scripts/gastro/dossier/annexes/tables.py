"""What the tables of the annexes share."""

from __future__ import annotations

from collections.abc import Iterable

from gastro.catalogue.claims import citation_for
from gastro.dossier.assembly import Writer
from gastro.dossier.document import Run, Runs
from gastro.records.base import Record


def header(writer: Writer, *keys: str) -> tuple[Runs, ...]:
    """The header row: fixed words by their keys."""
    return tuple((writer.run(writer.words(key)),) for key in keys)


def notes(writer: Writer, sources: Iterable[str]) -> Runs:
    """Numbers of notes with a space between, so that a narrow cell can break them."""
    found: list[Run] = []
    for note in writer.wording.line("".join(f"[^{source}]" for source in sources)):
        found += [Run(" ")] if found else []
        found.append(note)
    return tuple(found)


def cited(writer: Writer, record: Record, *path: str) -> Runs:
    """Notes for the sources of the value at ``path`` of a record."""
    citation = citation_for(record, path)
    return notes(writer, citation.sources if citation else ())
