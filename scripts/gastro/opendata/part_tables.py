"""Tables of what a record lists: the ingredients of a sweet, the steps of a recipe, the stops of a route."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from gastro.opendata.hints import explained, hints
from gastro.opendata.making import ID_PATTERN, Making, column, position, words
from gastro.opendata.tables import Cell, Column, Row, Table
from gastro.pages.labels import labels
from gastro.records.base import Label, OtherName, Part, Passage
from gastro.records.kinds import KINDS
from gastro.records.stories import Section

_IN_THE_ROW = (Label, Passage, Section, OtherName)
"""Parts that the row of the record holds whole, or that all kinds share one table for."""


def part_tables(making: Making, kind: str) -> Iterator[Table]:
    """A table for each field of a kind that holds a list of parts."""
    for name, hint in hints(KINDS[kind].model).items():
        model = hint.items.part if hint.items else None
        if model is not None and model not in _IN_THE_ROW:
            yield _table(making, kind, name, _Nest.of(model))


def other_names_table(making: Making) -> Table:
    """The other names of all records, with their language and when they are used."""
    columns = (
        column("record", refers="records", required=True),
        position(),
        *making.shaper.columns(OtherName),
    )
    rows = tuple(
        {"record": entry.address, "position": number, **dict(making.shaper.cells(other, OtherName))}
        for entry in making.entries
        for number, other in enumerate(getattr(entry.record, "other_names", ()), start=1)
    )
    return Table("other-names", *words("data-table-other-names"), columns, ("record", "position"), rows)


@dataclass(frozen=True, slots=True)
class _Nest:
    """A part whose rows these are, and the part around it that groups them, if there is one."""

    inner: type[Part]
    outer: type[Part] | None = None
    field: str = ""

    @classmethod
    def of(cls, model: type[Part]) -> _Nest:
        for name, hint in hints(model).items():
            inner = hint.items.part if hint.items else None
            if inner is not None:
                return cls(inner, model, name)
        return cls(model)

    @property
    def prefix(self) -> str:
        return f"{self.outer.__name__.lower()}_" if self.outer else ""

    def items(self, parts: tuple[Any, ...]) -> Iterator[tuple[Part | None, Part]]:
        for part in parts:
            if self.outer is None:
                yield None, part
            else:
                yield from ((part, one) for one in getattr(part, self.field))


def _table(making: Making, kind: str, field: str, nest: _Nest) -> Table:
    columns = tuple(_columns(making, kind, nest))
    rows = []
    for entry in making.of(kind):
        found = nest.items(getattr(entry.record, field) or ())
        for number, (outer, inner) in enumerate(found, start=1):
            start: Row = {"record": entry.id, "position": number}
            row = {**start, **_cells(making, nest, outer, inner)}
            rows.append({one.name: row[one.name] for one in columns})
    kinds, meanings = words(f"kind-{kind}"), explained(KINDS[kind].model, field)
    th, en = (
        labels(lang)["data-table-parts"].format(kind=kinds[at], field=meanings[at])
        for at, lang in enumerate(("th", "en"))
    )
    name = f"{kind}-{field.replace('_', '-')}"
    return Table(name, th, en, columns, ("record", "position"), tuple(rows), parent=kind)


def _columns(making: Making, kind: str, nest: _Nest) -> Iterator[Column]:
    yield column("record", "data-column-part-of", refers=kind, pattern=ID_PATTERN, required=True)
    yield position()
    if nest.outer is not None:
        yield column(f"{nest.prefix}id", "data-column-part-id", pattern=ID_PATTERN)
        for one in making.shaper.columns(nest.outer, nest.prefix):
            if not one.name.startswith(f"{nest.prefix}{nest.field}"):
                yield one
    if "id" in nest.inner.model_fields:
        yield column("id", "data-column-part-id", pattern=ID_PATTERN)
    yield from making.shaper.columns(nest.inner)


def _cells(making: Making, nest: _Nest, outer: Part | None, inner: Part) -> dict[str, Cell]:
    row: dict[str, Cell] = {"id": getattr(inner, "id", None)}
    if nest.outer is not None:
        row[f"{nest.prefix}id"] = getattr(outer, "id", None)
        row |= dict(making.shaper.cells(outer, nest.outer, nest.prefix))
    return row | dict(making.shaper.cells(inner, nest.inner))
