"""Letters with marks as one glyph: drawn where the shaper puts them, and read as what was written."""

from __future__ import annotations

from importlib.resources import files
from io import BytesIO
from itertools import pairwise

import pytest
import uharfbuzz
from fontTools.pens.recordingPen import RecordingPen
from fontTools.ttLib import TTFont

from gastro.dossier.pdf.fonts import CLUSTER, FACES, fonts_for

TEXT = "กลิ่นที่ดี น้ำตาลปึก ฝั่งป่า ปั้น ญู่ ฐุ ฟ้ำ ฤๅษี ก็ โต๊ะ ศิลป์ fine é"


@pytest.mark.parametrize("face", FACES)
def test_a_text_is_drawn_just_as_with_the_font_itself(face: str) -> None:
    own = files("fontpkg_sarabun").joinpath("files", f"{face}.ttf").read_bytes()
    cut = fonts_for([TEXT])[f"{face}.ttf"]
    assert _drawn(cut) == _drawn(own, liga=False)


def test_each_glyph_stands_for_its_letters_and_has_their_width() -> None:
    cut = fonts_for([TEXT])["Sarabun-Regular.ttf"]
    shaped = _shaped(cut, TEXT)
    places = [glyph.cluster for glyph, _ in shaped] + [len(TEXT)]
    parts = [TEXT[start:end] for start, end in pairwise(places)]
    assert "".join(parts) == TEXT
    assert {"ลิ่", "ที่", "น้ำ", "ปั้", "ญู่", "ฤๅ", "ป์"} <= set(parts)
    assert all(place.x_offset == place.y_offset == 0 and place.x_advance > 0 for _, place in shaped)


def test_the_same_letters_give_the_same_bytes_in_any_order() -> None:
    assert fonts_for(["น้ำ ที่"]) == fonts_for(["ที่", "น้ำ", " "])


def test_a_letter_that_sarabun_lacks_has_a_box_of_its_own() -> None:
    font = TTFont(BytesIO(fonts_for(["漢🍧\u2011"])["Sarabun-Bold.ttf"]))
    names = font.getBestCmap()
    assert len({names[ord(letter)] for letter in "漢🍧\u2011-"}) == 4
    assert font["hmtx"][names[ord("🍧")]] == font["hmtx"][".notdef"]
    assert font["hmtx"][names[0x2011]] == font["hmtx"][names[ord("-")]]


@pytest.mark.parametrize(
    ("text", "clusters"),
    [
        ("ที่นี่", ["ที่", "นี่"]),
        ("น้ำ ทำ", ["น้ำ", "ทำ"]),
        ("ฤๅษี", ["ฤๅ", "ษี"]),
        ("ab é ก", []),
        ("x\u0301", ["x\u0301"]),
        (" ่", []),
    ],
)
def test_clusters(text: str, clusters: list[str]) -> None:
    assert CLUSTER.findall(text) == clusters


def _shaped(
    font: bytes, text: str, **features: bool
) -> list[tuple[uharfbuzz.GlyphInfo, uharfbuzz.GlyphPosition]]:
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    uharfbuzz.shape(uharfbuzz.Font(uharfbuzz.Face(font)), buffer, features)
    return list(zip(buffer.glyph_infos, buffer.glyph_positions, strict=True))


def _drawn(font: bytes, **features: bool) -> list[tuple[str, tuple[tuple[float, float], ...]]]:
    """Every stroke of the text, in its place."""
    drawer = uharfbuzz.Font(uharfbuzz.Face(font))
    strokes, pen = [], 0
    for glyph, place in _shaped(font, TEXT, **features):
        recording = RecordingPen()
        drawer.draw_glyph_with_pen(glyph.codepoint, recording)
        x, y = pen + place.x_offset, place.y_offset
        for kind, points in recording.value:
            strokes.append((kind, tuple((px + x, py + y) for px, py in points)))
        pen += place.x_advance
    return strokes
