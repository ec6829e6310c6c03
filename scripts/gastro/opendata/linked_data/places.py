"""Places, the addresses that follow from them, and day trips."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast

from gastro.catalogue import Catalogue
from gastro.opendata.linked_data.teller import Node, Teller, Told, filled
from gastro.records.base import Coordinates
from gastro.records.places import Place
from gastro.records.routes import Route

_CLASSES: Mapping[str, str] = {
    "province": "AdministrativeArea",
    "district": "AdministrativeArea",
    "tambon": "AdministrativeArea",
    "landmark": "LandmarksOrHistoricalBuildings",
    "palace": "LandmarksOrHistoricalBuildings",
    "temple": "BuddhistTemple",
    "museum": "Museum",
    "office": "GovernmentBuilding",
    "school": "EducationalOrganization",
}
"""Classes by kind of place. A market, a quarter, a village and a road are a Place: schema.org has no
class for them but that of a shop, and no record says that they are one."""
_LEVELS = ("tambon", "district")


def place(teller: Teller) -> Told:
    """A place: where it lies, and its own point where the record has one."""
    record = cast(Place, teller.entry.record)
    thing = teller.start(_CLASSES.get(record.kind, "Place")) | {
        "containedInPlace": teller.ref(f"places/{record.within}") if record.within else None,
        "address": postal_address(teller, teller.entry.id),
        "geo": _point(record),
        "identifier": _code(teller, record),
        "url": record.website,
        "sameAs": record.website,
    }
    return Told(thing)


def exact_point(coordinates: Coordinates | None) -> Node | None:
    """The point of a thing, only where it is exactly known."""
    if coordinates is None or coordinates.exactness != "exact":
        return None
    return {"@type": "GeoCoordinates", "latitude": coordinates.lat, "longitude": coordinates.lon}


def _point(record: Place) -> Node | None:
    """A tambon's or district's own point stands for it; that of a market in the tambon does not."""
    point = record.coordinates
    if point and point.exactness == f"{record.kind}-point":
        return {"@type": "GeoCoordinates", "latitude": point.lat, "longitude": point.lon}
    return exact_point(point)


def _code(teller: Teller, record: Place) -> Node | None:
    if record.code is None:
        return None
    return {"@type": "PropertyValue", "name": teller.page.words["code"], "value": record.code}


def postal_address(teller: Teller, place: str | None) -> Node | None:
    """The address a place gives: its tambon and district, its province; None where neither is known."""
    chain = list(_chain(teller.catalogue, place))
    names = {record.kind: name for record, name in _named(teller, chain)}
    if not names.keys() & {"province", *_LEVELS}:
        return None
    first = teller.catalogue.record(Place, "places", chain[0])
    locality = (", " if teller.lang == "en" else " ").join(
        names[level] for level in _LEVELS if level in names
    )
    return filled(
        {
            "@type": "PostalAddress",
            "addressLocality": locality,
            "addressRegion": names.get("province"),
            "postalCode": first.postal_code,
            "addressCountry": "TH",
        }
    )


def _named(teller: Teller, chain: list[str]) -> Iterator[tuple[Place, str]]:
    for id in chain:
        entry = teller.catalogue.at(f"places/{id}")
        yield cast(Place, entry.record), entry.name(teller.lang)


def _chain(catalogue: Catalogue, place: str | None) -> Iterator[str]:
    """The place, what it is in, and so on up."""
    seen: set[str] = set()
    while place and place not in seen:
        seen.add(place)
        yield place
        place = catalogue.record(Place, "places", place).within


def located(teller: Teller, id: str) -> Node:
    """A place, named, with its address."""
    return filled(teller.ref(f"places/{id}") | {"address": postal_address(teller, id)})


def route(teller: Teller) -> Told:
    """A day trip: its stops in order, each at its heading on the page."""
    record = cast(Route, teller.entry.record)
    stops = [
        {
            "@type": "ListItem",
            "position": at,
            "url": f"{teller.address}#stops.{stop.id}",
            "item": teller.ref(stop.address),
        }
        for at, stop in enumerate(record.stops, start=1)
    ]
    thing = teller.start("TouristTrip") | {
        "itinerary": {"@type": "ItemList", "numberOfItems": len(stops), "itemListElement": stops},
    }
    desserts = dict.fromkeys(id for stop in record.stops for id in stop.desserts)
    page: Node = {
        "keywords": teller.label(record.theme),
        "mentions": teller.refs("desserts", desserts),
        "spatialCoverage": teller.refs("places", record.districts),
    }
    return Told(thing, page)
