"""Blocks of a document as paragraphs and tables of the Word file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from xml.etree.ElementTree import Element

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
from gastro.dossier.word.looks import NUMBERS
from gastro.dossier.word.pictures import Bitmap, bitmap, drawing
from gastro.dossier.word.tables import cell, is_low, side_by_side, table
from gastro.dossier.word.text import Text
from gastro.dossier.word.xml import Relations, w, words
from gastro.text.dates import Lang

STYLE_OF: Mapping[str, str] = {
    "body": "BodyText",
    "answer": "Answer",
    "gap": "Gap",
    "notice": "Notice",
    "small": "Small",
    "label": "Label",
    "note": "Note",
}
NAMES: Mapping[Lang, str] = {"th": "ไทย", "en": "English"}
"""What each language calls itself."""
_ORDER = ("w:keepNext", "w:pageBreakBefore", "w:numPr", "w:jc")
"""In which the schema wants properties of a paragraph."""


class Body:
    """Writes the blocks of one document. ``room`` is the width and height of the text, in twips."""

    def __init__(self, document: Document, relations: Relations, room: tuple[int, int]) -> None:
        self.text = Text(document, relations)
        self.pictures: dict[str, Bitmap] = {}
        self.numbered = 0
        self._document, self._relations = document, relations
        self._room = room
        self._shown = 0
        self._breaks = False
        self._in_columns = False  # where what keeps to the next would pull whole rows along

    def blocks(self, blocks: Sequence[Block], lang: Lang, width: int) -> list[Element]:
        """The elements of the blocks; those of one answer stand in its control."""
        found: list[Element] = []
        for (key, sort), some in groupby(blocks, _together):
            if key:
                found += self._answer(key, list(some), lang)
            elif sort is Beside:
                found += self._beside([one for one in some if isinstance(one, Beside)])
            else:
                for block in some:
                    found += self._block(block, lang, width)
        return found

    def paragraph(self, style: str, inside: Sequence[Element], *properties: Element) -> Element:
        """A paragraph of a style, with properties of its own."""
        if self._breaks:
            properties = (*properties, w("pageBreakBefore"))
            self._breaks = False
        if self._in_columns:
            properties = (*(one for one in properties if one.tag != "w:keepNext"), w("keepNext", val=0))
        ordered = sorted(properties, key=lambda one: _ORDER.index(one.tag))
        return w("p", w("pPr", w("pStyle", val=style), *ordered), *inside)

    def _block(self, block: Block, lang: Lang, width: int) -> Iterator[Element]:
        if isinstance(block, Heading):
            runs = self.text.runs(block.runs, lang)
            yield self.paragraph(f"Heading{block.level}", self.text.anchored(block.id, runs))
        elif isinstance(block, Paragraph):
            yield self._paragraph(block, lang)
        elif isinstance(block, ListBlock):
            yield from self._list(block, lang)
        elif isinstance(block, Table):
            yield from self._table(block, lang, width)
        elif isinstance(block, Picture):
            yield from self._picture(block, lang, width)
        elif isinstance(block, Contents):
            yield self._contents(block)
        elif isinstance(block, PageBreak):
            self._breaks = True

    def _paragraph(self, block: Paragraph, lang: Lang) -> Element:
        """A paragraph; the style of answers is kept for those that are read back."""
        inside = self.text.runs(block.runs, lang)
        style = "body" if block.style == "answer" and not block.key else block.style
        return self.paragraph(STYLE_OF[style], self.text.anchored(block.anchor, inside))

    def _list(self, block: ListBlock, lang: Lang) -> Iterator[Element]:
        properties: list[Element] = []
        if block.ordered:
            self.numbered += 1
            properties.append(w("numPr", w("ilvl", val=0), w("numId", val=NUMBERS + self.numbered)))
        anchors = block.anchors or ("",) * len(block.items)
        for runs, anchor in zip(block.items, anchors, strict=True):
            inside = self.text.anchored(anchor, self.text.runs(runs, lang))
            copies = [w("numPr", *list(one)) for one in properties]
            yield self.paragraph("ListNumber" if block.ordered else "ListBullet", inside, *copies)

    def _answer(self, key: str, blocks: list[Block], lang: Lang) -> list[Element]:
        """Each paragraph holds a control of its own, inside: one around a paragraph, or around several,
        LibreOffice takes for plain text, and drops what is bold and the links."""
        paragraphs = [made for block in blocks for made in self._block(block, lang, self._room[0])]
        if not paragraphs:
            paragraphs = [self.paragraph("Answer", [])]
        start, end = self.text.answer(key)
        for one in paragraphs:
            inside = list(one)[1 + _label(one) :]
            for run in inside:
                one.remove(run)
            one.append(self.text.control(key, inside or [w("r")]))
        paragraphs[0].insert(1, start)
        paragraphs[-1].append(end)
        return paragraphs

    def _table(self, block: Table, lang: Lang, width: int) -> Iterator[Element]:
        title = block.title or "".join(run.text for run in block.caption)
        if block.caption:
            yield self.paragraph("Caption", self.text.runs(block.caption, lang), w("keepNext"))
        elif self._breaks:
            yield self.paragraph("Small", [])
        share = width / (sum(block.widths) or 1)
        columns = [round(one * share) for one in block.widths]
        rows = [self._header(block.header, columns, lang)] if any(block.header) else []
        for number, cells in enumerate(block.rows):
            keys = block.keys[number] if block.keys else ("",) * len(cells)
            made = [
                self._cell(runs, key, wide, lang, head=block.row_headers and at == 0)
                for at, (runs, key, wide) in enumerate(zip(cells, keys, columns, strict=True))
            ]
            whole = w("trPr", w("cantSplit")) if is_low(cells, columns) else None
            rows.append(w("tr", whole, *made))
        yield table(rows, columns, title=title, header=any(block.header), first=block.row_headers)
        yield self.paragraph("Small", [])

    def _header(self, cells: Sequence[Runs], columns: Sequence[int], lang: Lang) -> Element:
        made = [
            cell(wide, [self.paragraph("TableHead", self.text.runs(runs, lang))])
            for runs, wide in zip(cells, columns, strict=True)
        ]
        return w("tr", w("trPr", w("cantSplit"), w("tblHeader")), *made)

    def _cell(self, runs: Runs, key: str, wide: int, lang: Lang, *, head: bool) -> Element:
        inside = self.text.runs(runs, lang)
        if key:
            start, end = self.text.answer(key)
            inside = [self.text.control(key, [start, *(inside or [w("r")]), end])]
        return cell(wide, [self.paragraph("TableHead" if head else "TableText", inside)])

    def _beside(self, pairs: Sequence[Beside]) -> Iterator[Element]:
        """Blocks side by side, under a row that names the languages."""
        if self._breaks:
            yield self.paragraph("Small", [])
        half = self._room[0] // 2
        columns = [half, self._room[0] - half]
        langs: tuple[Lang, Lang] = (pairs[0].left_lang, pairs[0].right_lang)
        names = [(Run(NAMES[lang], lang=lang),) for lang in langs]
        rows = [self._header(names, columns, self._document.lang)]
        self._in_columns = True
        for both in (both for pair in pairs for both in side_by_side(pair)):
            cells = []
            for blocks, lang, wide in zip(both, langs, columns, strict=True):
                inside = self.blocks(blocks, lang, wide - 200)
                if not inside or inside[-1].tag == "w:tbl":
                    inside.append(self.paragraph("Small", []))
                cells.append(cell(wide, inside))
            rows.append(w("tr", *cells))
        self._in_columns = False
        title = " · ".join(NAMES[lang] for lang in langs)
        yield table(rows, columns, title=title, header=True, first=False)
        yield self.paragraph("Small", [])

    def _picture(self, block: Picture, lang: Lang, width: int) -> Iterator[Element]:
        shape = bitmap(block)
        self._shown += 1
        name = f"media/picture{self._shown}.{shape.suffix}"
        self.pictures[name] = shape
        relation = self._relations.add("image", name)
        room = (width, round(self._room[1] * 0.8))
        shown = drawing(block, shape, id=self._shown, relation=relation, room=room)
        yield self.paragraph("Picture", [shown], *([] if block.caption else [w("keepNext", val=0)]))
        if block.caption:
            yield self.paragraph("Caption", self.text.runs(block.caption, lang), w("jc", val="center"))

    def _contents(self, block: Contents) -> Element:
        """The contents as Word makes them, filled in already; the page numbers come with its update."""
        headings = [one for one in headings_of(self._document.blocks) if one.level <= block.depth]
        code = rf' TOC \o "1-{block.depth}" \h \z \u '
        begin = [_field("begin"), w("r", words("w:instrText", code)), _field("separate")]
        entries = [
            self.paragraph(f"TOC{one.level}", [self.text.leading(one.id, one.runs)]) for one in headings
        ] or [self.paragraph("TOC1", [])]
        for at, made in enumerate(begin, 1):
            entries[0].insert(at, made)
        entries[-1].append(_field("end"))
        title = self.paragraph("ContentsTitle", self.text.runs((Run(block.title),)))
        gallery = w("docPartObj", w("docPartGallery", val="Table of Contents"), w("docPartUnique"))
        return w("sdt", w("sdtPr", self.text.new_id(), gallery), w("sdtContent", title, *entries))


def headings_of(blocks: Sequence[Block]) -> Iterator[Heading]:
    """All headings, in order."""
    for block in blocks:
        if isinstance(block, Heading):
            yield block
        elif isinstance(block, Beside):
            yield from headings_of(block.left)
            yield from headings_of(block.right)


def _together(block: Block) -> tuple[str, type[Block] | None]:
    """Blocks of one answer, and pairs of languages, that follow each other go together."""
    key = block.key if isinstance(block, Paragraph | ListBlock) else ""
    return key, Beside if isinstance(block, Beside) else None


def _label(paragraph: Element) -> int:
    """How many elements, after the properties, are the name of a field before the answer."""
    names = [one.get("w:name", "") for one in paragraph]
    last = max((at for at, name in enumerate(names) if name.startswith("_label_")), default=-2)
    return last + 2


def _field(kind: str) -> Element:
    return w("r", w("fldChar", fldCharType=kind))
