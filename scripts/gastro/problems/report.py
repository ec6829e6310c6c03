"""Shows problems: to people as text with the line and a caret, to GitHub, or as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal

from wcwidth import wcswidth

from gastro.problems.problem import Problem

Format = Literal["text", "github", "json"]
_WIDEST = 100


def report(problems: Sequence[Problem], lines: Mapping[str, Sequence[str]], format: Format, root: str) -> str:
    """All problems in one format.

    ``lines`` gives the lines of each file by path; ``root`` is the content folder as the
    reader knows it, put before every path.
    """
    if format == "json":
        return as_json(problems, root)
    if format == "github":
        return "\n".join(as_github(problems, root))
    return "\n\n".join(as_text(one, lines.get(one.path, ()), root) for one in problems)


def as_text(one: Problem, lines: Sequence[str], root: str) -> str:
    """One problem for people: where, what, the line itself with a caret, how to mend it."""
    field = f"  ({one.field})" if one.field else ""
    out = [f"{_path(one, root)}:{one.line}:{one.column}  {one.code}{field}"]
    out += [f"  {_printable(words)}" for words in (one.message.th, one.message.en)]
    if 0 < one.line <= len(lines):
        out += _excerpt(lines[one.line - 1], one.line, one.column)
    out += [f"  → {_printable(words)}" for words in (one.hint.th, one.hint.en)]
    return "\n".join(out)


def as_github(problems: Iterable[Problem], root: str) -> Iterator[str]:
    """Workflow commands that mark each problem on its line of the pull request."""
    for one in problems:
        place = f"file={_property(_path(one, root))},line={one.line},col={one.column}"
        title = _property(f"{one.code} {one.field}".strip())
        words = "\n".join((one.message.th, one.message.en, f"→ {one.hint.th}", f"→ {one.hint.en}"))
        yield f"::error {place},title={title}::{_data(words)}"


def as_json(problems: Iterable[Problem], root: str) -> str:
    """A list of objects, in the order of the problems."""
    rows = [
        {
            "code": one.code,
            "file": _path(one, root),
            "line": one.line,
            "column": one.column,
            "field": one.field,
            "message": {"th": one.message.th, "en": one.message.en},
            "hint": {"th": one.hint.th, "en": one.hint.en},
        }
        for one in problems
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def _path(one: Problem, root: str) -> str:
    return "/".join(part for part in (root.rstrip("/"), one.path) if part)


def _excerpt(line: str, number: int, column: int) -> list[str]:
    """The line and a caret under the column, as wide on screen as Thai marks are."""
    start = max(0, column - 1 - _WIDEST // 2) if len(line) > _WIDEST else 0
    shown = _printable(line[start : start + _WIDEST])
    before = _printable(line[start : column - 1])
    margin = f"  {number} | "
    return [f"{margin}{shown}", f"{' ' * (len(margin) - 2)}| {' ' * max(0, wcswidth(before))}^"]


def _printable(text: str) -> str:
    return "".join(character if character.isprintable() else " " for character in text)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
