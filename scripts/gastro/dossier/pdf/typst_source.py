"""A document as the data that the Typst template sets: JSON, and the pictures beside it.

Texts come from pull requests: they are given as data and never as Typst code.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Final

from gastro.dossier.document import Contents, Document
from gastro.dossier.pdf.typst_blocks import REGIONS, BlockWriter, Told
from gastro.dossier.pdf.typst_text import shown, undivided
from gastro.text.dates import Point, When, show_date

DATA_FILE: Final = "document.json"
_SVG_TEXT: Final = re.compile(r">([^<]+)<")


@dataclass(frozen=True, slots=True)
class Source:
    """What the template needs: files by name; every text that fonts must be able to set; and of
    each table, in order, whether the first cells of its rows are headers."""

    files: dict[str, bytes]
    texts: tuple[str, ...]
    row_headers: tuple[bool, ...] = ()


def source(document: Document) -> Source:
    """The data file of a document and its pictures."""
    writer = BlockWriter(document)
    told = _whole(document, writer)
    told["undivided"] = undivided(tuple(_texts(told)))
    data = json.dumps(told, ensure_ascii=False, sort_keys=True)
    lettering = tuple(
        unescape(part)
        for name, picture in writer.pictures.items()
        if name.endswith(".svg")
        for part in _SVG_TEXT.findall(picture.decode("utf-8"))
    )
    files = {DATA_FILE: data.encode("utf-8")} | writer.pictures
    return Source(files, (*_texts(told), *lettering), tuple(writer.row_headers))


def _whole(document: Document, writer: BlockWriter) -> Told:
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
        "region": REGIONS[document.lang],
        "date": [day.year, day.month, day.day],
        "header": shown(document.header),
        "notice": shown(document.notice),
        "landscape": document.landscape,
        "page_words": [shown(before), shown(between), shown(after)],
        "numbered": bool(numbered),
        "title_page": title_page,
        "blocks": writer.blocks(document.blocks),
    }


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
