"""The map for print: the part of the province where its records stand, each marker under a number.

The points, the outlines and the kinds of markers are those of the map of the site. Records
too near to each other to be told apart share a marker with their numbers, at the point where
most of them are; a marker is drawn no more exact than the least known of those it stands for.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import Final

from gastro.catalogue import Catalogue
from gastro.catalogue.districts import district_of
from gastro.catalogue.positions import EXACTNESS, Exactness, position_of
from gastro.catalogue.projection import Bounds, Point, Projection, scale_length
from gastro.dossier.annexes.charts import LEAST
from gastro.pages.map_layout import Base, Label, Wanted, base_of, place_labels, text_width
from gastro.pages.map_marks import (
    LAYERS,
    Group,
    Spot,
    in_groups,
    layer_of,
    most_crowded_first,
    numbers_of,
)
from gastro.pages.maps import Maps

REFERENCE: Final = ("district", "tambon")
"""Layers that only help to find one's way."""
WIDTH: Final = 470.0
"""Units across the map; its key stands beside it."""
LOCATOR: Final = 224.0
_RATIO: Final = 0.66
_LOCATOR_RATIO: Final = 1.25
_APART: Final = 36
_HIGH: Final = 22.0
_LETTERS: Final = 14.0


@dataclass(frozen=True, slots=True)
class Mark:
    """A marker: its point and width, its numbers, the layers it stands for, how exact it is."""

    x: float
    y: float
    width: float
    numbers: str
    layers: tuple[str, ...]
    exactness: Exactness
    spots: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class PlaceMap:
    """A map ready to be drawn; ``frame`` is what it shows, on the small map of the whole province."""

    projection: Projection
    base: Base
    marks: tuple[Mark, ...]
    districts: tuple[Spot, ...]
    labels: tuple[Label, ...]
    km: float
    bar: float
    locator: Projection
    whole: Base
    frame: tuple[float, float, float, float]

    @property
    def spots(self) -> tuple[Spot, ...]:
        """Every record on the map, in the order of the numbers."""
        return tuple(spot for mark in self.marks for spot in mark.spots)


def place_map(catalogue: Catalogue) -> PlaceMap | None:
    """The map of all places and producers with a position; None without outlines, or for fewer than three."""
    maps = Maps(catalogue, "en")
    shown = [entry for entry in maps.shown() if layer_of(entry) != "tambon"]
    at = {entry: found for entry in shown if (found := position_of(catalogue, entry))}
    outlines = catalogue.outlines
    if outlines is None or sum(layer_of(entry) not in REFERENCE for entry in at) < LEAST:
        return None
    points = [(found.lon, found.lat) for found in at.values()]
    projection = Projection(Bounds.around(points).grown(6, least=30).shaped(_RATIO), WIDTH)
    spots = []
    for entry, found in at.items():
        x, y = projection.point(found.lat, found.lon)
        within = entry.id if entry.kind == "places" else getattr(entry.record, "place", None)
        district = district_of(catalogue, within) if within else None
        spots.append(Spot(entry, layer_of(entry), found, x, y, district or ""))
    districts = tuple(spot for spot in spots if spot.layer == "district")
    marks = _marks([spot for spot in spots if spot.layer not in REFERENCE])
    ring = [point for ring in outlines.province for point in ring]
    locator = Projection(Bounds.around(ring).grown(4, least=40).shaped(_LOCATOR_RATIO), LOCATOR)
    km = scale_length(projection.width / 3.5 / projection.per_km)
    return PlaceMap(
        projection,
        base_of(outlines, projection, 0.3),
        marks,
        districts,
        _labels(maps, districts, marks, projection),
        km,
        km * projection.per_km,
        locator,
        base_of(outlines, locator, 0.6),
        _frame(projection.bounds, locator),
    )


def _marks(spots: list[Spot]) -> tuple[Mark, ...]:
    """Records from north to south, those of one marker after each other, numbered from 1."""
    at_point = Counter((spot.x, spot.y) for spot in spots)
    leading = sorted(spots, key=lambda spot: (-at_point[spot.x, spot.y], spot.y, spot.entry.address))
    groups = sorted(in_groups(leading, apart=_APART), key=lambda group: (group.y, group.x))
    marks, number = [], 0
    for group in groups:
        numbered = []
        for spot in sorted(group.spots, key=lambda one: (LAYERS.index(one.layer), one.entry.address)):
            number += 1
            numbered.append(replace(spot, number=number))
        held = Group(group.x, group.y, tuple(numbered))
        layers = tuple(layer for layer in LAYERS if any(spot.layer == layer for spot in numbered))
        least = max((spot.position.exactness for spot in numbered), key=EXACTNESS.index)
        numbers = numbers_of(held)
        wide = max(_HIGH, text_width(numbers, _LETTERS) + 9)
        marks.append(Mark(group.x, group.y, wide, numbers, layers, least, held.spots))
    return tuple(marks)


def _labels(
    maps: Maps, districts: tuple[Spot, ...], marks: tuple[Mark, ...], projection: Projection
) -> tuple[Label, ...]:
    """The names of the districts, clear of the markers and of the name of the sea."""
    width, height = projection.width, projection.height
    sea = sea_name(projection)
    taken = [
        *((one.x - one.width / 2 - 2, one.y - 13, one.x + one.width / 2 + 2, one.y + 20) for one in marks),
        (sea[0] - 70, sea[1] - 18, width, sea[1] + 26),
    ]
    gaps = {spot.entry: _gap(spot, marks) for spot in districts}
    wanted = [
        Wanted(maps.short(spot.entry), spot.x, spot.y, gaps[spot.entry])
        for spot in most_crowded_first(districts)
    ]
    return tuple(place_labels(wanted, taken, 17, width, height, always=True))


def _gap(spot: Spot, marks: tuple[Mark, ...]) -> float:
    """How far a name stays from its point: beyond a marker that stands on it."""
    on = [mark.width / 2 + 6 for mark in marks if abs(mark.x - spot.x) < 12 and abs(mark.y - spot.y) < 12]
    return max(on, default=9.0)


def sea_name(projection: Projection) -> Point:
    """Where the name of the sea ends, in the first of its two lines."""
    return projection.width - 10, projection.height * 0.68


def _frame(bounds: Bounds, locator: Projection) -> tuple[float, float, float, float]:
    left, top = locator.point(bounds.north, bounds.west)
    right, bottom = locator.point(bounds.south, bounds.east)
    x, y = max(1.0, left), max(1.0, top)
    return x, y, min(locator.width - 1, right) - x, min(locator.height - 1, bottom) - y
