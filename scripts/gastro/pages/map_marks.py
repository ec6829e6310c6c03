"""What stands on a map: kinds of markers, the records they stand for, and how they are grouped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot

from gastro.catalogue import Entry
from gastro.catalogue.positions import Position
from gastro.catalogue.projection import Projection
from gastro.pages.map_layout import Base, Box, Label, grouped_by_distance
from gastro.records.places import Place
from gastro.records.producers import Producer

LAYERS = ("district", "tambon", "sight", "market", "maker", "eat", "learn")
"""Kinds of markers, in the order in which they lead a group."""
_PLACES = {"district": "district", "tambon": "tambon", "market": "market", "school": "learn"}
_PRODUCERS = {"restaurant": "eat", "market": "market", "learning-place": "learn"}


@dataclass(frozen=True, slots=True)
class Spot:
    """A record on a map; ``number`` counts the stops of a route."""

    entry: Entry
    layer: str
    position: Position
    x: float
    y: float
    district: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class Group:
    """Markers too near to each other to be told apart, drawn as one."""

    x: float
    y: float
    spots: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A map ready to be drawn: ``km`` is the length of the scale bar, ``bar`` its units.

    ``context`` are districts and tambons that only help to find one's way.
    """

    projection: Projection
    base: Base
    groups: tuple[Group, ...]
    labels: tuple[Label, ...]
    context: tuple[Spot, ...]
    km: float
    bar: float

    @property
    def spots(self) -> tuple[Spot, ...]:
        """Every spot, in groups as drawn."""
        return tuple(spot for group in self.groups for spot in group.spots)


@dataclass(frozen=True, slots=True)
class Section:
    """The records of a district in the list beside the map; without a title those of none."""

    id: str
    title: str
    spots: tuple[Spot, ...]


def in_groups(spots: Sequence[Spot], *, apart: float = 0) -> tuple[Group, ...]:
    """Spots in the order given, those nearer than ``apart`` units as one group; 0 keeps all apart."""
    places = [(spot.x, spot.y) for spot in spots]
    found = grouped_by_distance(places, apart) if apart else [[at] for at in range(len(spots))]
    return tuple(Group(*places[at[0]], tuple(spots[index] for index in at)) for at in found)


def most_crowded_first(spots: Sequence[Spot]) -> list[Spot]:
    """Spots by how near the next one is: those with little room choose their side first."""

    def room(spot: Spot) -> float:
        return min((hypot(spot.x - one.x, spot.y - one.y) for one in spots if one is not spot), default=0)

    return sorted(spots, key=lambda spot: (round(room(spot)), spot.entry.address))


def box_of(group: Group, reach: float) -> Box:
    """The room a marker takes; one with several numbers of stops is wider."""
    wide = reach + 4 * (len(numbers_of(group)) - 1 if group.spots[0].number else 0)
    return group.x - wide, group.y - reach, group.x + wide, group.y + reach


def numbers_of(group: Group) -> str:
    """The numbers of the stops at one point: ``2``, ``2–4``, ``2, 5``."""
    numbers = [spot.number for spot in group.spots]
    in_a_row = len(numbers) > 2 and numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    return f"{numbers[0]}–{numbers[-1]}" if in_a_row else ", ".join(map(str, numbers))


def layer_of(entry: Entry) -> str:
    """Which kind of marker stands for a record."""
    record = entry.record
    if isinstance(record, Producer):
        return _PRODUCERS.get(record.kind, "maker")
    return _PLACES.get(record.kind, "sight") if isinstance(record, Place) else "sight"


def is_left_out(entry: Entry) -> bool:
    """Whether a map has no marker for a record: the province itself, and producers that closed."""
    record = entry.record
    closed = isinstance(record, Producer) and record.status == "closed"
    return closed or (isinstance(record, Place) and record.kind == "province")


def rank(spot: Spot) -> tuple[int, float, str]:
    """Districts and tambons lead a group; the rest from north to south."""
    return min(LAYERS.index(spot.layer), 2), spot.y, spot.entry.address
