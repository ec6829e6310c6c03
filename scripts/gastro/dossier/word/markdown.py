"""Words of a Word file as the small Markdown that records hold.

What the export writes into the file and what is read back from it go through here alike, so that an
answer that nobody touched comes back letter by letter.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from gastro.dossier.document import Run
from gastro.text.markdown import plain
from gastro.text.thai import normalise

_AS_TYPED = re.compile(r"(\[\^[a-z0-9-]{1,80}\]|\{\{ *(?:figure|count|names):[a-z0-9._=-]+ *\}\})")
"""A note or a number that somebody typed into the file as records write it."""
_SPECIAL = re.compile(r"[\\*`\[\]]|<(?=[/!?a-zA-Z])|(?<![^\W_])_|_(?![^\W_])")
_OPENS = re.compile(r"^(#{1,6}(?=\s|$)|[-+](?=\s|$)|>|[=~]+(?=\s*$))")
_SPACED = re.compile(r"[\s()]")
_NUMBERS = re.compile(r"^([0-9]{1,9})([.)](?:\s|$))")
REFERENCES = frozenset({"figure", "count", "names"})
"""Kinds of origin that stand for words which come from other records."""
_SEPARATORS = frozenset({"", ",", ";"})
"""What stands raised between the numbers of two notes."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words set alike; ``code`` is Markdown to be written in their place, ``cites`` the id of a source."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""
    code: str = ""
    cites: str = ""
    raised: bool = False


@dataclass(frozen=True, slots=True)
class _Cell:
    """One character, or Markdown that stays whole."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""
    whole: bool = False

    @property
    def plain(self) -> bool:
        return not (self.bold or self.italic)


def origin_of(run: Run) -> str:
    """What the record holds in place of the words: see ``Run.origin``. Notes tell it by their target."""
    if not run.origin and run.raised and run.target.startswith("source-"):
        return f"cite:{run.target.removeprefix('source-')}"
    return run.origin


def piece_of(run: Run) -> Piece:
    """The run, with what it stands for in the record."""
    origin = origin_of(run)
    kind, _, value = origin.partition(":")
    if kind == "cite":
        return Piece(run.text, cites=value)
    if kind == "label":
        return Piece("")
    link = value if kind == "link" else run.href
    code = reference(origin) if kind in REFERENCES else ""
    return Piece(run.text, run.bold, run.italic, link, code, raised=run.raised)


def reference(origin: str) -> str:
    """How a record's text asks for a number or a list."""
    return f"{{{{ {origin} }}}}"


def list_of(items: Sequence[str], *, ordered: bool) -> str:
    """Items as one block."""
    return "\n".join(f"{f'{number}.' if ordered else '-'} {item}" for number, item in enumerate(items, 1))


def markdown(pieces: Iterable[Piece]) -> str:
    """One paragraph or item. Where bold or italic cannot be told in Markdown, the words go without."""
    cells = _set_apart(list(_cells(pieces)))
    written = _written(cells)
    if not all(cell.plain for cell in cells):
        bare = _written([replace(cell, bold=False, italic=False) for cell in cells])
        if plain(written) != plain(bare):
            return bare
    return written


def _cells(pieces: Iterable[Piece]) -> Iterator[_Cell]:
    """One space where there are some, none at the ends, one before each note; notes are never bold."""
    spaced = False
    last: _Cell | None = None
    for one in pieces:
        if one.raised and not one.cites and one.text.strip() in _SEPARATORS:
            continue
        if one.cites:
            cells = [_Cell(f"[^{one.cites}]", whole=True)]
            spaced = True
        elif one.code:
            cells = [_Cell(one.code, one.bold, one.italic, one.link, whole=True)]
        else:
            cells = [_Cell(character, one.bold, one.italic, one.link) for character in one.text]
        for cell in cells:
            if cell.text.isspace():
                spaced = True
                continue
            if spaced and last:
                yield _between(last, cell)
            spaced, last = False, cell
            yield cell


def _between(one: _Cell, other: _Cell) -> _Cell:
    """The space between two, set as both are."""
    link = one.link if one.link == other.link else ""
    return _Cell(" ", one.bold and other.bold, one.italic and other.italic, link)


def _set_apart(cells: list[_Cell]) -> list[_Cell]:
    """Bold and italic begin and end at letters, where Markdown can tell them."""
    found, at = list(cells), 0
    while at < len(found):
        end = at
        while end < len(found) and _look(found[end]) == _look(found[at]):
            end += 1
        if not found[at].plain:
            before = found[at - 1].text[-1] if at else " "
            after = found[end].text[0] if end < len(found) else " "
            for number in _edge(found[at:end], before):
                found[at + number] = replace(found[at + number], bold=False, italic=False)
            for number in _edge(found[at:end][::-1], after):
                found[end - 1 - number] = replace(found[end - 1 - number], bold=False, italic=False)
        at = end
    return found


def _look(cell: _Cell) -> tuple[bool, bool]:
    return cell.bold, cell.italic


def _edge(cells: Sequence[_Cell], neighbour: str) -> Iterator[int]:
    """Places at the edge that cannot be bold: spaces, and signs that touch a letter."""
    touches = not neighbour.isspace() and not _is_sign(neighbour)
    for at, cell in enumerate(cells):
        if cell.whole or not (cell.text == " " or (touches and not cell.link and _is_sign(cell.text))):
            return
        yield at


def _is_sign(character: str) -> bool:
    return unicodedata.category(character)[0] in "PS"


def _written(cells: Sequence[_Cell]) -> str:
    out: list[str] = []
    for (bold, italic), alike in groupby(cells, _look):
        marks = "*" * (2 * bold + italic)
        out.append(marks + "".join(_linked(alike)) + marks)
    text = _OPENS.sub(r"\\\1", normalise("".join(out)))
    return _NUMBERS.sub(r"\1\\\2", text)


def _linked(cells: Iterable[_Cell]) -> Iterator[str]:
    for link, alike in groupby(cells, lambda cell: cell.link):
        parts = groupby(alike, lambda cell: cell.whole)
        words = "".join(
            text if whole else _escaped(text)
            for whole, some in parts
            for text in ["".join(cell.text for cell in some)]
        )
        if link and words.strip():
            yield f"[{words}]({f'<{link}>' if _SPACED.search(link) else link})"
        else:
            yield words


def _escaped(text: str) -> str:
    """Words whose signs are not taken for markup; notes and figures typed by hand stay what they are."""
    parts = _AS_TYPED.split(text)
    return "".join(part if at % 2 else _SPECIAL.sub(r"\\\g<0>", part) for at, part in enumerate(parts))
