"""Where a record is on the map, and how exactly that is known.

A record without a point of its own is shown at the point of the place it is in, as far up
as its district. The point of a tambon or a district stands for it and says nothing of its
bounds; whatever is shown there is only known to be somewhere in it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, cast

from gastro.catalogue.catalogue import Catalogue, Entry
from gastro.records.base import Coordinates
from gastro.records.places import Place

Exactness = Literal["exact", "approximate", "tambon", "district"]
EXACTNESS: tuple[Exactness, ...] = ("exact", "approximate", "tambon", "district")
"""From the best known to the least."""


@dataclass(frozen=True, slots=True)
class Position:
    """A point in degrees (WGS 84) and what it stands for.

    ``place`` is the id of the place whose point it is, or in which the record lies
    somewhere; empty where the point is the record's own, or no place is named.
    """

    lat: float
    lon: float
    exactness: Exactness
    place: str = ""


def position_of(catalogue: Catalogue, entry: Entry) -> Position | None:
    """Where to show a record; None for the province and for what no place is known of."""
    return _position(catalogue, entry, ())


def _position(catalogue: Catalogue, entry: Entry, below: tuple[str, ...]) -> Position | None:
    if entry.address in below:
        return None
    point = getattr(entry.record, "coordinates", None)
    parent = _parent(catalogue, entry)
    if isinstance(point, Coordinates):
        exactness = cast(Exactness, point.exactness.removesuffix("-point"))
        if exactness in ("exact", "approximate"):
            return Position(point.lat, point.lon, exactness)
        if _kind(entry) in ("tambon", "district"):
            return Position(point.lat, point.lon, cast(Exactness, _kind(entry)), entry.id)
        return Position(point.lat, point.lon, exactness, _enclosing(catalogue, entry, exactness))
    if parent is None:
        return None
    found = _position(catalogue, parent, (*below, entry.address))
    if found is None or found.place or found.exactness in ("tambon", "district"):
        return found
    return Position(found.lat, found.lon, _at_best_approximate(found.exactness), parent.id)


def _at_best_approximate(exactness: Exactness) -> Exactness:
    """What is at a place is not exactly where the point of the place is."""
    return "approximate" if exactness == "exact" else exactness


def _parent(catalogue: Catalogue, entry: Entry) -> Entry | None:
    place = getattr(entry.record, "place", None) or getattr(entry.record, "within", None)
    return catalogue.get("places", place) if isinstance(place, str) else None


def _kind(entry: Entry) -> str:
    return entry.record.kind if isinstance(entry.record, Place) else ""


def _enclosing(catalogue: Catalogue, entry: Entry, kind: str) -> str:
    """Id of the tambon or district a record is in; empty where its places do not say."""
    seen = {entry.address}
    parent = _parent(catalogue, entry)
    while parent is not None and parent.address not in seen:
        if _kind(parent) == kind:
            return parent.id
        seen.add(parent.address)
        parent = _parent(catalogue, parent)
    return ""
