"""Reads one YAML file, keeping positions, as people expect YAML to be read.

Every value stays the text that was written (``no``, ``1:30``, ``012``); what it means is
decided by the field it stands in. Whatever could surprise an editor (anchors, aliases,
tags, duplicate keys, several documents) or hurt us (huge or deep files) is a problem.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from gastro.problems import Problem, Spot, problem
from gastro.reading.syntax_help import explain
from gastro.reading.tree import Entry, Mapping, Node, Scalar, Sequence

MAX_BYTES = 256 * 1024
MAX_DEPTH = 16
MAX_NODES = 20_000
START = Spot()

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Document:
    """A file as read: its tree if it could be read whole, its problems, its lines."""

    path: str
    lines: tuple[str, ...] = ()
    root: Mapping | None = None
    problems: tuple[Problem, ...] = ()


@dataclass
class _Frame:
    """A list or map still open while events come in."""

    spot: Spot
    entries: dict[str, Entry] | None = None
    items: list[Node] = field(default_factory=list)
    key: Scalar | None = None


class _TooMuch(Exception):
    def __init__(self, found: Problem) -> None:
        self.found = found


def read_file(file: Path, path: str) -> Document:
    """Read ``file``; ``path`` is what problems call it. Never raises for what it holds."""
    try:
        if file.stat().st_size > MAX_BYTES:
            return _refused(path, "file-too-large", limit=MAX_BYTES // 1024)
        return read_yaml(file.read_bytes(), path)
    except OSError as error:
        return _refused(path, "file-unreadable", reason=error.strerror or type(error).__name__)


def read_yaml(data: bytes, path: str) -> Document:
    """Read the bytes of one file into a Document. Never raises, whatever the bytes."""
    if len(data) > MAX_BYTES:
        return _refused(path, "file-too-large", limit=MAX_BYTES // 1024)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _undecodable(data, path, error)
    lines = tuple(text.removeprefix("\ufeff").splitlines())
    if text.startswith("\ufeff"):
        return Document(path, lines, None, (problem("byte-order-mark", path, Spot()),))
    if not any(line.strip() and not line.lstrip().startswith("#") for line in lines):
        return Document(path, lines, None, (problem("file-empty", path, Spot()),))
    if found := _forbidden_character(text, path):
        return Document(path, lines, None, (found,))
    return _parse(text, path, lines)


def _refused(path: str, code: str, *, spot: Spot = START, **values: object) -> Document:
    return Document(path, problems=(problem(code, path, spot, "", **values),))


def _undecodable(data: bytes, path: str, error: UnicodeDecodeError) -> Document:
    """The problem at the first byte that is not UTF-8; what can be read is kept to be shown."""
    line = data[: error.start].count(b"\n") + 1
    start = data.rfind(b"\n", 0, error.start) + 1
    column = len(data[start : error.start].decode("utf-8", "replace")) + 1
    lines = tuple(data.decode("utf-8", "replace").split("\n"))
    return Document(path, lines, None, (problem("wrong-encoding", path, Spot(line, column)),))


def _forbidden_character(text: str, path: str) -> Problem | None:
    for number, line in enumerate(text.split("\n"), start=1):
        indent = line[: len(line) - len(line.lstrip(" \t"))]
        if "\t" in indent and line.strip():
            return problem("tab", path, Spot(number, indent.index("\t") + 1))
        for column, character in enumerate(line, start=1):
            if character != "\r" and _is_hidden(character):
                shown = f"U+{ord(character):04X}"
                return problem("control-character", path, Spot(number, column), character=shown)
    return None


def _is_hidden(character: str) -> bool:
    return (ord(character) < 32 and character not in "\t\n") or character in "\x7f\x85\u2028\u2029"


def _parse(text: str, path: str, lines: tuple[str, ...]) -> Document:
    builder = _Builder(path)
    try:
        for event in _events(text):
            builder.take(event)
    except _TooMuch as stop:
        return Document(path, lines, None, (*builder.problems, stop.found))
    except yaml.YAMLError as error:
        return Document(path, lines, None, (*builder.problems, explain(error, path, lines)))
    root = builder.root
    if root is None or (isinstance(root, Scalar) and root.plain() is None):
        builder.problems.append(problem("file-empty", path, Spot()))
        root = None
    elif not isinstance(root, Mapping):
        builder.problems.append(problem("not-a-record", path, root.spot))
        root = None
    return Document(path, lines, root, tuple(builder.problems))


def _events(text: str) -> Iterator[yaml.Event]:
    yield from yaml.parse(text, Loader=_Loader)


class _Builder:
    """Builds the tree from parser events without recursion, so depth cannot hurt."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self.root: Node | None = None
        self.open: list[_Frame] = []
        self.nodes = 0
        self.documents = 0

    def take(self, event: yaml.Event) -> None:
        mark = event.start_mark
        spot = Spot(mark.line + 1, mark.column + 1) if mark is not None else START
        if isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                raise _TooMuch(problem("several-documents", self.path, spot))
        elif isinstance(event, yaml.AliasEvent):
            self.problems.append(problem("alias", self.path, spot, name=f"*{event.anchor}"))
            self._place(Scalar("", quoted=True, spot=spot))
        elif isinstance(event, yaml.NodeEvent):
            self._begin(event, spot)
        elif isinstance(event, yaml.CollectionEndEvent):
            frame = self.open.pop()
            if frame.entries is None:
                self._place(Sequence(tuple(frame.items), frame.spot))
            else:
                self._place(Mapping(frame.entries, frame.spot))

    def _begin(self, event: yaml.NodeEvent, spot: Spot) -> None:
        self.nodes += 1
        if self.nodes > MAX_NODES:
            raise _TooMuch(problem("too-many-values", self.path, spot, limit=MAX_NODES))
        if event.anchor:
            self.problems.append(problem("anchor", self.path, spot, name=f"&{event.anchor}"))
        if tag := getattr(event, "tag", None):
            self.problems.append(
                problem("tag", self.path, spot, name=tag.replace("tag:yaml.org,2002:", "!!"))
            )
        if isinstance(event, yaml.ScalarEvent):
            if hidden := next((one for one in event.value if _is_hidden(one)), None):
                shown = f"U+{ord(hidden):04X}"
                self.problems.append(problem("control-character", self.path, spot, character=shown))
            self._place(Scalar(event.value, quoted=bool(event.style), spot=spot))
            return
        if len(self.open) >= MAX_DEPTH:
            raise _TooMuch(problem("too-deep", self.path, spot, limit=MAX_DEPTH))
        is_map = isinstance(event, yaml.MappingStartEvent)
        self.open.append(_Frame(spot, entries={} if is_map else None))

    def _place(self, node: Node) -> None:
        if not self.open:
            self.root = node
            return
        frame = self.open[-1]
        if frame.entries is None:
            frame.items.append(node)
        elif frame.key is None:
            frame.key = self._key(node)
        else:
            key, frame.key = frame.key, None
            first = frame.entries.setdefault(key.text, Entry(key, node))
            if first.key is not key:
                line = first.key.spot.line
                self.problems.append(
                    problem("duplicate-key", self.path, key.spot, key.text, key=key.text, line=line)
                )

    def _key(self, node: Node) -> Scalar:
        if isinstance(node, Scalar) and node.text and node.text != "<<":
            return node
        self.problems.append(problem("key-not-text", self.path, node.spot))
        return Scalar(f"?{node.spot.line}:{node.spot.column}", quoted=True, spot=node.spot)
