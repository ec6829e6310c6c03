"""What a document says and how it is ordered, before it is a Word file or a PDF.

Both writers (word, pdf) are given this and nothing else, so that they cannot differ in
what they say. Texts are plain; markup is told by the runs.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from gastro.text.dates import Lang


@dataclass(frozen=True, slots=True)
class Run:
    """Words set alike. ``lang`` is empty where it is the document's own.

    ``href`` is an address on the web; ``target`` the id of a heading or an anchor of this
    document; ``raised`` is set small and above the line (the number of a note).
    ``origin`` says what the record holds in place of these words, so that they come back from
    Word as it: ``cite:<source>``; ``figure:<id>``, ``count:…`` or ``names:…`` of a reference;
    ``link:<kind>/<id>`` of a link to a record; ``label:`` of words that are no part of the answer.
    """

    text: str
    lang: Lang | Literal[""] = ""
    bold: bool = False
    italic: bool = False
    raised: bool = False
    href: str = ""
    target: str = ""
    origin: str = ""


Runs = tuple[Run, ...]
ParagraphStyle = Literal["body", "answer", "gap", "notice", "small", "label", "note"]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 4. ``id`` is ASCII and unique in the document."""

    level: int
    runs: Runs
    id: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. ``key`` names the answer it holds, if it is one that may be edited in Word:
    ``<section>/<field>/<number>/<lang>``; ``anchor`` is an id that runs may point at."""

    runs: Runs
    style: ParagraphStyle = "body"
    key: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A list, its items each of runs; ``anchors`` gives an id to each item, or is empty; ``key``
    as of a paragraph: blocks of one answer that follow each other share their key."""

    items: tuple[Runs, ...]
    ordered: bool = False
    anchors: tuple[str, ...] = ()
    key: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a header row; with ``row_headers`` the first cell of each row is a header too.

    ``widths`` are shares of the text's width, one a column. ``keys`` names the cells that
    may be edited in Word, row by row, or is empty. Where a heading says what the table is,
    there is no caption, and ``title`` tells it to those who hear the document.
    """

    caption: Runs
    header: tuple[Runs, ...]
    rows: tuple[tuple[Runs, ...], ...]
    widths: tuple[float, ...]
    row_headers: bool = False
    keys: tuple[tuple[str, ...], ...] = ()
    title: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as PNG, JPEG or SVG; ``width`` is its share of the text's width."""

    data: bytes
    format: Literal["png", "jpeg", "svg"]
    alt: str
    caption: Runs = ()
    width: float = 1.0


@dataclass(frozen=True, slots=True)
class Beside:
    """Two languages side by side: what stands on the left is in ``left_lang``, and so on."""

    left: tuple[Block, ...]
    right: tuple[Block, ...]
    left_lang: Lang = "en"
    right_lang: Lang = "th"


@dataclass(frozen=True, slots=True)
class Contents:
    """The table of contents, down to a level of headings."""

    title: str
    depth: int = 2


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins a page."""


Block = Heading | Paragraph | ListBlock | Table | Picture | Beside | Contents | PageBreak


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document. ``notice`` stands on every page, as does ``header``."""

    title: str
    lang: Lang
    date: date
    blocks: tuple[Block, ...]
    subtitle: str = ""
    header: str = ""
    notice: str = ""
    author: str = ""
    keywords: tuple[str, ...] = ()
    landscape: bool = False
    words: dict[str, str] = field(default_factory=dict)
    """Fixed words that writers need: ``page`` (``Page {0} of {1}``)."""
