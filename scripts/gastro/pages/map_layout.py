"""What goes where on a drawn map: outlines as paths, markers in groups, labels beside them.

Lengths are units of the drawing. A group stands where its first marker is, so that it never
suggests a point that no record has.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import cos, hypot, radians, sin
from typing import Literal

from gastro.catalogue.projection import Point, Projection, clipped, simplified
from gastro.reading.outlines_file import Outlines

Anchor = Literal["start", "middle", "end"]
FAR = 4000.0
"""Beyond every edge that a map may show."""


@dataclass(frozen=True, slots=True)
class Base:
    """What a map is drawn on, as SVG path data: all the land west of the coast, and the province."""

    land: str
    province: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """A label that a map would like to have: its text, its point, how far from it it must stay."""

    text: str
    x: float
    y: float
    gap: float


@dataclass(frozen=True, slots=True)
class Label:
    """A label with its place; ``x`` is its start, middle or end, ``y`` its base line.

    ``leader`` is a line from its point to a label that stands apart, as path data.
    """

    text: str
    x: float
    y: float
    anchor: Anchor
    leader: str = ""


Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


@lru_cache(maxsize=64)
def base_of(
    outlines: Outlines | None, projection: Projection, tolerance: float, *, open_sided: bool = False
) -> Base:
    """The outlines drawn to ``tolerance`` units; cut just outside the map unless ``open_sided``."""
    if outlines is None:
        return Base("", "")
    land = [_west_of(projection.line(line)) for line in outlines.coast]
    province = [projection.line(ring) for ring in outlines.province]
    if not open_sided:
        low, high = (-9.0, -9.0), (projection.width + 9, projection.height + 9)
        land, province = ([clipped(ring, low, high) for ring in rings] for rings in (land, province))
    decimals = 1 if tolerance < 0.5 else 0
    return Base(_path(land, tolerance, decimals), _path(province, tolerance, decimals))


def _west_of(coast: list[Point]) -> list[Point]:
    """The land beside a coast that runs northwards, closed far outside the map."""
    (south, _), (north, _) = coast[0], coast[-1]
    return [*coast, (north, -FAR), (-FAR, -FAR), (-FAR, FAR), (south, FAR)]


def _path(rings: Iterable[Sequence[Point]], tolerance: float, decimals: int) -> str:
    return "".join(_ring(simplified([*ring, ring[0]], tolerance), decimals) for ring in rings if ring)


def _ring(points: Sequence[Point], decimals: int) -> str:
    """A closed ring in relative steps, which are shorter to write than points."""
    scale = 10**decimals
    whole = [(round(x * scale), round(y * scale)) for x, y in points]
    steps = [f"M{_pair(whole[0], decimals)}"]
    command = "l"
    for before, here in pairwise(whole[:-1]):
        if here != before:
            steps.append(f"{command}{_pair((here[0] - before[0], here[1] - before[1]), decimals)}")
            command = ""
    return "".join(
        step if index < 2 or step.startswith("-") else f" {step}" for index, step in enumerate(steps)
    ) + ("z")


def _pair(pair: tuple[int, int], decimals: int) -> str:
    first, second = (written(number / 10**decimals, decimals) for number in pair)
    return f"{first}{'' if second.startswith('-') else ' '}{second}"


def written(number: float, decimals: int = 1) -> str:
    """A length as short as it can be written: ``12``, ``-.5``, ``3.25``."""
    text = f"{number:.{decimals}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    if text in ("-0", ""):
        return "0"
    return text.replace("0.", ".", 1) if text.startswith(("0.", "-0.")) else text


def grouped_by_distance(points: Sequence[Point], least: float) -> list[list[int]]:
    """Indices of points in groups: each joins the nearest group that begins within ``least`` of it."""
    groups: list[list[int]] = []
    for index, (x, y) in enumerate(points):
        near = [(hypot(x - points[group[0]][0], y - points[group[0]][1]), group) for group in groups]
        distance, nearest = min(near, key=lambda found: found[0], default=(least, None))
        if nearest is not None and distance < least:
            nearest.append(index)
        else:
            groups.append([index])
    return groups


def text_width(text: str, size: float) -> float:
    """About how wide a text is; marks above and below the line take no room."""
    return size * 0.55 * sum(unicodedata.category(letter) not in ("Mn", "Cf") for letter in text)


def place_labels(
    wanted: Iterable[Wanted], taken: Iterable[Box], size: float, width: float, height: float, *, always: bool
) -> list[Label]:
    """Labels where there is room for them: right, left, below or above their points.

    With ``always`` a label for which there is no room there stands apart with a leader, or at
    last to the right all the same. Those that need no leader are placed first.
    """
    boxes = list(taken)
    placed: list[Label] = []
    waiting = []
    for one in wanted:
        found = _free(_tries(one, size), boxes, width, height)
        if found is None:
            waiting.append(one)
            continue
        placed.append(found[0])
        boxes.append(found[1])
    for one in waiting if always else ():
        found = _free(_apart(one, size), boxes, width, height) or _tries(one, size)[0]
        placed.append(found[0])
        boxes.append(found[1])
    return placed


def _free(
    tries: Iterable[tuple[Label, Box]], boxes: Sequence[Box], width: float, height: float
) -> tuple[Label, Box] | None:
    """The first of the places that is inside the map and meets nothing."""
    for label, box in tries:
        if _inside(box, width, height) and not any(_meet(box, other) for other in boxes):
            return label, box
    return None


def _tries(one: Wanted, size: float) -> list[tuple[Label, Box]]:
    wide = text_width(one.text, size)
    up, down = size * 1.05, size * 0.4
    middle = one.y + size * 0.33

    def at(x: float, y: float, anchor: Anchor) -> tuple[Label, Box]:
        left = x - {"start": 0, "middle": wide / 2, "end": wide}[anchor]
        return Label(one.text, x, y, anchor), (left, y - up, left + wide, y + down)

    return [
        at(one.x + one.gap, middle, "start"),
        at(one.x - one.gap, middle, "end"),
        at(one.x, one.y + one.gap + up, "middle"),
        at(one.x, one.y - one.gap - down, "middle"),
    ]


def _apart(one: Wanted, size: float) -> list[tuple[Label, Box]]:
    """Places around a point, eastern ones first, where the sea leaves room."""
    wide = text_width(one.text, size)
    found = []
    for away in (2.5, 3.5, 5, 7, 9):
        for turn in (0, 20, -20, 40, -40, 65, -65, 115, -115, 140, -140, 160, -160, 180):
            x = one.x + away * size * cos(radians(turn))
            y = one.y + away * size * sin(radians(turn))
            anchor: Anchor = "start" if abs(turn) < 90 else "end"
            left = x if anchor == "start" else x - wide
            box = (left, y - size * 0.75, left + wide, y + size * 0.7)
            leader = f"M{written(one.x, 0)} {written(one.y, 0)}L{written(x, 0)} {written(y, 0)}"
            aside = 3 if anchor == "start" else -3
            found.append((Label(one.text, x + aside, y + size * 0.33, anchor, leader), box))
    return found


def _inside(box: Box, width: float, height: float) -> bool:
    return box[0] >= 2 and box[1] >= 2 and box[2] <= width - 2 and box[3] <= height - 2


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
