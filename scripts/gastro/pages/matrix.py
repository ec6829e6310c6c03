"""The picture of the criteria matrix: where its bars and circles stand, in units of the drawing.

Only numbers are worked out here; the templates draw them and the style sheet colours them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt

from gastro.catalogue.criteria import Standing

STRENGTHS = ("strong", "fair", "thin")
WIDTH = 1120
HEAD = 70
ROW = 60
_LABELS = 330
"""Width kept for the names of the criteria."""
_BARS = 220
"""Length of the longest bar."""
_STEP = 22
"""Length of a bar for each piece of evidence, unless the longest bar would not fit."""
_HEIGHTS = {"strong": 36, "fair": 28, "thin": 20}
_SMALLEST, _LARGEST = 10.0, 25.0
"""Radius of a circle: never too small for its number."""


@dataclass(frozen=True, slots=True)
class Segment:
    """Part of a bar: the pieces of evidence of one strength."""

    strength: str
    count: int
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Circle:
    """How many records of a kind speak for a criterion; without radius where there are none."""

    kind: str
    count: int
    x: float
    radius: float


@dataclass(frozen=True, slots=True)
class Row:
    """One criterion; ``y`` is the top of its row."""

    standing: Standing
    y: int
    bar: tuple[Segment, ...]
    circles: tuple[Circle, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """The whole picture; ``columns`` are the middles of the columns of circles, by kind."""

    height: int
    columns: dict[str, float]
    rows: tuple[Row, ...]


def matrix(standings: Sequence[Standing], kinds: Sequence[str]) -> Matrix:
    """The picture of these criteria with a column for each kind of record."""
    first = _LABELS + _BARS + 30
    width = (WIDTH - first) / max(len(kinds), 1)
    columns = {kind: round(first + width * (number + 0.5), 1) for number, kind in enumerate(kinds)}
    longest = max((sum(one.strengths.values()) for one in standings), default=0)
    step = min(_STEP, _BARS / max(longest, 1))
    most = max((len(one.records.get(kind, ())) for one in standings for kind in kinds), default=0)
    rows = tuple(
        Row(one, HEAD + ROW * number, tuple(_bar(one, step)), tuple(_circles(one, columns, most)))
        for number, one in enumerate(standings)
    )
    return Matrix(HEAD + ROW * len(rows), columns, rows)


def _bar(standing: Standing, step: float) -> Iterable[Segment]:
    """The bar of a criterion: strong, fair, thin side by side, each lower than the one before.

    ``x`` counts from the beginning of the bar, ``y`` from the top of its row.
    """
    x = 0.0
    for strength in STRENGTHS:
        count = standing.strengths[strength]
        if count:
            height = _HEIGHTS[strength]
            yield Segment(strength, count, round(x, 1), (ROW - height) / 2, round(step * count, 1), height)
            x += step * count


def _circles(standing: Standing, columns: dict[str, float], most: int) -> Iterable[Circle]:
    for kind, x in columns.items():
        count = len(standing.records.get(kind, ()))
        radius = max(_SMALLEST, _LARGEST * sqrt(count / most)) if count else 0.0
        yield Circle(kind, count, x, round(radius, 1))
