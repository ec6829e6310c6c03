"""The tree a YAML document is read into: texts, lists and maps, each with its place."""

from __future__ import annotations

from collections.abc import Sequence as AnySequence
from dataclasses import dataclass

from gastro.problems import Spot


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text exactly as written; ``quoted`` tells ``"no"`` from a bare ``no``."""

    text: str
    quoted: bool
    spot: Spot

    def plain(self) -> str | None:
        """The text, or None where nothing (or a bare ``null``) was written."""
        if not self.quoted and self.text in ("", "~", "null", "Null", "NULL"):
            return None
        return self.text


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: tuple[Node, ...]
    spot: Spot

    def plain(self) -> list[object]:
        return [item.plain() for item in self.items]


@dataclass(frozen=True, slots=True)
class Entry:
    """A key of a map, where the key stood, and what it holds."""

    key: Scalar
    value: Node


@dataclass(frozen=True, slots=True)
class Mapping:
    """A map; keys are texts, each once."""

    entries: dict[str, Entry]
    spot: Spot

    def plain(self) -> dict[str, object]:
        return {key: entry.value.plain() for key, entry in self.entries.items()}


Node = Scalar | Sequence | Mapping


def locate(node: Node, path: AnySequence[str | int], *, key: bool = False) -> Spot:
    """Where the value at ``path`` stands, or the nearest thing above it that exists.

    A number in the path counts from 0, a number written as text from 1. With ``key``, the
    place of the last key itself instead of its value. Steps of the path that the file does
    not have (defaults, short forms) are passed over.
    """
    spot = node.spot
    for step in path:
        if isinstance(node, Mapping) and str(step) in node.entries:
            entry = node.entries[str(step)]
            node = entry.value
            nothing = isinstance(node, Scalar) and not node.text and not node.quoted
            spot = entry.key.spot if key or nothing else node.spot
        elif isinstance(node, Sequence):
            chosen = _item(node, step)
            if chosen is not None:
                node = chosen
                spot = node.spot
    return spot


def _item(node: Sequence, step: str | int) -> Node | None:
    """The item with this number, or the one whose ``id`` (or text) this is."""
    if isinstance(step, int) or step.isdecimal():
        index = step if isinstance(step, int) else int(step) - 1
        return node.items[index] if 0 <= index < len(node.items) else None
    for item in node.items:
        if isinstance(item, Scalar) and item.text == step:
            return item
        if isinstance(item, Mapping):
            for entry in item.entries.values():
                if isinstance(entry.value, Scalar) and entry.value.text == step:
                    return item
    return None
