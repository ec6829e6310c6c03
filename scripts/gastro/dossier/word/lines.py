"""The paragraphs of a Word file that comes back, as they stand when all tracked changes are accepted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from gastro.dossier.word.anchors import Base
from gastro.dossier.word.markdown import REFERENCES, Piece
from gastro.dossier.word.marks import TAG, marked
from gastro.dossier.word.package import R_ID, Package, W, is_on, value
from gastro.text.thai import has_thai

_THROUGH = {f"{W}{name}" for name in ("ins", "moveTo", "smartTag", "customXml", "dir", "bdo", "sdtContent")}
_FIELD = re.compile(r'^\s*HYPERLINK\s+(?:"([^"]*)")?(?:.*?\\l\s+"([^"]*)")?')
_SIGNS = {"tab": " ", "br": " ", "cr": " ", "noBreakHyphen": "\u2011", "softHyphen": ""}
_PICTURES = {"drawing", "pict", "object"}


@dataclass
class Comment:
    """A remark in the margin: on which answer and words, by whom, and what it says."""

    key: str
    author: str
    words: str
    text: str


@dataclass
class Line:
    """A paragraph. ``place`` tells cells of tables and the body apart."""

    style: str
    place: int
    pieces: list[tuple[str, Piece]] = field(default_factory=list)
    """Each with the key of the answer whose control it stands in, or nothing."""
    ordered: bool | None = None
    """For an item of a list: whether the list counts."""
    keys: list[str] = field(default_factory=list)
    """Answers whose bookmarks lie here; where none does, those whose controls do."""
    bookmarked: bool = False
    controls: list[str] = field(default_factory=list)
    text: str = ""
    left_out: list[str] = field(default_factory=list)
    joins_next: bool = False

    @property
    def is_contents(self) -> bool:
        """Whether it is an entry of the contents, which programs write anew."""
        return self.style.casefold().startswith(("toc ", "contents"))


class Lines:
    """Reads the paragraphs of a file; ``comments`` are there once all are read."""

    def __init__(self, package: Package, base: Base) -> None:
        self._package, self._base = package, base
        self._links = {_same(href): to for href, to in base.links.items()}
        self._open: dict[str, str] = {}  # bookmarks by id: name
        self._fields: list[list[str]] = []  # code, and "shown" once the result begins
        self._places = 0
        self._remarks = dict(_remarks(package))
        self._commented: dict[str, list[str]] = {}
        self.comments: list[Comment] = []

    def read(self) -> list[Line]:
        """All paragraphs of the body, in order."""
        body = self._package.document.find(f"{W}body")
        return [] if body is None else list(self._blocks(body, 0, ""))

    def _blocks(self, parent: Element, place: int, key: str) -> Iterator[Line]:
        for one in parent:
            if one.tag == f"{W}p":
                yield self._line(one, place, key)
            elif one.tag == f"{W}sdt":
                if not is_on(one.find(f"{W}sdtPr"), "showingPlcHdr"):
                    yield from self._blocks(one, place, self._key_of(one) or key)
            elif one.tag == f"{W}tc":
                self._places += 1
                yield from self._blocks(one, self._places, key)
            elif one.tag == f"{W}tbl":
                held = bool(key or self._answers())
                for line in self._blocks(one, place, key):
                    line.left_out += ["table"] if held else []
                    yield line
            elif one.tag in (f"{W}bookmarkStart", f"{W}bookmarkEnd"):
                self._bookmark(one, None)
            elif one.tag in _THROUGH or (one.tag == f"{W}tr" and not is_on(one.find(f"{W}trPr"), "del")):
                yield from self._blocks(one, place, key)

    def _line(self, paragraph: Element, place: int, key: str) -> Line:
        properties = paragraph.find(f"{W}pPr")
        style = value(properties.find(f"{W}pStyle")) if properties is not None else ""
        line = Line(self._package.style_name(style), place, ordered=self._list(properties, style))
        if properties is not None:
            line.joins_next = is_on(properties.find(f"{W}rPr"), "del", "moveFrom")
        line.keys += self._answers()
        line.controls += [key] if key else []
        self._inside(paragraph, line, Piece(""), key)
        line.bookmarked = bool(line.keys)
        line.keys = list(dict.fromkeys(line.keys or line.controls))
        line.text = "".join(piece.text for _, piece in line.pieces)
        line.pieces = list(marked(line.pieces, self._base))
        return line

    def _answers(self) -> list[str]:
        """The answers whose bookmarks are open."""
        return [self._base.names[name] for name in self._open.values() if name in self._base.names]

    def _list(self, properties: Element | None, style: str) -> bool | None:
        given = properties.find(f"{W}numPr/{W}numId") if properties is not None else None
        id = value(given) if given is not None else self._package.list_of_style(style)
        return self._package.ordered.get(id) if id not in ("", "0") else None

    def _inside(self, parent: Element, line: Line, look: Piece, key: str) -> None:
        for one in parent:
            tag = one.tag.removeprefix(W)
            if tag == "r":
                self._run(one, line, look, key)
            elif tag == "hyperlink":
                href = self._package.hrefs.get(one.get(R_ID, ""), "")
                self._inside(one, line, self._led(look, href, one.get(f"{W}anchor", "")), key)
            elif tag == "fldSimple":
                self._inside(one, line, self._by_code(look, one.get(f"{W}instr", "")), key)
            elif tag == "sdt":
                self._control(one, line, look, key)
            elif tag in ("bookmarkStart", "bookmarkEnd"):
                self._bookmark(one, line)
            elif tag == "commentRangeStart":
                self._commented[one.get(f"{W}id", "")] = []
            elif one.tag in _THROUGH:
                self._inside(one, line, look, key)
            elif tag.endswith(("}oMath", "}oMathPara")):
                line.left_out.append("equation")

    def _control(self, control: Element, line: Line, look: Piece, key: str) -> None:
        """Answers do not stand in each other: of two controls, the outer one counts."""
        own = key or self._key_of(control)
        line.controls += [own] if own else []
        if is_on(control.find(f"{W}sdtPr"), "showingPlcHdr"):
            return
        tag = value(control.find(f"{W}sdtPr/{W}tag"))
        if tag.partition(":")[0] in _KINDS:
            look = replace(look, code=f"{TAG}{tag}")
        self._inside(control, line, look, own)

    def _key_of(self, control: Element) -> str:
        return self._base.names.get(value(control.find(f"{W}sdtPr/{W}tag")), "")

    def _bookmark(self, one: Element, line: Line | None) -> None:
        id, name = one.get(f"{W}id", ""), one.get(f"{W}name", "")
        if one.tag == f"{W}bookmarkEnd":
            self._open.pop(id, None)
        elif name:
            self._open[id] = name
            if line and name in self._base.names:
                line.keys.append(self._base.names[name])

    def _run(self, run: Element, line: Line, look: Piece, key: str) -> None:
        properties = run.find(f"{W}rPr")
        if is_on(properties, "vanish", "del"):
            return
        for one in run:
            tag = one.tag.removeprefix(W)
            if tag == "fldChar":
                self._field(one.get(f"{W}fldCharType", ""))
            elif tag == "instrText" and self._fields:
                self._fields[-1][0] += one.text or ""
            elif tag == "commentReference":
                self._comment(one.get(f"{W}id", ""), line, key)
            elif tag in ("footnoteReference", "endnoteReference"):
                line.left_out.append("footnote")
            elif tag in _PICTURES or tag.endswith("}AlternateContent"):
                line.left_out.append("picture")
            text = (one.text or "") if tag == "t" else _SIGNS.get(tag, "")
            if text and all(shown for _, shown in self._fields):
                self._say(text, line, self._look(look, properties, text), key)

    def _say(self, text: str, line: Line, look: Piece, key: str) -> None:
        for code, _ in self._fields:
            look = self._by_code(look, code)
        marks = [name for name in self._open.values() if name in self._base.origins]
        for words in self._commented.values():
            words.append(text)
        answers = self._answers()
        code = marks[-1] if marks else look.code
        line.pieces.append((answers[-1] if answers else key, replace(look, text=text, code=code)))

    def _look(self, look: Piece, properties: Element | None, text: str) -> Piece:
        """Bold and italic as they show: Thai letters follow the switches of complex scripts."""
        thai, latin = has_thai(text), any(character.isascii() and character.isalpha() for character in text)
        ends = [""] if latin and not thai else ["Cs"] if thai else ["", "Cs"]
        named = properties.find(f"{W}rStyle") if properties is not None else None
        style = self._package.style_name(value(named)) if named is not None else ""
        height = value(properties.find(f"{W}vertAlign")) if properties is not None else ""
        return replace(
            look,
            bold=is_on(properties, *(f"b{end}" for end in ends)) or style == "Strong",
            italic=is_on(properties, *(f"i{end}" for end in ends)) or style == "Emphasis",
            raised=height == "superscript",
        )

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append(["", ""])
        elif kind == "separate" and self._fields:
            self._fields[-1][1] = "shown"
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _by_code(self, look: Piece, code: str) -> Piece:
        found = _FIELD.match(code)
        return self._led(look, found[1] or "", found[2] or "") if found else look

    def _led(self, look: Piece, href: str, anchor: str) -> Piece:
        """The look of words that lead somewhere: a note, a record, or an address."""
        if not href or href.startswith("#"):
            known = self._base.origins.get(anchor or href.removeprefix("#"))
            kind, _, id = known.origin.partition(":") if known else ("", "", "")
            return replace(look, cites=id) if kind == "cite" else replace(look, link=id)
        return replace(look, link=self._links.get(_same(href), href))

    def _comment(self, id: str, line: Line, key: str) -> None:
        words = "".join(self._commented.pop(id, []))
        if id in self._remarks:
            author, text = self._remarks[id]
            self.comments.append(Comment(key or next(iter(line.keys), ""), author, words, text))


_KINDS = REFERENCES | {"cite", "link"}


def _same(href: str) -> str:
    """What an address is to every program: some add a slash at its end, or write it in other signs."""
    return unquote(href).rstrip("/")


def _remarks(package: Package) -> Iterator[tuple[str, tuple[str, str]]]:
    root = package.parts.get("comments")
    for one in [] if root is None else root.iter(f"{W}comment"):
        paragraphs = ["".join(text.text or "" for text in p.iter(f"{W}t")) for p in one.iter(f"{W}p")]
        yield one.get(f"{W}id", ""), (one.get(f"{W}author", ""), "\n".join(paragraphs))
