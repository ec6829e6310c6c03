"""How a share card looks: words on a warm panel at the left, the picture at the right.

Everything is drawn as numbers into one palette of 256 colours: so a card is small, quickly
written, and the same bytes every time.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, partial
from io import BytesIO
from pathlib import Path
from typing import Final

from PIL import Image, ImageChops

from gastro.pictures.card_window import SIZE, Window, rasterise
from gastro.pictures.lettering import Line, Weight, draw_lines, width_of
from gastro.text.thai import has_thai
from gastro.text.thai_lines import NUMBER, SPACE, SYLLABLE, set_in_lines

WIDTH, HEIGHT = 1200, 630
VERSION: Final = "1"
"""Raise it when the look changes: cards that were kept are drawn anew."""

_PANEL: Final = (WIDTH - SIZE[0], HEIGHT)
_MARGIN: Final = 56
_ROOM: Final = _PANEL[0] - 2 * _MARGIN
_GROUND: Final = (0xFD, 0xF9, 0xF0)
_STRIP, _STRIP_HEIGHT = (0xF5, 0xA6, 0x23), 12
_NAME, _SOFT, _LEAF = (0x5B, 0x32, 0x16), (0x64, 0x50, 0x3F), (0x2F, 0x5D, 0x3A)
_INKS: Final = (_NAME, _SOFT, _LEAF)
_STEPS: Final = 16
"""Shades from the ground to each ink, for soft edges."""
_MARK_SIZE, _MARK_COLOURS = 56, 15
_MARK_AT: Final = len(_INKS) * _STEPS
_PICTURE_AT: Final = _MARK_AT + _MARK_COLOURS + 1
_TOP, _BOTTOM = 128, 492
"""The name and what belongs to it stand between these heights, in pixels."""
_SIZES: Final = (84, 76, 68, 62, 56, 52, 48, 44, 40, 37, 34, 31, 28, 26, 24, 22)


@dataclass(frozen=True, slots=True)
class Words:
    """What a card says. ``other`` is the name in the other language; empty words are left out."""

    name: str
    site: str
    label: str = ""
    other: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class _Block:
    lines: tuple[str, ...]
    size: int
    weight: Weight
    ink: int
    before: int

    @property
    def leading(self) -> int:
        """From one baseline to the next: Thai has marks above and below."""
        return round(self.size * (1.5 if any(map(has_thai, self.lines)) else 1.28))


class DoesNotFit(ValueError):
    """The words are too long for a card; nothing is cut, so nothing is drawn."""


def draw(words: Words, shown: Window, mark: Path) -> bytes:
    """A card as PNG. ``mark`` is the drawing of the site's mark. Raises DoesNotFit."""
    card = Image.new("L", (WIDTH, HEIGHT))
    card.paste(_panel(words), (0, 0))
    marked = _mark(mark)
    card.paste(Image.frombytes("L", (_MARK_SIZE, _MARK_SIZE), marked.numbers), (_MARGIN, _FOOT_TOP))
    picture = Image.frombytes("L", SIZE, shown.numbers).point([min(255, _PICTURE_AT + i) for i in range(256)])
    card.paste(picture, (_PANEL[0], 0))
    card.paste(_PICTURE_AT - 1, (0, HEIGHT - _STRIP_HEIGHT, WIDTH, HEIGHT))
    colours = b"".join(
        (_ramps(), marked.palette.ljust(_MARK_COLOURS * 3, b"\0"), bytes(_STRIP), shown.palette)
    )
    card.putpalette(colours)
    written = BytesIO()
    card.save(written, "PNG", compress_level=3)
    return written.getvalue()


_FOOT_TOP: Final = HEIGHT - _STRIP_HEIGHT - 40 - _MARK_SIZE


def _foot(site: str) -> Iterator[tuple[int, Line]]:
    left = _MARGIN + _MARK_SIZE + 18
    size = next(s for s in range(28, 0, -1) if width_of(site, s, 700) <= _PANEL[0] - left - 24)
    yield 2, Line(site, left, _FOOT_TOP + 38, size, 700)


def _placed(words: Words) -> Iterator[tuple[int, Line]]:
    """Every line of the panel above its foot, with the number of its ink."""
    if words.label:
        size = next(s for s in range(27, 0, -1) if width_of(words.label, s, 700) <= _ROOM)
        yield 2, Line(words.label, _MARGIN, 92, size, 700)
    blocks = _fitted(words)
    height = sum(map(_height, blocks))
    y = _TOP + (_BOTTOM - _TOP - height) // 2
    for block in blocks:
        y += block.before
        for text in block.lines:
            yield block.ink, Line(text, _MARGIN, y + round(block.leading * 0.74), block.size, block.weight)
            y += block.leading


def _fitted(words: Words) -> list[_Block]:
    """The largest type in which everything fits, lines ending at words as long as that is legible."""
    tries = [(size, SPACE) for size in _SIZES if size >= 60]
    tries += [(size, NUMBER) for size in _SIZES if size > 40]
    tries += [(size, dearest) for size in _SIZES if size <= 40 for dearest in (NUMBER, SYLLABLE)]
    for size, dearest in tries:
        blocks = _blocks(words, size, dearest)
        if blocks is not None and sum(map(_height, blocks)) <= _BOTTOM - _TOP:
            return blocks
    raise DoesNotFit(words.name)


def _blocks(words: Words, size: int, dearest: float) -> list[_Block] | None:
    small = max(18, min(38, round(size * 0.56)))
    noted = max(18, min(29, round(size * 0.5)))
    wanted: tuple[tuple[str, int, Weight, int, int], ...] = (
        (words.name, size, 700, 0, 0),
        (words.other, small, 400, 1, 10),
        (words.note, noted, 400, 1, 20),
    )
    blocks = []
    for text, one, weight, ink, before in wanted:
        lines = set_in_lines(
            text, _ROOM, partial(width_of, size=one, weight=weight), dearest if ink == 0 else SYLLABLE
        )
        if lines is None or (ink == 0 and size > 56 and len(lines) > 2) or (size > 44 and len(lines) > 3):
            return None
        if lines:
            blocks.append(_Block(lines, one, weight, ink, before))
    return blocks


def _height(block: _Block) -> int:
    return block.before + block.leading * len(block.lines)


def _panel(words: Words) -> Image.Image:
    """The words as numbers into the shades of their inks, nought where there is none."""
    placed = [*_foot(words.site), *_placed(words)]
    panel = Image.new("L", _PANEL)
    for ink in range(len(_INKS)):
        mask = draw_lines(_PANEL, [line for one, line in placed if one == ink])
        panel = ImageChops.lighter(panel, mask.point(_shades(ink)))
    return panel


@cache
def _shades(ink: int) -> list[int]:
    steps = (round(shade * (_STEPS - 1) / 255) for shade in range(256))
    return [ink * _STEPS + step if step else 0 for step in steps]


@cache
def _ramps() -> bytes:
    return bytes(
        round(ground + (part - ground) * step / (_STEPS - 1))
        for ink in _INKS
        for step in range(_STEPS)
        for ground, part in zip(_GROUND, ink, strict=True)
    )


@cache
def _mark(file: Path) -> Window:
    """The site's mark on the ground of the panel."""
    drawn = rasterise(file.read_text(encoding="utf-8"), _MARK_SIZE)
    on = Image.new("RGBA", drawn.size, (*_GROUND, 255))
    on.alpha_composite(drawn)
    reduced = on.convert("RGB").quantize(_MARK_COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    numbers = bytes(_MARK_AT + number for number in reduced.tobytes())
    return Window(numbers, bytes(reduced.getpalette("RGB") or ())[: _MARK_COLOURS * 3])
