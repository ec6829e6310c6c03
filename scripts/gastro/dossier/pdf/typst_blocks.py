"""The blocks of a document as data for the Typst template; see there for what each key does."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
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
from gastro.dossier.pdf.typst_text import held, is_number, last_word, shown
from gastro.text.dates import Lang

REGIONS: Final[dict[str, str]] = {"th": "TH", "en": "GB", "": ""}
_ADDRESS: Final = re.compile(r"(?:https?://|mailto:)[^\s\x00-\x1f]+")
Told = dict[str, Any]
"""A part of the JSON that the template reads."""


class BlockWriter:
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
            "left_region": REGIONS[beside.left_lang],
            "right_lang": beside.right_lang,
            "right_region": REGIONS[beside.right_lang],
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
            "region": REGIONS[run.lang],
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
            last = groups[-1]
            if len(last) > 1:
                last.append(run)
                continue
            before, word = last_word(last[0]["text"])
            whole = not before or not (last[0]["href"] or last[0]["target"])
            if word and whole and not last[0]["raised"]:
                groups[-1:] = [[last[0] | {"text": before}]] if before else []
                groups.append([last[0] | {"text": word}, run])
                continue
        groups.append([run])
    return groups


def _numeric(column: Sequence[Runs]) -> bool:
    """Whether a column holds numbers to compare, which stand under each other by their last digit."""
    texts = ["".join(run.text for run in cell if not run.raised).strip() for cell in column]
    digits = any(letter.isdigit() for text in texts for letter in text)
    return digits and all(not text or is_number(text) for text in texts)


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
