"""The way back from Word: the answers of a file that a colleague has worked on, as Markdown of records."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from gastro.dossier.document import Document
from gastro.dossier.word.anchors import Base, digest_of
from gastro.dossier.word.lines import Comment, Line, Lines
from gastro.dossier.word.markdown import Piece, list_of, markdown
from gastro.dossier.word.package import opened
from gastro.dossier.word.writing import docx

_STRAY: Final = {"Answer", "Table Text"}
"""Styles that a paragraph has when it was added to an answer, but outside of what holds it."""


@dataclass(frozen=True)
class Edited:
    """What a file says now, and what it said when it was made. Blocks of an answer are Markdown."""

    texts: dict[str, list[str]]
    """By key; an answer that was taken out of the file is not there, an emptied one has no blocks."""
    base: dict[str, list[str]]
    comments: tuple[Comment, ...] = ()
    left_out: tuple[tuple[str, str], ...] = ()
    """Key, and what stands there that no record can hold: ``picture``, ``table``, ``footnote``, …"""
    elsewhere: tuple[str, ...] = ()
    """Paragraphs that belong to no answer and were not there when the file was made."""


def read_edited(data: bytes, made_from: Document | None = None) -> Edited:
    """Read a file back. Raises NotAWordFile.

    The file says itself what it was made from; ``made_from`` is asked where another program lost
    that (an ODT does), and should then be the document as it was exported.
    """
    package = opened(data)
    base = package.base
    if base is None and made_from is not None:
        base = opened(docx(made_from)).base
    known = base or Base()
    lines = Lines(package, known)
    read = _joined(lines.read())
    keys = _keys(read)
    answers: dict[str, list[tuple[bool | None, str]]] = {}
    left_out: list[tuple[str, str]] = []
    elsewhere: list[str] = []
    for line, key in zip(read, keys, strict=True):
        for own, pieces in _shares(line, key):
            answer = answers.setdefault(own, [])
            if text := markdown(pieces):
                answer.append((line.ordered, text))
        if key:
            left_out += [(key, what) for what in line.left_out]
        elif line.text.strip() and not line.is_contents and digest_of(line.text) not in known.paragraphs:
            elsewhere.append(line.text.strip())
    return Edited(
        {key: list(_blocks(items)) for key, items in answers.items() if key},
        known.answers,
        tuple(lines.comments),
        tuple(dict.fromkeys(left_out)),
        tuple(elsewhere) if known.paragraphs else (),
    )


def edited_texts(data: bytes, made_from: Document | None = None) -> dict[str, list[str]]:
    """The answers alone: blocks of Markdown by key."""
    return read_edited(data, made_from).texts


def _joined(lines: Sequence[Line]) -> list[Line]:
    """Paragraphs whose end was deleted, as one with the next."""
    found: list[Line] = []
    for line in lines:
        last = found[-1] if found else None
        if last and last.joins_next and last.place == line.place:
            last.pieces += line.pieces
            last.keys += [key for key in line.keys if key not in last.keys]
            last.left_out += line.left_out
            last.joins_next = line.joins_next
        else:
            found.append(line)
    return found


def _keys(lines: Sequence[Line]) -> list[str]:
    """The answer that each paragraph belongs to. One without an anchor goes with its neighbour."""
    keys = [line.keys[0] if line.keys else "" for line in lines]
    for order in (range(len(lines)), range(len(lines) - 1, -1, -1)):
        before = -1
        for at in order:
            line, last = lines[at], lines[before] if before >= 0 else None
            if not keys[at] and last and line.style in _STRAY and line.place == last.place:
                keys[at] = keys[before]
            before = at
    return _without_copies(lines, keys)


def _without_copies(lines: Sequence[Line], keys: list[str]) -> list[str]:
    """Words that were copied elsewhere with their control are no part of the answer there."""
    places: dict[str, list[list[int]]] = {}
    for key, together in groupby(range(len(lines)), lambda at: keys[at]):
        places.setdefault(key, []).append(list(together))
    for key, found in places.items():
        if not key or len(found) < 2:
            continue
        sure = [some for some in found if any(lines[at].bookmarked for at in some)] or found
        for some in found:
            if some not in sure:
                for at in some:
                    keys[at] = ""
                    lines[at].keys = []
    return keys


def _shares(line: Line, key: str) -> Iterator[tuple[str, list[Piece]]]:
    """The words of a paragraph by answer: it holds more than one where an end between two was deleted."""
    if len(line.keys) < 2:
        yield key, [piece for _, piece in line.pieces]
        return
    shares: dict[str, list[Piece]] = {own: [] for own in line.keys}
    last = key
    for own, piece in line.pieces:
        last = own or last
        shares[last].append(piece)
    yield from shares.items()


def _blocks(items: Sequence[tuple[bool | None, str]]) -> Iterator[str]:
    """Paragraphs one by one, items of a list together."""
    for ordered, some in groupby(items, lambda item: item[0]):
        texts = [text for _, text in some]
        if ordered is None:
            yield from texts
        else:
            yield list_of(texts, ordered=ordered)
