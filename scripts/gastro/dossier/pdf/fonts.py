"""Sarabun cut for a PDF out of which Thai copies and searches as it was written.

A Thai letter and the marks above and below it are usually drawn one by one, each moved to its place.
Readers of PDF guess from such places where words end: they put in spaces, or read a letter twice.
So every letter that carries marks in a document becomes one glyph here, drawn as the shaper
sets it and standing for all of its characters. Nothing is left to guess.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files
from io import BytesIO
from typing import Final

import uharfbuzz
from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable

FACES: Final = ("Sarabun-Regular", "Sarabun-Bold", "Sarabun-Italic", "Sarabun-BoldItalic")
MARKS: Final = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0300-\u036f"
"""What stands above or below a letter."""
CLUSTER: Final = re.compile(f"[^\\s{MARKS}][{MARKS}]+\u0e33?|[^\\s{MARKS}]\u0e33|[\u0e24\u0e26]\u0e45")
"""A letter with its marks, and with sara am or the long vowel that changes its foot."""
_UNSHAPED: Final = dict.fromkeys(("ccmp", "kern", "liga", "locl", "mark", "mkmk"), False)
_SHAPED: Final = {"liga": False}
_RULES: Final = """languagesystem DFLT dflt;
languagesystem latn dflt;
languagesystem thai dflt;
feature ccmp {{
{rules}
}} ccmp;
"""


def fonts_for(texts: Iterable[str]) -> dict[str, bytes]:
    """TrueType files by name, one a face, fit for ``texts``; for the same characters the same bytes.

    A character that Sarabun lacks is drawn as a box, which still stands for that character.
    """
    characters: set[str] = set()
    clusters: set[str] = set()
    for text in texts:
        characters.update(text)
        clusters.update(CLUSTER.findall(text))
    wanted = ("".join(sorted(characters)), tuple(sorted(clusters)))
    return {f"{face}.ttf": _cut(face, *wanted) for face in FACES}


@lru_cache(maxsize=8)
def _cut(face: str, characters: str, clusters: tuple[str, ...]) -> bytes:
    font = TTFont(BytesIO(_source(face)), recalcTimestamp=False, recalcBBoxes=False)
    shaper = uharfbuzz.Font(uharfbuzz.Face(_source(face)))
    order = font.getGlyphOrder()
    _draw_alone(font, characters)
    joined: dict[tuple[str, ...], str] = {}
    for number, text in enumerate(clusters):
        parts = tuple(order[glyph] for glyph, *_ in _shaped(shaper, text, _UNSHAPED))
        if parts not in joined and ".notdef" not in parts:
            joined[parts] = f"cluster{number}"
            _join(font, shaper, order, text, joined[parts])
    if joined:
        font["GSUB"] = _substitutions(font.getGlyphOrder(), joined)
    else:
        del font["GSUB"]
    out = BytesIO()
    font.save(out, reorderTables=None)
    return out.getvalue()


@cache
def _source(face: str) -> bytes:
    return files("fontpkg_sarabun").joinpath("files", f"{face}.ttf").read_bytes()


def _draw_alone(font: TTFont, characters: str) -> None:
    """A glyph of its own for each character without one: no glyph stands for two characters.

    The hyphen at which no line ends looks like the other one; what is unknown is a box.
    """
    known = dict(font.getBestCmap())
    for character in characters:
        if (code := ord(character)) in known or not character.isprintable():
            continue
        like = known[ord("-")] if character == "\u2011" else ".notdef"
        name = f"alone{code:X}"
        font["glyf"][name] = font["glyf"][like]
        font["hmtx"][name] = font["hmtx"][like]
        known[code] = name
    whole = CmapSubtable.newSubtable(12)
    whole.platformID, whole.platEncID, whole.language, whole.cmap = 3, 10, 0, known
    font["cmap"].tables = [whole]


def _join(font: TTFont, shaper: uharfbuzz.Font, order: list[str], text: str, name: str) -> None:
    """Draw a cluster as one glyph, as the shaper sets it."""
    width, pen = 0, TTGlyphPen(dict.fromkeys(order))
    lefts, bottoms, rights, tops = [], [], [], []
    for glyph, x, y, advance in _shaped(shaper, text, _SHAPED):
        pen.addComponent(order[glyph], (1, 0, 0, 1, width + x, y))
        box = shaper.get_glyph_extents(glyph)
        lefts.append(width + x + box.x_bearing)
        rights.append(lefts[-1] + box.width)
        tops.append(y + box.y_bearing)
        bottoms.append(tops[-1] + box.height)
        width += advance
    drawn = pen.glyph()
    drawn.xMin, drawn.yMin, drawn.xMax, drawn.yMax = (min(lefts), min(bottoms), max(rights), max(tops))
    font["glyf"][name] = drawn
    font["hmtx"][name] = (width, drawn.xMin)


def _substitutions(order: list[str], joined: dict[tuple[str, ...], str]) -> object:
    """The table that puts one glyph in the place of its parts.

    It is made in a font without other tables, since those need not be read then.
    """
    rules = "\n".join(f"  sub {' '.join(parts)} by {name};" for parts, name in joined.items())
    bare = TTFont()
    bare.setGlyphOrder(order)
    addOpenTypeFeaturesFromString(bare, _RULES.format(rules=rules), tables=["GSUB"])
    return bare["GSUB"]


def _shaped(shaper: uharfbuzz.Font, text: str, features: dict[str, bool]) -> list[tuple[int, int, int, int]]:
    """The glyphs of a text: number, shift to the right, shift up, advance; in units of the font."""
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    uharfbuzz.shape(shaper, buffer, features)
    return [
        (glyph.codepoint, place.x_offset, place.y_offset, place.x_advance)
        for glyph, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    ]
