"""Looks into the models: which fields stand where, and what each value means."""

from __future__ import annotations

import types
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin, get_type_hints

from gastro.records.base import Part

M = TypeVar("M")


@dataclass(frozen=True, slots=True)
class FieldValue:
    """A value somewhere in a record: its path, what marks its field, its depth of list."""

    path: tuple[str, ...]
    value: object
    marks: tuple[object, ...]

    @property
    def dotted(self) -> str:
        return ".".join(self.path)

    def mark(self, kind: type[M]) -> M | None:
        """The mark of this kind on the field, if it has one."""
        return next((mark for mark in self.marks if isinstance(mark, kind)), None)


def walk(part: Part) -> Iterator[FieldValue]:
    """Every value in a record, outermost first, with the marks of its field.

    List items are named by their ``id``, by the record they refer to, or by their number
    from 1, so that a path stays the same when the order changes.
    """
    yield from _walk_part(part, ())


def fields_at(model: type[Part], path: list[Any]) -> list[str]:
    """Names of the fields of the part that stands at ``path`` below ``model``."""
    found: type[Part] | None = model
    for step in path:
        if isinstance(step, int) or found is None:
            continue
        hint = _hints(found).get(str(step))
        inner = _part_type(hint) if hint is not None else found
        found = inner or found
    return list((found or model).model_fields)


def _walk_part(part: Part, path: tuple[str, ...]) -> Iterator[FieldValue]:
    for name, hint in _hints(type(part)).items():
        value = getattr(part, name)
        if value is not None:
            yield from _walk_value(value, hint, (*path, name))


def _walk_value(value: object, hint: Any, path: tuple[str, ...]) -> Iterator[FieldValue]:
    marks, inner = _open(hint)
    yield FieldValue(path, value, marks)
    if isinstance(value, Part):
        yield from _walk_part(value, path)
    elif isinstance(value, tuple):
        item_hint = get_args(inner)[0] if get_args(inner) else Any
        for number, item in enumerate(value, start=1):
            yield from _walk_value(item, item_hint, (*path, item_name(item, number)))
    elif isinstance(value, Mapping):
        item_hint = get_args(inner)[1]
        for key, item in value.items():
            yield from _walk_value(item, item_hint, (*path, str(key)))


def item_name(item: object, number: int) -> str:
    """How a path names a list item."""
    if isinstance(item, str):
        return item if " " not in item else str(number)
    for name in ("id", "dessert", "ingredient", "allergen"):
        named = getattr(item, name, None)
        if isinstance(named, str):
            return named
    return str(number)


def _open(hint: Any) -> tuple[tuple[object, ...], Any]:
    """Marks of a hint and the hint without them; ``X | None`` counts as X."""
    marks: tuple[object, ...] = ()
    while True:
        if get_origin(hint) is Annotated:
            marks += hint.__metadata__
            hint = hint.__origin__
        elif get_origin(hint) in (Union, types.UnionType):
            rest = [arg for arg in get_args(hint) if arg is not type(None)]
            if len(rest) != 1:
                return marks, hint
            hint = rest[0]
        else:
            return marks, hint


def _part_type(hint: Any) -> type[Part] | None:
    _, inner = _open(hint)
    if isinstance(inner, type) and issubclass(inner, Part):
        return inner
    return next((found for arg in get_args(inner) if (found := _part_type(arg))), None)


@cache
def _hints(model: type[Part]) -> dict[str, Any]:
    hints = get_type_hints(model, include_extras=True)
    return {name: hints[name] for name in model.model_fields}
