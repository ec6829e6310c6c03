"""Puts texts changed in Word into the YAML of the answers, and touches nothing else in the file.

Only the lines of the one text are written anew. What cannot be placed safely (a text
written within braces, an answer that is new) is left and named.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from textwrap import wrap

from gastro.dossier.compared import Change
from gastro.dossier.filled import Filled
from gastro.reading import locate
from gastro.reading.tree import Mapping, Node, Scalar, Sequence
from gastro.reading.yaml_reader import read_file
from gastro.records.submissions import Answer, FieldAnswer

WIDTH = 110


@dataclass(frozen=True, slots=True)
class WrittenBack:
    """Keys of the answers that were written, and of those that must be written by hand."""

    written: tuple[str, ...]
    left: tuple[str, ...]


def write_back(filled: Filled, changes: Iterable[Change], content: Path) -> WrittenBack:
    """Write every changed text into ``content/dossier/<submission>/``.

    Where the records have moved on too (``both``) nothing is written: somebody must choose.
    """
    written: list[str] = []
    left: list[str] = []
    for change in changes:
        if change.state == "same":
            continue
        path = _path(filled, change.key) if change.state == "changed" else None
        file = content / "dossier" / filled.id / f"{change.key.partition('/')[0]}.yml"
        done = path is not None and _replaced(file, path, change.after)
        (written if done else left).append(change.key)
    return WrittenBack(tuple(written), tuple(left))


def _path(filled: Filled, key: str) -> tuple[str, ...] | None:
    """The way to a text in the file of its answer; None where it has none of its own."""
    section, *steps = key.split("/")
    answer = filled.answers.get(section)
    if answer is None:
        return None
    match steps:
        case ["passages", passage, lang]:
            return ("passages", passage, lang)
        case ["fields", field, lang]:
            return _of_field(("fields", field), _field(answer.fields, field), lang)
        case ["items", item, field, lang]:
            return _of_field(("items", item, "fields", field), _item_field(answer, item, field), lang)
    return None


def _of_field(path: tuple[str, ...], field: FieldAnswer | None, lang: str) -> tuple[str, ...] | None:
    if field is not None and field.label is not None:
        return (*path, "label", lang)
    if field is not None and len(field.passages) == 1:
        return (*path, "passages", field.passages[0].id, lang)
    return None


def _field(fields: tuple[FieldAnswer, ...], id: str) -> FieldAnswer | None:
    return next((field for field in fields if field.id == id), None)


def _item_field(answer: Answer, item: str, field: str) -> FieldAnswer | None:
    return next((_field(one.fields, field) for one in answer.items if one.id == item), None)


def _replaced(file: Path, path: tuple[str, ...], text: str) -> bool:
    """Whether the text now stands in the file; a file that would not hold it is left as it was."""
    document = read_file(file, file.name)
    if document.root is None:
        return False
    spot = locate(document.root, path, key=True)
    lines = list(document.lines)
    at, column = spot.line - 1, spot.column - 1
    key = f"{path[-1]}:"
    if lines[at][:column].strip(" -") or not lines[at][column:].startswith(key):
        return False
    end = at + 1
    while end < len(lines) and (not lines[end].strip() or _indent(lines[end]) > column):
        end += 1
    while end > at + 1 and not lines[end - 1].strip():
        end -= 1
    old = file.read_bytes()
    new = [*lines[:at], *_written(lines[at][: column + len(key)], column, text), *lines[end:]]
    _write(file, "\n".join(new) + "\n")
    root = read_file(file, file.name).root
    if root is not None and _value(root, path) == text:
        return True
    _write(file, old.decode("utf-8"))
    return False


def _written(head: str, column: int, text: str) -> Iterator[str]:
    several = "\n" in text
    lines = text.split("\n") if several else wrap(text, WIDTH, break_long_words=False, break_on_hyphens=False)
    yield f"{head} {'|-' if several else '>-'}"
    for line in lines:
        yield f"{' ' * (column + 2)}{line}" if line else ""


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _value(node: Node, path: tuple[str, ...]) -> str | None:
    """The text at a path, as the file has it."""
    for step in path:
        if isinstance(node, Mapping) and step in node.entries:
            node = node.entries[step].value
        elif isinstance(node, Sequence):
            node = next((item for item in node.items if _id(item) == step), node)
        else:
            return None
    return node.text if isinstance(node, Scalar) else None


def _id(node: Node) -> str | None:
    if not isinstance(node, Mapping) or "id" not in node.entries:
        return None
    value = node.entries["id"].value
    return value.text if isinstance(value, Scalar) else None


def _write(file: Path, text: str) -> None:
    temporary = file.with_name(f".{file.name}.{os.getpid()}")
    temporary.write_text(text, encoding="utf-8")
    temporary.replace(file)
