"""A document as the data that the Typst template sets: JSON, and the pictures beside it.

Texts come from pull requests. They are given as data and never as Typst code, and
only what a page can show goes in: no control characters, no invisible marks, one
stored form of Thai.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final, assert_never

from gastro.dossier.document import (
    Beside,
    Block,
    Contents,
    Document,
    Heading,
    ListBlock,
    PageBreak,
    Paragraph,
    Picture,
    Run,
    Runs,
    Table,
)
from gastro.text.dates import Lang, Point, When, show_date
from gastro.text.thai import normalise
from gastro.text.thai_lines import known_words

DATA_FILE: Final = "document.json"
NO_BREAK: Final = {"-": "\u2011", " ": "\u00a0"}
"""What stands in for a hyphen and a space at which no line may end; both are read back as they were
(pdf_finish). Readers of PDF take a hyphen at the end of a line for one that only divides a word."""
_UNDIVIDED: Final = re.compile(r"[^\s/\u0e00-\u0e7f]+")
_LONGEST_UNDIVIDED: Final = 20
"""In characters; what is longer may have to be divided to fit a column."""
_HELD: Final = re.compile(r" (?=ๆ)|(?<=[พค]\.ศ\.) (?=\d)")
_REGIONS: Final[dict[str, str]] = {"th": "TH", "en": "GB", "": ""}
_ADDRESS: Final = re.compile(r"(?:https?://|mailto:)[^\s\x00-\x1f]+")
_UNSHOWN: Final = frozenset({"Cc", "Cf", "Zl", "Zp", "Co", "Cs", "Cn"})
_LONG: Final = 7
"""Letters of a word that is worth keeping whole."""
_LAST_WORD: Final = re.compile(r"(?<!\S)[^\s\u0e00-\u0e7f]{1,20}$")
_NUMBER: Final = re.compile(r"[-−+]?[฿$]?\d[\d,. ]*%?|[-–]")
_SVG_TEXT: Final = re.compile(r">([^<]+)<")
Told = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Source:
    """What the template needs: files by name; every text that fonts must be able to set; and of
    each table, in order, whether the first cells of its rows are headers."""

    files: dict[str, bytes]
    texts: tuple[str, ...]
    row_headers: tuple[bool, ...] = ()


def source(document: Document) -> Source:
    """The data file of a document and its pictures."""
    writer = _Writer(document)
    told = _whole(document, writer)
    told["undivided"] = undivided(tuple(_texts(told)))
    data = json.dumps(told, ensure_ascii=False, sort_keys=True)
    lettering = tuple(
        part
        for name, picture in writer.pictures.items()
        if name.endswith(".svg")
        for part in _SVG_TEXT.findall(picture.decode("utf-8"))
    )
    files = {DATA_FILE: data.encode("utf-8")} | writer.pictures
    return Source(files, (*_texts(told), *lettering), tuple(writer.row_headers))


def shown(text: str) -> str:
    """A text as it can be set and read back: spaces alike, without what cannot be seen."""
    spaced = "".join(
        " "
        if character in "\t\n\r" or (unicodedata.category(character) == "Zs" and character != "\u00a0")
        else character
        for character in normalise(text)
    )
    return "".join(character for character in spaced if unicodedata.category(character) not in _UNSHOWN)


def undivided(texts: Iterable[str]) -> list[str]:
    """Long words that the record knows, which no line should divide; the longest first.

    The dictionary for Thai that Typst goes by lacks names: it would divide เพชร|บุรี and ยู|เนสโก.
    """
    everything = "\n".join(texts)
    words = (word for word in known_words() if len(word) >= _LONG and word in everything)
    return sorted(words, key=lambda word: (-len(word), word))


def held(text: str) -> str:
    """The text with hyphens in words, and spaces that bind, at which no line ends."""
    return _HELD.sub(NO_BREAK[" "], _UNDIVIDED.sub(_held_together, text))


def _held_together(match: re.Match[str]) -> str:
    return match[0] if len(match[0]) > _LONGEST_UNDIVIDED else match[0].replace("-", NO_BREAK["-"])


def _whole(document: Document, writer: _Writer) -> Told:
    before, numbered, after = document.words.get("page", "{0} / {1}").partition("{0}")
    between, _, after = after.partition("{1}")
    day = Point(document.date.year, document.date.month, document.date.day)
    title_page = any(isinstance(block, Contents) for block in document.blocks)
    return {
        "title": shown(document.title),
        "subtitle": shown(document.subtitle),
        "author": [shown(document.author)] if document.author else [],
        "imprint": [
            *([shown(document.author)] if document.author else []),
            show_date(When(day, day), document.lang),
        ],
        "keywords": [shown(word) for word in document.keywords],
        "lang": document.lang,
        "region": _REGIONS[document.lang],
        "date": [day.year, day.month, day.day],
        "header": shown(document.header),
        "notice": shown(document.notice),
        "landscape": document.landscape,
        "page_words": [shown(before), shown(between), shown(after)],
        "numbered": bool(numbered),
        "title_page": title_page,
        "blocks": writer.blocks(document.blocks),
    }


class _Writer:
    """Turns blocks into data, and keeps the pictures it meets."""

    def __init__(self, document: Document) -> None:
        ids = _ids(document.blocks)
        self.pictures: dict[str, bytes] = {}
        self.row_headers: list[bool] = []
        self._unused = set(ids)
        self._ids = ids
        self._level = 0
        self._lang = document.lang
        self._words = document.words

    def blocks(self, blocks: Sequence[Block]) -> list[Told]:
        """Each block; a short remark under a heading stays with what it remarks upon."""
        told = [self._block(block) for block in blocks]
        for heading, remark in pairwise(told):
            if heading["kind"] == "heading" and remark.get("style") == "small":
                remark["stays"] = True
        return told

    def _block(self, block: Block) -> Told:
        match block:
            case Heading():
                return self._heading(block)
            case Paragraph():
                return self._paragraph(block)
            case ListBlock():
                return self._list(block)
            case Table():
                return self._table(block)
            case Picture():
                return self._picture(block)
            case Beside():
                return self._beside(block)
            case Contents():
                return {"kind": "contents", "title": shown(block.title), "depth": block.depth}
            case PageBreak():
                return {"kind": "page-break"}
            case _:
                assert_never(block)

    def _paragraph(self, paragraph: Paragraph) -> Told:
        mark = self._words.get(f"gap-{self._lang}", self._words.get("gap", ""))
        return {
            "kind": "paragraph",
            "style": paragraph.style,
            "runs": self._runs(paragraph.runs),
            "anchor": self._anchor(paragraph.anchor),
            "mark": shown(mark) if paragraph.style == "gap" else "",
            "stays": paragraph.style == "label",
        }

    def _heading(self, heading: Heading) -> Told:
        """No level is left out on the way down, as PDF/UA asks; bookmarks hold the very characters."""
        self._level = min(heading.level, self._level + 1)
        runs = self._runs(heading.runs, hold=False)
        return {"kind": "heading", "level": self._level, "runs": runs, "id": self._anchor(heading.id)}

    def _list(self, block: ListBlock) -> Told:
        anchors = block.anchors or ("",) * len(block.items)
        return {
            "kind": "list",
            "ordered": block.ordered,
            "items": [self._runs(item) for item in block.items],
            "anchors": [self._anchor(anchor) for anchor in anchors],
        }

    def _table(self, table: Table) -> Told:
        self.row_headers.append(table.row_headers)
        columns = list(zip(*table.rows, strict=True)) or [()] * len(table.header)
        return {
            "kind": "table",
            "caption": self._runs(table.caption),
            "header": [self._runs(cell) for cell in table.header],
            "rows": [[self._runs(cell) for cell in row] for row in table.rows],
            "widths": list(table.widths),
            "numeric": [_numeric(column) for column in columns],
            "row_headers": table.row_headers,
        }

    def _picture(self, picture: Picture) -> Told:
        name = f"picture-{len(self.pictures) + 1}.{picture.format}"
        self.pictures[name] = picture.data
        return {
            "kind": "picture",
            "file": name,
            "alt": shown(picture.alt),
            "caption": self._runs(picture.caption),
            "width": picture.width,
        }

    def _beside(self, beside: Beside) -> Told:
        return {
            "kind": "beside",
            "left": self._side(beside.left, beside.left_lang),
            "right": self._side(beside.right, beside.right_lang),
            "left_lang": beside.left_lang,
            "left_region": _REGIONS[beside.left_lang],
            "right_lang": beside.right_lang,
            "right_region": _REGIONS[beside.right_lang],
        }

    def _side(self, blocks: Sequence[Block], lang: Lang) -> list[Told]:
        outer, self._lang = self._lang, lang
        told = self.blocks(blocks)
        self._lang = outer
        return told

    def _runs(self, runs: Runs, *, hold: bool = True) -> list[list[Told]]:
        """Groups of runs; no line ends within a group of several."""
        return _with_their_notes([self._run(run, hold=hold) for run in runs if run.text])

    def _run(self, run: Run, *, hold: bool) -> Told:
        return {
            "text": held(shown(run.text)) if hold else shown(run.text),
            "lang": run.lang,
            "region": _REGIONS[run.lang],
            "bold": run.bold,
            "italic": run.italic,
            "raised": run.raised,
            "href": run.href if _ADDRESS.fullmatch(run.href) else "",
            "target": run.target if run.target in self._ids else "",
        }

    def _anchor(self, anchor: str) -> str:
        """The id where it stands first; a second one of the same name leads nowhere."""
        if anchor not in self._unused:
            return ""
        self._unused.discard(anchor)
        return anchor


def _with_their_notes(runs: list[Told]) -> list[list[Told]]:
    """Runs in groups: the number of a note stays with the word before it, unless that is Thai.

    Between a Thai letter and a bracket no line ends anyway.
    """
    groups: list[list[Told]] = []
    for run in runs:
        if run["raised"] and groups:
            before = groups[-1]
            word = _LAST_WORD.search(before[0]["text"])
            if len(before) > 1:
                before.append(run)
                continue
            if word and not before[0]["raised"] and not (word.start() and _linked(before[0])):
                groups[-1:] = [[before[0] | {"text": word.string[: word.start()]}]] if word.start() else []
                groups.append([before[0] | {"text": word[0]}, run])
                continue
        groups.append([run])
    return groups


def _linked(run: Told) -> bool:
    return bool(run["href"] or run["target"])


def _numeric(column: Sequence[Runs]) -> bool:
    """Whether a column holds numbers to compare, which stand under each other by their last digit."""
    texts = ["".join(run.text for run in cell if not run.raised).strip() for cell in column]
    return any(texts) and all(not text or _NUMBER.fullmatch(text) for text in texts)


def _ids(blocks: Sequence[Block]) -> frozenset[str]:
    return frozenset(_found_ids(blocks)) - {""}


def _found_ids(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Heading():
                yield block.id
            case Paragraph():
                yield block.anchor
            case ListBlock():
                yield from block.anchors
            case Beside():
                yield from _found_ids((*block.left, *block.right))
            case _:
                pass


def _texts(told: object) -> Iterator[str]:
    """Every string of the data; what is no text for reading does no harm."""
    if isinstance(told, str):
        yield told
    elif isinstance(told, dict):
        for value in told.values():
            yield from _texts(value)
    elif isinstance(told, list):
        for value in told:
            yield from _texts(value)
