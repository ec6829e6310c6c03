"""From the model of a record to the columns of a table, and from a record to its row.

One row a record. Names and texts stand in two columns, ``_th`` and ``_en``; the sources of a text in
a third. References and terms are given by id, with their names in derived columns beside them. Small
parts are written into the row under a longer name; lists of parts are named in the row and broken
down in a table of their own (see gastro.opendata.tables_of).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from gastro.catalogue import Catalogue
from gastro.opendata.beside import citing, names, pair, said
from gastro.opendata.hints import Hint, explained, hints
from gastro.opendata.plain import cited, plain_text
from gastro.opendata.tables import DATE_PATTERN, Cell, Column, ColumnType
from gastro.records.base import Label, OtherName, Part, Passage, Text
from gastro.records.markers import Reference, Term
from gastro.records.recipes import Group, Line, Step
from gastro.records.routes import Stop
from gastro.records.stories import Section
from gastro.records.values import parse_amount
from gastro.text.dates import When

NOT_SHOWN = {"id", "sources", "file", "consents", "cession_for_unesco"}
"""``id`` is a column of every table already; ``sources`` is broken down in the table of claims; of a photo,
the name of the original and the papers of those shown are no part of what is passed on."""
_UNPREFIXED = {"coordinates"}


@dataclass(frozen=True, slots=True)
class Field:
    """The columns that one field of a model becomes, and how its value fills them, or the lack of one."""

    columns: tuple[Column, ...]
    read: Callable[[Any], tuple[Cell, ...]]
    without: tuple[Cell, ...] = ()

    def cells(self, value: object) -> tuple[Cell, ...]:
        """The cells of a value; of None, where the record does not have it."""
        return self.read(value) if value is not None else self.without or (None,) * len(self.columns)


class Shaper:
    """Shapes records of one catalogue; ``photos`` are the ids of those that are passed on."""

    def __init__(self, catalogue: Catalogue, photos: Iterable[str]) -> None:
        self.catalogue = catalogue
        self.photos = frozenset(photos)
        self._fields: dict[tuple[type[Part], str], Mapping[str, Field]] = {}

    def fields(self, model: type[Part], prefix: str = "") -> Mapping[str, Field]:
        """By name of the model's field: what it becomes. ``prefix`` goes before every column."""
        key = (model, prefix)
        if key not in self._fields:
            self._fields[key] = {
                name: self._field(f"{prefix}{name}", hint, *explained(model, name))
                for name, hint in hints(model).items()
                if name not in NOT_SHOWN
            }
        return self._fields[key]

    def columns(self, model: type[Part], prefix: str = "") -> tuple[Column, ...]:
        """The columns of a model."""
        return tuple(column for field in self.fields(model, prefix).values() for column in field.columns)

    def cells(self, part: Part | None, model: type[Part], prefix: str = "") -> Iterator[tuple[str, Cell]]:
        """Names and cells of one part; all None where there is none."""
        for name, field in self.fields(model, prefix).items():
            cells = field.cells(getattr(part, name) if part is not None else None)
            yield from zip((column.name for column in field.columns), cells, strict=True)

    def _field(self, name: str, hint: Hint, th: str, en: str) -> Field:
        base = Column(name, "string", th, en, required=not hint.optional)
        if hint.items is not None:
            return self._list(base, hint.items, is_optional=hint.optional)
        if hint.type is Label:
            return Field(pair(base), lambda value: (value.th, value.en))
        if hint.type is Text:
            return Field((*pair(base), citing(base)), self._text)
        if hint.part is not None:
            return self._part(base, hint.part)
        if hint.type is When:
            year = said(base, "_year", "data-year", type="integer", required=base.required)
            dated = replace(base, pattern=DATE_PATTERN)
            return Field((dated, year), lambda value: (str(value), value.start.year))
        if hint.is_amount:
            numbers = [said(base, f"_{end}", f"data-{end}", type="number") for end in ("least", "most")]
            return Field((base, *numbers), _amount)
        return self._plain(base, hint)

    def _plain(self, base: Column, hint: Hint) -> Field:
        reference, term = hint.mark(Reference), hint.mark(Term)
        if reference:
            column = replace(base, refers=reference.kind, pattern=hint.pattern)
            if reference.kind == "sources":
                return Field((column,), lambda value: (value,))
            return Field((column, *names(base)), lambda value: (value, *self._name(reference.kind, value)))
        if term:
            column = replace(base, choices=self._choices(term.vocabulary))
            return Field((column, *names(base)), lambda value: (value, *self._label(term.vocabulary, value)))
        kinds: dict[type, ColumnType] = {int: "integer", float: "number", Decimal: "number"}
        column = replace(
            base,
            type=kinds.get(hint.type, "string"),
            choices=hint.choices,
            pattern=hint.pattern,
            is_address=hint.is_address,
        )
        return Field((column,), lambda value: (number(value) if isinstance(value, Decimal) else value,))

    def _part(self, base: Column, model: type[Part]) -> Field:
        prefix = "" if base.name in _UNPREFIXED else f"{base.name}_"
        columns = tuple(
            replace(
                column,
                required=False,
                th=f"{base.th}: {column.th}",
                en=f"{base.en}: {column.en}",
            )
            for column in self.columns(model, prefix)
        )
        return Field(columns, lambda value: tuple(cell for _, cell in self.cells(value, model, prefix)))

    def _list(self, base: Column, item: Hint, *, is_optional: bool) -> Field:
        base = replace(base, required=False)
        if item.part is not None:
            field = self._parts(base, item.part)
            if is_optional:
                known = said(base, "_known", "data-known", type="boolean", required=True)
                without = (False, *(None,) * len(field.columns))
                return Field((known, *field.columns), lambda value: (True, *field.read(value)), without)
            return field
        listed = replace(base, type="list")
        reference, term = item.mark(Reference), item.mark(Term)
        if reference is not None and reference.kind == "photos":
            listed = replace(listed, refers="photos")
            return Field((listed,), lambda value: (tuple(id for id in value if id in self.photos),))
        if reference is not None:
            listed = replace(listed, refers=reference.kind)
            if reference.kind == "sources":
                return Field((listed,), lambda value: (value,))
            return self._named(listed, lambda id: self._name(reference.kind, id))
        if term is not None:
            listed = replace(listed, choices=self._choices(term.vocabulary))
            return self._named(listed, lambda id: self._label(term.vocabulary, id))
        if item.type is int:
            return Field((replace(listed, items="integer", bounds=(1, 12)),), lambda value: (value,))
        return Field((base,), lambda value: (_row(value),))

    def _parts(self, base: Column, model: type[Part]) -> Field:
        """What stands for a list of parts in the row of its record."""
        if model is Label:
            return Field(pair(base), lambda value: _rows((one.th, one.en) for one in value))
        if issubclass(model, Passage | Section):
            long = replace(base, long=True)
            columns = (*pair(long), replace(citing(base), long=True))
            return Field(columns, self._paragraphs)
        if model is Group:
            return self._parts_by(base, Line, lambda groups: [line for one in groups for line in one.lines])
        if model is Step:
            return Field(
                pair(replace(base, long=True)),
                lambda value: ("\n".join(one.th for one in value), "\n".join(one.en for one in value)),
            )
        if model is OtherName:
            return Field((base,), lambda value: (_row(one.name for one in value),))
        if model is Stop:
            return Field((base,), lambda value: (_row(one.address for one in value),))
        return self._parts_by(base, model, lambda value: value)

    def _parts_by(self, base: Column, model: type[Part], items: Callable[[Any], Iterable[Any]]) -> Field:
        """Parts by the record or the term they are about, else by their names."""
        for name, hint in hints(model).items():
            reference, term = hint.mark(Reference), hint.mark(Term)
            if hint.optional or not (reference or term):
                continue
            inner = self._list(base, replace(hint, optional=False), is_optional=False)
            return Field(inner.columns, _reader(inner, items, name))
        return Field(pair(base), lambda value: _rows((one.name.th, one.name.en) for one in items(value)))

    def _named(self, listed: Column, name: Callable[[str], tuple[Cell, ...]]) -> Field:
        def read(value: tuple[str, ...]) -> tuple[Cell, ...]:
            return (value, *_rows(name(id) for id in value))

        return Field((listed, *names(listed)), read)

    def _text(self, text: Text) -> tuple[Cell, ...]:
        return (self.plain(text.th), self.plain(text.en), cited(text.th))

    def _paragraphs(self, parts: Iterable[Part]) -> tuple[Cell, ...]:
        """Paragraphs under their headings, a line each, and the sources of all."""
        thai: list[str] = []
        english: list[str] = []
        sources: list[str] = []
        for one in _under_headings(parts):
            is_cited = isinstance(one, Text)
            thai.append(self.plain(one.th) if is_cited else one.th)
            english.append(self.plain(one.en) if is_cited else one.en)
            sources += cited(one.th) if is_cited else ()
        return ("\n".join(thai) or None, "\n".join(english) or None, tuple(dict.fromkeys(sources)))

    def plain(self, text: str) -> str:
        """A text of a record as plain words."""
        return plain_text(self.catalogue, text)

    def _name(self, kind: str, id: str) -> tuple[str, str]:
        entry = self.catalogue.get(kind, id)
        return (entry.name("th"), entry.name("en")) if entry else (id, id)

    def _label(self, vocabulary: str, id: str) -> tuple[str, str]:
        label = self.catalogue.vocabularies[vocabulary][id].label
        return label.th, label.en

    def _choices(self, vocabulary: str) -> tuple[str, ...]:
        return tuple(self.catalogue.vocabularies.get(vocabulary, ()))


def _reader(
    inner: Field, items: Callable[[Any], Iterable[Any]], name: str
) -> Callable[[Any], tuple[Cell, ...]]:
    """Reads a list of parts by the value that each has in a field, each value once."""
    return lambda value: inner.read(tuple(dict.fromkeys(getattr(one, name) for one in items(value))))


def number(value: Decimal) -> int | float:
    """A number as programs hold it."""
    return int(value) if value == value.to_integral_value() else float(value)


def _amount(value: str) -> tuple[Cell, ...]:
    first, _, last = value.partition("-")
    least, most = parse_amount(first.strip()), parse_amount((last or first).strip())
    assert least is not None
    assert most is not None
    return (value, *(int(one) if one.denominator == 1 else round(float(one), 6) for one in (least, most)))


def _under_headings(parts: Iterable[Part]) -> Iterator[Text | Label]:
    for one in parts:
        if isinstance(one, Section):
            yield one.heading
            yield from one.passages
        elif isinstance(one, Text):
            yield one


def _row(items: Iterable[str]) -> str | None:
    return "; ".join(items) or None


def _rows(pairs: Iterable[tuple[Cell, ...]]) -> tuple[Cell, ...]:
    found = list(pairs)
    return tuple(_row(str(pair[at]) for pair in found) for at in (0, 1))
