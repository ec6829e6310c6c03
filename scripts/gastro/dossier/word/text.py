"""Runs of a document as they stand in a paragraph of the Word file: letters, links, notes, numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from xml.etree.ElementTree import Element

from gastro.dossier.document import (
    Beside,
    Block,
    Document,
    Heading,
    ListBlock,
    Paragraph,
    Picture,
    Run,
    Runs,
    Table,
)
from gastro.dossier.word.anchors import Base, Origin, answers_of, name_of, tag_of
from gastro.dossier.word.markdown import REFERENCES, origin_of
from gastro.dossier.word.styles import language, letters
from gastro.dossier.word.xml import Relations, node, w, words
from gastro.text.dates import Lang

_BREAKS = re.compile(r"([\n\t])")


class Text:
    """Writes runs, and keeps the names and numbers that must be unique in the file."""

    def __init__(self, document: Document, relations: Relations) -> None:
        self.lang: Lang = document.lang
        self.base = Base(answers=answers_of(document))
        self._relations = relations
        self._bookmarks, self._controls, self._marks = count(1), count(1), count(1)
        self._known = set(anchors_of(document.blocks))
        self._asked: dict[str, list[str]] = {}
        for run in every_run(document.blocks):
            name = _own_anchor(run)
            if name and run.target in self._known and name not in self._asked.get(run.target, ()):
                self._asked.setdefault(run.target, []).append(name)

    def runs(self, runs: Runs, lang: Lang | None = None) -> list[Element]:
        """The runs; those without a language of their own are in ``lang``, or the document's."""
        return [made for run in runs for made in self._run(run, lang or self.lang)]

    def anchored(self, id: str, inside: Sequence[Element]) -> list[Element]:
        """The elements, with what points at ``id`` leading to them."""
        if not id:
            return list(inside)
        names = [name_of("at", id), *self._asked.get(id, ())]
        return self._named(names, inside)

    def answer(self, key: str) -> tuple[Element, Element]:
        """Both ends of the bookmark of an answer."""
        number = sum(known == key for known in self.base.names.values())
        name = name_of("answer", key, number)
        self.base.names[name] = key
        id = next(self._bookmarks)
        return w("bookmarkStart", id=id, name=name), w("bookmarkEnd", id=id)

    def control(self, tag: str, inside: Iterable[Element]) -> Element:
        """A content control that may be edited, and taken away."""
        properties = w("sdtPr", w("alias", val=tag_of(tag)), w("tag", val=tag_of(tag)), self.new_id())
        return w("sdt", properties, w("sdtContent", *inside))

    def leading(self, target: str, runs: Runs) -> Element:
        """Words that lead to a heading."""
        made = [self._letters(run, self.lang, "") for run in runs]
        return w("hyperlink", *made, anchor=name_of("at", target), history=1)

    def new_id(self) -> Element:
        """An id for a control."""
        return w("id", val=1_000_000 + next(self._controls))

    def _named(self, names: Sequence[str], inside: Sequence[Element]) -> list[Element]:
        ids = [next(self._bookmarks) for _ in names]
        starts = [w("bookmarkStart", id=id, name=name) for id, name in zip(ids, names, strict=True)]
        return [*starts, *inside, *(w("bookmarkEnd", id=id) for id in reversed(ids))]

    def _run(self, run: Run, lang: Lang) -> list[Element]:
        leads = run.target in self._known
        origin = origin_of(run)
        kind, _, value = origin.partition(":")
        style = "Citation" if kind == "cite" else "Hyperlink" if run.href or leads else ""
        style = "FigureValue" if kind in REFERENCES and not style else style
        made = self._letters(run, lang, style)
        if run.href:
            self.base.links[run.href] = value if kind == "link" else run.href
            id = self._relations.add("hyperlink", run.href, outside=True)
            made = node("w:hyperlink", {"r:id": id, "w:history": "1"}, made)
        elif leads:
            name = _own_anchor(run) or name_of("at", run.target)
            self.base.origins |= {name: Origin(origin, run.text)} if _own_anchor(run) else {}
            made = w("hyperlink", made, anchor=name, history=1)
        if origin and (kind in REFERENCES or not (run.href or leads)):
            return self._mark(origin, run.text, made)
        return [made]

    def _mark(self, origin: str, text: str, made: Element) -> list[Element]:
        """Words that stand for something in the record: a bookmark, and a control around it. The name of
        a field, which is no part of the answer, has the bookmark only."""
        kind, _, value = origin.partition(":")
        name = name_of(kind, value.replace("/", "-") or "field", next(self._marks))
        self.base.origins[name] = Origin(origin, text)
        marked = self._named([name], [made])
        return marked if kind == "label" else [self.control(origin, marked)]

    def _letters(self, run: Run, lang: Lang, style: str) -> Element:
        shown = [w("rStyle", val=style)] if style else []
        shown += letters(bold=run.bold, italic=run.italic, raised=run.raised and style != "Citation")
        spoken: Lang = run.lang or lang
        if spoken != self.lang:
            shown.append(language(spoken))
        return w("r", w("rPr", *shown) if shown else None, *_texts(run.text))


def _own_anchor(run: Run) -> str:
    """The name under which a run that leads inside the file leads there for its record's sake."""
    kind, _, value = origin_of(run).partition(":")
    return name_of(kind, value.replace("/", "-")) if run.target and kind in ("cite", "link") else ""


def _texts(text: str) -> Iterator[Element]:
    for part in _BREAKS.split(text):
        if part == "\n":
            yield w("br")
        elif part == "\t":
            yield w("tab")
        elif part:
            yield words("w:t", part)


def every_run(blocks: Iterable[Block]) -> Iterator[Run]:
    """All runs of the blocks, in order."""
    for block in blocks:
        if isinstance(block, Heading | Paragraph):
            yield from block.runs
        elif isinstance(block, ListBlock):
            yield from (run for item in block.items for run in item)
        elif isinstance(block, Table):
            rows = [(block.caption,), block.header, *block.rows]
            yield from (run for row in rows for cell in row for run in cell)
        elif isinstance(block, Picture):
            yield from block.caption
        elif isinstance(block, Beside):
            yield from every_run(block.left)
            yield from every_run(block.right)


def anchors_of(blocks: Iterable[Block]) -> Iterator[str]:
    """The ids that runs may lead to."""
    for block in blocks:
        if isinstance(block, Heading):
            yield block.id
        elif isinstance(block, Paragraph) and block.anchor:
            yield block.anchor
        elif isinstance(block, ListBlock):
            yield from filter(None, block.anchors)
        elif isinstance(block, Beside):
            yield from anchors_of(block.left)
            yield from anchors_of(block.right)
