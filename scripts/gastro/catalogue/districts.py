"""Which districts a record belongs to, by the places it names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gastro.catalogue.catalogue import Catalogue, Entry
from gastro.records.places import Place

PLACE_FIELDS = ("place", "places", "within", "found_at", "grown_in", "districts")


def district_of(catalogue: Catalogue, place: str) -> str | None:
    """The district a place is in, or is; None for the province and for what lies elsewhere."""
    seen: set[str] = set()
    entry = catalogue.get("places", place)
    while entry is not None and entry.id not in seen:
        seen.add(entry.id)
        record = entry.record
        assert isinstance(record, Place)
        if record.kind == "district":
            return entry.id
        entry = catalogue.get("places", record.within) if record.within else None
    return None


def districts_of(catalogue: Catalogue, entry: Entry) -> tuple[str, ...]:
    """Ids of the districts a record names, and for a sweet also those of the producers who make it."""
    places = list(_places(entry))
    if entry.kind in ("desserts", "ingredients"):
        for producer in catalogue.mentioned_by(entry, "producers", entry.kind):
            places += _places(producer)
    if entry.kind == "places":
        places.append(entry.id)
    found = (district_of(catalogue, place) for place in places)
    return tuple(dict.fromkeys(district for district in found if district))


def by_district(catalogue: Catalogue, places: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Districts that places are, or are in, each with those of the places that lie within it.

    The province and what lies elsewhere is left out.
    """
    found: dict[str, list[str]] = {}
    for place in places:
        district = district_of(catalogue, place)
        if district is not None:
            within = found.setdefault(district, [])
            if place != district:
                within.append(place)
    return {district: tuple(within) for district, within in found.items()}


def _places(entry: Entry) -> Iterator[str]:
    for field in PLACE_FIELDS:
        value = getattr(entry.record, field, None)
        if isinstance(value, str):
            yield value
        elif value:
            yield from value
