"""How an answer is found again in a Word file that others have worked on.

Each answer stands in a content control whose tag is its key, and between two ends of a bookmark: Word
keeps both, LibreOffice drops some controls, an ODT keeps the bookmarks only. Notes, numbers and links of the
record are bookmarks or links with names of their own. What the answers said when the file was made, and what
each name means, goes along as a part of the file.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final
from xml.etree.ElementTree import Element

from gastro.dossier.document import Beside, Block, Document, ListBlock, Paragraph, Runs, Table
from gastro.dossier.word.markdown import list_of, markdown, piece_of
from gastro.dossier.word.xml import node, part, words

SPACE: Final = "urn:gastro:answers"
"""Namespace of the part that goes along."""
LONGEST_NAME, LONGEST_TAG = 40, 64
"""What Word takes as the name of a bookmark and the tag of a control."""
_PLAIN = re.compile(r"[a-z0-9-]+")


@dataclass(frozen=True, slots=True)
class Origin:
    """What stands in the record where the file shows ``text``: see ``Run.origin``."""

    origin: str
    text: str


@dataclass
class Base:
    """What the file was made from: answers by key, names of bookmarks, addresses of links to records."""

    answers: dict[str, list[str]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    """Key of the answer by the name of its bookmark, or by its shortened tag."""
    origins: dict[str, Origin] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)
    paragraphs: set[str] = field(default_factory=set)
    """Digests of all paragraphs, so that what was written elsewhere than into an answer shows."""


def name_of(kind: str, id: str, number: int = 0) -> str:
    """The name of a bookmark, hidden in Word's list, the same for the same id; at most 40 characters."""
    tail = f"_{number}" if number else ""
    name = f"_{kind}_{id.replace('-', '_')}{tail}"
    if _PLAIN.fullmatch(id) and len(name) <= LONGEST_NAME:
        return name
    digest = hashlib.sha256(id.encode("utf-8")).hexdigest()[:8]
    short = re.sub(r"[^a-z0-9]+", "_", id.lower())[: LONGEST_NAME - len(kind) - len(tail) - 11]
    return f"_{kind}_{short}_{digest}{tail}"


def digest_of(paragraph: str) -> str:
    """A few letters for the words of a paragraph, however they are spaced."""
    return hashlib.sha256("".join(paragraph.split()).encode("utf-8")).hexdigest()[:10]


def tag_of(key: str) -> str:
    """The tag of a control."""
    return key if len(key) <= LONGEST_TAG else name_of("answer", key)


def answers_of(document: Document) -> dict[str, list[str]]:
    """The answers as a document says them: paragraphs and lists as Markdown, by key."""
    found: dict[str, list[str]] = {}
    _collect(document.blocks, found)
    return found


def _collect(blocks: Sequence[Block], found: dict[str, list[str]]) -> None:
    for block in blocks:
        if isinstance(block, Beside):
            _collect(block.left, found)
            _collect(block.right, found)
        elif isinstance(block, Paragraph) and block.key:
            _add(found, block.key, _text(block.runs))
        elif isinstance(block, ListBlock) and block.key:
            items = [text for runs in block.items if (text := _text(runs))]
            _add(found, block.key, list_of(items, ordered=block.ordered))
        elif isinstance(block, Table) and block.keys:
            for row, keys in zip(block.rows, block.keys, strict=True):
                for runs, key in zip(row, keys, strict=True):
                    if key:
                        _add(found, key, _text(runs))


def _add(found: dict[str, list[str]], key: str, text: str) -> None:
    found.setdefault(key, [])
    if text:
        found[key].append(text)


def _text(runs: Runs) -> str:
    return markdown(map(piece_of, runs))


def base_part(base: Base) -> bytes:
    """The part that goes along."""
    root = node("answers", {"xmlns": SPACE})
    for key, texts in sorted(base.answers.items()):
        blocks = [words("block", text) for text in texts]
        names = [name for name, named in base.names.items() if named == key]
        root.append(node("answer", {"key": key, "names": " ".join(names)}, *blocks))
    for name, origin in sorted(base.origins.items()):
        root.append(node("mark", {"name": name, "origin": origin.origin, "text": origin.text}))
    for href, target in sorted(base.links.items()):
        root.append(node("link", {"href": href, "record": target}))
    root.append(words("paragraphs", " ".join(sorted(base.paragraphs))))
    return part(root)


def read_base(root: Element) -> Base:
    """What ``base_part`` wrote."""
    base = Base()
    for one in root:
        kind, given = one.tag.rpartition("}")[2], one.attrib
        if kind == "answer":
            base.answers[given["key"]] = [block.text or "" for block in one]
            base.names |= dict.fromkeys(given["names"].split(), given["key"])
        elif kind == "mark":
            base.origins[given["name"]] = Origin(given["origin"], given["text"])
        elif kind == "link":
            base.links[given["href"]] = given["record"]
        elif kind == "paragraphs":
            base.paragraphs = set((one.text or "").split())
    base.names |= names_of(base.answers)
    return base


def names_of(answers: Mapping[str, object]) -> dict[str, str]:
    """Keys by what stands for them in the file."""
    return {name: key for key in answers for name in (name_of("answer", key), tag_of(key))}


def store_part(id: str) -> bytes:
    """Says what the part that goes along is."""
    schema = node("ds:schemaRefs", None, node("ds:schemaRef", {"ds:uri": SPACE}))
    return part(node("ds:datastoreItem", {"ds:itemID": id}, schema), "ds")
