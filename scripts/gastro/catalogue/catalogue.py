"""All records at once: looked up by kind and id, and by who refers to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar, cast

from gastro.catalogue.claims import Claim, claims_of
from gastro.problems import Problem, Spot, problem
from gastro.reading import Document, locate
from gastro.reading.outlines_file import Outlines
from gastro.records.base import Label, Part
from gastro.records.kinds import KINDS
from gastro.records.markers import ADDRESS, Reference, Term
from gastro.records.model_fields import FieldValue, walk
from gastro.records.sources import Source
from gastro.records.vocabulary import Vocabulary, VocabularyTerm
from gastro.text import markdown
from gastro.text.thai import sort_key

RecordType = TypeVar("RecordType", bound=Part)


@dataclass(frozen=True, eq=False)
class Entry:
    """A record with its address (kind and id) and the file it came from."""

    kind: str
    id: str
    record: Part
    document: Document

    @property
    def address(self) -> str:
        return f"{self.kind}/{self.id}"

    @cached_property
    def values(self) -> tuple[FieldValue, ...]:
        """Every value of the record."""
        return tuple(walk(self.record))

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """Every claim of the record, in the order of its fields."""
        return tuple(claims_of(self.address, self.record, self.values))

    def name(self, lang: str) -> str:
        """What people call it, in ``th`` or ``en``; a source's title stays as it is."""
        if isinstance(self.record, Source):
            return self.record.title
        label = getattr(self.record, "name", None) or getattr(self.record, "caption", None)
        return str(getattr(label, lang)) if isinstance(label, Label) else self.id

    def problem(
        self, code: str, path: Iterable[str] = (), *, key: bool = False, near: str = "", **values: object
    ) -> Problem:
        """A problem at the value ``path`` of this record's file.

        With ``key``, at the name of the field; with ``near``, where that text stands in a
        value of several lines.
        """
        steps = tuple(path)
        assert self.document.root is not None
        spot = locate(self.document.root, steps, key=key)
        if near:
            spot = self._spot_of(near, spot)
        return problem(code, self.document.path, spot, ".".join(steps), **values)

    def _spot_of(self, text: str, start: Spot) -> Spot:
        """Where ``text`` first stands from ``start`` on, else ``start``."""
        column = start.column
        for number in range(start.line, len(self.document.lines) + 1):
            found = self.document.lines[number - 1].find(text, column - 1)
            if found >= 0:
                return Spot(number, found + 1)
            column = 1
        return start


@dataclass(frozen=True, slots=True)
class Mention:
    """One record referring to another: who, in which field."""

    entry: Entry
    path: tuple[str, ...]

    @property
    def field(self) -> str:
        return self.path[0]


class Catalogue:
    """All records that could be read, read-only.

    ``unread`` holds the files that have problems of their own, by the address their record
    would have: so that one mistake in a file is not followed by complaints from all over.
    ``outlines`` are those of the province and the coast, if the content has them.
    """

    def __init__(
        self,
        entries: Iterable[Entry],
        unread: Mapping[str, Document] | None = None,
        outlines: Outlines | None = None,
    ) -> None:
        self.unread: Mapping[str, Document] = unread or {}
        self.outlines = outlines
        ordered = sorted(entries, key=lambda entry: (list(KINDS).index(entry.kind), entry.id))
        self._entries: Mapping[str, Entry] = {entry.address: entry for entry in ordered}

    def __iter__(self) -> Iterator[Entry]:
        return iter(self._entries.values())

    def __len__(self) -> int:
        return len(self._entries)

    def get(self, kind: str, id: str) -> Entry | None:
        """The record, or None."""
        return self._entries.get(f"{kind}/{id}")

    def has(self, address: str) -> bool:
        """Whether there is a record at ``kind/id``, be it one that could not be read."""
        return address in self._entries or address in self.unread

    def at(self, address: str) -> Entry:
        """The record at ``kind/id``; raises KeyError if there is none."""
        return self._entries[address]

    def record(self, model: type[RecordType], kind: str, id: str) -> RecordType:
        """The record itself, typed; raises KeyError if there is none."""
        return cast(RecordType, self._entries[f"{kind}/{id}"].record)

    def of(self, kind: str) -> tuple[Entry, ...]:
        """All records of a kind, in the order of their ids."""
        return tuple(entry for entry in self if entry.kind == kind)

    def sorted(self, kind: str, lang: str) -> tuple[Entry, ...]:
        """All records of a kind in the order of a dictionary of that language."""
        return tuple(sorted(self.of(kind), key=lambda entry: (sort_key(entry.name(lang)), entry.id)))

    @cached_property
    def mentions(self) -> Mapping[str, tuple[Mention, ...]]:
        """Who refers to each record, by address: references, links and citations."""
        found: dict[str, list[Mention]] = {}
        for entry in self:
            for target, path in references(entry):
                found.setdefault(target, []).append(Mention(entry, path))
        return {target: tuple(mentions) for target, mentions in found.items()}

    def mentioned_by(
        self, entry: Entry, kind: str | None = None, field: str | None = None
    ) -> tuple[Entry, ...]:
        """Records (of ``kind``) that refer to ``entry`` (in ``field``), each once."""
        found = {
            mention.entry.address: mention.entry
            for mention in self.mentions.get(entry.address, ())
            if kind in (None, mention.entry.kind) and field in (None, mention.field)
        }
        return tuple(found.values())

    def citing(self, source: Entry) -> tuple[Entry, ...]:
        """Records that cite a source, each once."""
        return self.mentioned_by(source)

    def using(self, vocabulary: str, term: str) -> tuple[Entry, ...]:
        """Records that use a term, each once."""
        return tuple(self._uses.get((vocabulary, term), {}).values())

    @cached_property
    def _uses(self) -> Mapping[tuple[str, str], Mapping[str, Entry]]:
        found: dict[tuple[str, str], dict[str, Entry]] = {}
        for entry in self:
            for vocabulary, term, _ in terms(entry):
                found.setdefault((vocabulary, term), {})[entry.address] = entry
        return found

    def resting_on(self, entry: Entry) -> tuple[Entry, ...]:
        """Evidence that rests on claims of a record."""
        return tuple(
            evidence
            for evidence in self.of("evidence")
            if any(claim.startswith(f"{entry.address}#") for claim in getattr(evidence.record, "claims", ()))
        )

    @cached_property
    def vocabularies(self) -> Mapping[str, Mapping[str, VocabularyTerm]]:
        """Terms by vocabulary and id, in the order of the files."""
        return {
            entry.id: {term.id: term for term in cast(Vocabulary, entry.record).terms}
            for entry in self.of("vocabulary")
        }

    @cached_property
    def claims(self) -> Mapping[str, Claim]:
        """Every claim by its id (``desserts/khanom-tan#season``)."""
        return {claim.id: claim for entry in self for claim in entry.claims}


def references(entry: Entry) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Addresses that a record refers to, each with the path of the value that does."""
    for found in entry.values:
        reference = found.mark(Reference)
        if reference and isinstance(found.value, str):
            yield f"{reference.kind}/{found.value}", found.path
        elif ADDRESS in found.marks and isinstance(found.value, str):
            yield found.value, found.path
        if isinstance(found.value, str) and found.path[-1] in ("th", "en"):
            reading = markdown.read(found.value)
            for cited in reading.citations:
                yield f"sources/{cited}", found.path
            for figure in reading.figures:
                yield f"figures/{figure}", found.path
            for link in reading.links:
                if link.record:
                    yield f"{link.record['kind']}/{link.record['id']}", found.path


def terms(entry: Entry) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Terms that a record uses: vocabulary, id, path of the value."""
    for found in entry.values:
        term = found.mark(Term)
        if term and isinstance(found.value, str):
            yield term.vocabulary, found.value, found.path
