"""What the type hints of a record's model say, opened up for the shape of its columns."""

from __future__ import annotations

import re
import types
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from gastro.records.base import Part
from gastro.records.values import SLUG_PATTERN, Amount, Slug, Url

M = TypeVar("M")
_HOW_IT_IS_WRITTEN = re.compile(r" \((?:\[\]|place)[^)]*\)|(?<=ไม่ต้องใส่).*")
"""Advice for those who write the YAML, which tells a reader of tables nothing."""
_AMOUNT, _SLUG, _ADDRESS = (get_args(hint)[1] for hint in (Amount, Slug, Url))


@dataclass(frozen=True, slots=True)
class Hint:
    """A type without its wrappings: what marks it, whether None is one of its values."""

    type: Any
    marks: tuple[object, ...] = ()
    optional: bool = False

    @property
    def items(self) -> Hint | None:
        """The hint of the items, if it is a list."""
        return opened(get_args(self.type)[0]) if get_origin(self.type) is tuple else None

    @property
    def part(self) -> type[Part] | None:
        """The model, if the value is a part of a record."""
        return self.type if isinstance(self.type, type) and issubclass(self.type, Part) else None

    @property
    def choices(self) -> tuple[str, ...]:
        """The words it may be, if they are few."""
        return tuple(get_args(self.type)) if get_origin(self.type) is Literal else ()

    @property
    def is_amount(self) -> bool:
        return any(mark is _AMOUNT for mark in self.marks)

    @property
    def is_address(self) -> bool:
        return any(mark is _ADDRESS for mark in self.marks)

    @property
    def pattern(self) -> str:
        return SLUG_PATTERN if any(mark is _SLUG for mark in self.marks) else ""

    def mark(self, kind: type[M]) -> M | None:
        """The mark of this kind, if there is one."""
        return next((mark for mark in self.marks if isinstance(mark, kind)), None)


def opened(hint: Any) -> Hint:
    """A hint without Annotated and None, which are kept beside it."""
    marks: tuple[object, ...] = ()
    optional = False
    while True:
        if get_origin(hint) is Annotated:
            marks += hint.__metadata__
            hint = hint.__origin__
        elif get_origin(hint) in (Union, types.UnionType):
            rest = [arg for arg in get_args(hint) if arg is not type(None)]
            optional = optional or len(rest) < len(get_args(hint))
            if len(rest) != 1:
                return Hint(hint, marks, optional)
            hint = rest[0]
        else:
            return Hint(hint, marks, optional)


@cache
def hints(model: type[Part]) -> Mapping[str, Hint]:
    """The hint of each field of a model, in their order."""
    found = get_type_hints(model, include_extras=True)
    return {name: opened(found[name]) for name in model.model_fields}


def explained(model: type[Part], name: str) -> tuple[str, str]:
    """What a field means, in Thai and in English."""
    th, _, en = _HOW_IT_IS_WRITTEN.sub("", model.model_fields[name].description or "").partition(" · ")
    return th, en
