"""Sarabun drawn into pictures, Thai marks in their places.

Pillow shapes Thai where it finds the system's FriBidi library. Where it does not, resvg,
which brings its own shaper, draws the same lines: slower, and just as right.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from typing import Final, Literal
from xml.etree.ElementTree import Element, SubElement, tostring

import resvg_py
from fontTools.ttLib import TTFont
from PIL import Image, ImageDraw, ImageFont, features

Weight = Literal[400, 700]
Shaper = Literal["raqm", "resvg"]
FILES: Final[dict[Weight, str]] = {400: "Sarabun-Regular.ttf", 700: "Sarabun-Bold.ttf"}
_UNKNOWN: Final = 0.6
"""Width in ems of a letter that Sarabun lacks."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text: where its baseline begins and its size, in pixels."""

    text: str
    x: int
    y: int
    size: int
    weight: Weight


@cache
def shaper() -> Shaper:
    """What sets Thai on this machine."""
    return "raqm" if features.check("raqm") and features.check("fribidi") else "resvg"


def width_of(text: str, size: float, weight: Weight) -> float:
    """Width of a text in pixels, from the advances of its letters."""
    ems = _advances(weight)
    return sum(ems.get(ord(letter), _UNKNOWN) for letter in text) * size


def draw_lines(area: tuple[int, int], lines: Iterable[Line], by: Shaper | None = None) -> Image.Image:
    """Lines as a mask (``L``, 255 where there is ink) of width and height ``area``."""
    if (by or shaper()) == "raqm":
        mask = Image.new("L", area)
        pen = ImageDraw.Draw(mask)
        for line in lines:
            pen.text((line.x, line.y), line.text, 255, _font(line.size, line.weight), anchor="ls")
        return mask
    return _by_resvg(area, lines)


@cache
def fonts_digest() -> str:
    """Changes with the fonts."""
    return hashlib.sha256(b"".join(_path(weight).read_bytes() for weight in FILES)).hexdigest()[:16]


def _path(weight: Weight) -> Path:
    return Path(str(files("fontpkg_sarabun").joinpath("files", FILES[weight])))


@cache
def _font(size: int, weight: Weight) -> ImageFont.FreeTypeFont:
    data = BytesIO(_path(weight).read_bytes())
    return ImageFont.truetype(data, size, layout_engine=ImageFont.Layout.RAQM)


@cache
def _advances(weight: Weight) -> dict[int, float]:
    font = TTFont(_path(weight))
    ems, widths = font["head"].unitsPerEm, font["hmtx"].metrics
    return {code: widths[name][0] / ems for code, name in font.getBestCmap().items()}


def _by_resvg(area: tuple[int, int], lines: Iterable[Line]) -> Image.Image:
    width, height = area
    page = Element("svg", xmlns="http://www.w3.org/2000/svg", viewBox=f"0 0 {width} {height}", fill="#fff")
    SubElement(page, "rect", width=str(width), height=str(height), fill="#000")
    for line in lines:
        placed = {"x": str(line.x), "y": str(line.y), "font-size": str(line.size)}
        font = {"font-family": "Sarabun", "font-weight": str(line.weight)}
        SubElement(page, "text", placed | font).text = line.text
    drawn = resvg_py.svg_to_bytes(
        svg_string=tostring(page, encoding="unicode"),
        width=width,
        skip_system_fonts=True,
        font_files=[str(_path(weight)) for weight in FILES],
    )
    return Image.open(BytesIO(bytes(drawn))).convert("L")
