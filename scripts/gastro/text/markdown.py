"""The small Markdown that records may hold, and nothing more.

Paragraphs, lists, **bold**, *italic*, links and ``[^source-id]`` citations. Text comes
from pull requests, so what reaches a page is written anew from the parsed tokens with
everything else escaped; a text is never copied to a page as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

CITATION = re.compile(r"\[\^([^\]\s]{0,80})\]")
FIGURE = re.compile(r"\{\{ *figure:([a-z0-9-]+) *\}\}")
_SPACED_CITATION = re.compile(r"(?<![ \t])[ \t]*\[\^([^\]\s]{0,80})\]")
RECORD_LINK = re.compile(r"(?P<kind>[a-z]+)/(?P<id>[a-z0-9-]+)(?:#(?P<anchor>[a-z0-9.-]+))?")
_ALLOWED = {
    "paragraph_open",
    "paragraph_close",
    "bullet_list_open",
    "bullet_list_close",
    "ordered_list_open",
    "ordered_list_close",
    "list_item_open",
    "list_item_close",
    "inline",
    "text",
    "softbreak",
    "strong_open",
    "strong_close",
    "em_open",
    "em_close",
    "link_open",
    "link_close",
    "text_special",
}
_MARKUP_NAMES = {
    "html_block": "HTML",
    "html_inline": "HTML",
    "heading_open": "# …",
    "image": "![](…)",
    "code_inline": "`…`",
    "code_block": "    …",
    "fence": "```",
    "blockquote_open": "> …",
    "hr": "---",
    "hardbreak": "two spaces or \\ at the end of a line",
}
_ESCAPES = str.maketrans(
    {
        "&": "&amp;",
        "<": "&lt;",
        ">": "&gt;",
        "{": "&#123;",
        "}": "&#125;",
        "|": "&#124;",
        "$": "&#36;",
        "^": "&#94;",
    }
    | {character: f"\\{character}" for character in "\\`*_[]#!"}
)
_SOURCE_ID = re.compile(r"[a-z0-9-]+")
_UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029]")
_NOTE_THEN_BRACKET = re.compile(r"(\[\^[^\]]*\])\(")
_BULLET = re.compile(r"^(\s*)([-+])")
_NUMBER = re.compile(r"^(\s*[0-9]+)([.)])")
_DEFINITION = re.compile(r"^(\s*(?:\[\^[^\]]*\])*)([:~=])")


@dataclass(frozen=True, slots=True)
class Link:
    """A link in a text: its target as written."""

    target: str

    @property
    def is_web(self) -> bool:
        return self.target.startswith(("https://", "http://"))

    @property
    def record(self) -> re.Match[str] | None:
        """Kind, id and anchor, if the target is a record's address."""
        return RECORD_LINK.fullmatch(self.target)


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or list item: the ids it cites."""

    citations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text holds: its blocks, links, and what is not allowed in it."""

    blocks: tuple[Block, ...]
    links: tuple[Link, ...]
    forbidden: tuple[str, ...]
    figures: tuple[str, ...] = ()

    @property
    def citations(self) -> tuple[str, ...]:
        """Ids of the sources cited, each once, in the order they come."""
        return tuple(dict.fromkeys(cited for block in self.blocks for cited in block.citations))


@lru_cache(maxsize=50_000)
def read(text: str) -> Reading:
    """Read a text without judging it; the rules do that."""
    blocks, links, forbidden = [], [], []
    for token in _parser().parse(text):
        if token.type not in _ALLOWED and token.nesting >= 0:
            forbidden.append(_MARKUP_NAMES.get(token.type, token.type.removesuffix("_open")))
        if token.type != "inline":
            continue
        for child in token.children or []:
            if child.type == "link_open":
                links.append(Link(str(child.attrGet("href") or "")))
            elif child.type not in _ALLOWED:
                forbidden.append(_MARKUP_NAMES.get(child.type, child.type))
        blocks.append(Block(tuple(CITATION.findall(token.content))))
    forbidden += _smuggled(text)
    figures = tuple(dict.fromkeys(FIGURE.findall(text)))
    return Reading(tuple(blocks), tuple(links), tuple(dict.fromkeys(forbidden)), figures)


def _smuggled(text: str) -> Iterator[str]:
    """Markup that this parser takes for text but another might not."""
    if re.search(r"<[/!?a-zA-Z]", text):
        yield "HTML"
    if re.search(r"&#|&[a-zA-Z]+;", text):
        yield "&…;"
    if re.search(r"(?m)^[ \t]*\[[^\]]*\]:", text):
        yield "[…]: …"


@lru_cache(maxsize=50_000)
def plain(text: str) -> str:
    """The words alone, for titles, descriptions and search."""
    words = [
        child.content if child.type in ("text", "text_special") else " "
        for token in _parser().parse(text)
        for child in (token.children or [])
        if child.type in ("text", "text_special", "softbreak", "hardbreak")
    ]
    return re.sub(r"\s+", " ", CITATION.sub("", "".join(words))).strip()


def escape(text: str) -> str:
    """Any text as Markdown that shows just this text."""
    words = re.sub(r"[ \t\r\n]+", " ", _UNSEEN.sub("", text))
    return _guarded(words.translate(_ESCAPES).replace("://", ":&#47;/"))


def _guarded(line: str) -> str:
    """A line that opens no list or definition, and whose notes do not turn into links."""
    line = _NOTE_THEN_BRACKET.sub(r"\1\\(", line)
    line = _NUMBER.sub(r"\1\\\2", _BULLET.sub(r"\1\\\2", line))
    return _DEFINITION.sub(lambda match: f"{match[1]}&#{ord(match[2])};", line)


class Writer:
    """Writes a text anew as safe Markdown; subclasses say where links and notes lead."""

    def link(self, target: Link) -> str:
        """Address for a link, or empty to show its words alone."""
        return target.target if target.is_web else ""

    def cite(self, source: str) -> str:
        """Markdown of a note."""
        return f"[^{source}]"

    def figure(self, id: str) -> str:
        """Markdown of the number that ``{{ figure:id }}`` stands for."""
        return escape(f"{{{{ figure:{id} }}}}")

    def letters(self, text: str) -> str:
        """Markdown of plain words."""
        return escape(text)

    def write(self, text: str) -> str:
        """The whole text."""
        return "\n\n".join(_blocks(self, _parser().parse(_UNSEEN.sub("", text))))

    def inline(self, children: list[Token]) -> str:
        """Markdown of the pieces of one block."""
        out: list[str] = []
        open_links: list[str] = []
        for child in children:
            if child.type == "link_open":
                address = self.link(Link(str(child.attrGet("href") or "")))
                open_links.append(address)
                out.append("[" if address else "")
            elif child.type == "link_close":
                address = open_links.pop()
                out.append(f"](<{address}>)" if address else "")
            elif child.type in ("strong_open", "strong_close"):
                out.append("**")
            elif child.type in ("em_open", "em_close"):
                out.append("*")
            elif child.type in ("softbreak", "hardbreak"):
                out.append(" ")
            elif child.type in ("text", "text_special"):
                out.append(self._words(child.content))
        return _guarded("".join(out).strip(" \t"))

    def _words(self, words: str) -> str:
        pieces = _SPACED_CITATION.split(words)
        for at, piece in enumerate(pieces):
            if at % 2 == 0:
                pieces[at] = self._piece(piece)
            elif _SOURCE_ID.fullmatch(piece):
                pieces[at] = self.cite(piece)
            else:
                pieces[at] = escape(f"[^{piece}]")
        return "".join(pieces)

    def _piece(self, words: str) -> str:
        pieces = FIGURE.split(words)
        return "".join(
            self.letters(piece) if at % 2 == 0 else self.figure(piece) for at, piece in enumerate(pieces)
        )


def _blocks(writer: Writer, tokens: list[Token]) -> Iterator[str]:
    """Paragraphs as they are; the items of a list together, with their bullets."""
    items: list[str] = []
    bullets: list[str] = []
    shown: list[bool] = []  # of each open list: whether it has an item to indent under
    for token in tokens:
        if token.type in ("bullet_list_open", "ordered_list_open"):
            bullets.append("-" if token.type.startswith("bullet") else "1.")
            shown.append(False)
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            bullets.pop()
            shown.pop()
            if not bullets:
                yield "\n".join(items)
                items = []
        elif token.type == "inline":
            words = writer.inline(token.children or [])
            if words and bullets:
                shown[-1] = True
                indent = "    " * sum(shown[:-1])
                items.append(f"{indent}{bullets[-1]} {words}")
            elif words:
                yield words


@cache
def _parser() -> MarkdownIt:
    """CommonMark that takes every link target, so that the rules can name bad ones."""
    parser = MarkdownIt("commonmark")
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    return parser
