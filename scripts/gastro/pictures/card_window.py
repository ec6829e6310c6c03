"""The picture on a share card: a drawing, its ground drawn on to the edges, or a photo cut to fit."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Final, cast

import resvg_py
from PIL import Image

Colour = tuple[int, int, int]
SIZE: Final = (540, 630)
COLOURS: Final = 192
_PLAIN_WIDTH: Final = 580
"""Width of a drawing whose ground can be drawn on above and below."""
_SKY_WIDTH: Final = 700
"""Width of one that can be drawn on above only."""


@dataclass(frozen=True, slots=True)
class Window:
    """A picture of ``SIZE`` as numbers into its own ``palette`` (red, green, blue, …)."""

    numbers: bytes
    palette: bytes


def window(file: Path) -> Window:
    """The window onto a picture file. Raises OSError where it cannot be read."""
    if file.suffix == ".svg":
        return _flat(_drawing(file.read_text(encoding="utf-8")))
    with Image.open(file) as photo:
        photo.load()
        return _shaded(_cut(photo.convert("RGB")))


def rasterise(svg: str, width: int) -> Image.Image:
    """A drawing ``width`` pixels wide, on nothing (RGBA)."""
    drawn = resvg_py.svg_to_bytes(svg_string=svg, width=width, skip_system_fonts=True)
    return Image.open(BytesIO(bytes(drawn))).convert("RGBA")


def _drawing(svg: str) -> Image.Image:
    width, height = SIZE
    drawn = rasterise(svg, _PLAIN_WIDTH).convert("RGB")
    sky, ground = _plain(drawn, 0), _plain(drawn, drawn.height - 1)
    if sky is None:
        return _cut(rasterise(svg, height * drawn.width // drawn.height + 1).convert("RGB"))
    if ground is None:
        drawn = rasterise(svg, _SKY_WIDTH).convert("RGB")
        top = height - drawn.height
    else:
        top = (height - drawn.height) // 2
    shown = Image.new("RGB", SIZE, sky)
    if ground is not None:
        shown.paste(ground, (0, top + drawn.height // 2, width, height))
    shown.paste(drawn, ((width - drawn.width) // 2, top))
    return shown


def _plain(picture: Image.Image, row: int) -> Colour | None:
    """The colour of a row of pixels that has only one."""
    found = _colours(picture.crop((0, row, picture.width, row + 1)))
    return found[0] if len(found) == 1 else None


def _colours(picture: Image.Image) -> list[Colour]:
    """The colours of a picture in RGB, the most frequent first."""
    counted = picture.getcolors(picture.width * picture.height) or []
    return [cast(Colour, colour) for _, colour in sorted(counted, key=lambda found: (-found[0], found[1]))]


def _cut(picture: Image.Image) -> Image.Image:
    """The middle of a picture, as large as fits."""
    scale = max(SIZE[0] / picture.width, SIZE[1] / picture.height)
    wide, high = (SIZE[0] / scale, SIZE[1] / scale)
    left, top = (picture.width - wide) / 2, (picture.height - high) / 2
    return picture.resize(SIZE, Image.Resampling.LANCZOS, (left, top, left + wide, top + high))


def _flat(picture: Image.Image) -> Window:
    """Flat colours stay what they are; only the softest edges are rounded."""
    first = _colours(picture)[:COLOURS]
    palette = b"".join(map(bytes, first))
    of = Image.new("P", (1, 1))
    of.putpalette(palette + palette[:3] * (256 - len(first)))
    reduced = picture.quantize(palette=of, dither=Image.Dither.NONE)
    return Window(reduced.point([i if i < len(first) else 0 for i in range(256)]).tobytes(), palette)


def _shaded(picture: Image.Image) -> Window:
    reduced = picture.quantize(COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    return Window(reduced.tobytes(), bytes(reduced.getpalette("RGB") or ())[: COLOURS * 3])
