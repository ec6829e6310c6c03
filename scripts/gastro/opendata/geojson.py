"""Places and producers on a map, as GeoJSON (RFC 7946): WGS 84, longitude before latitude.

Only what has a point is here: its own, or that of the place it is in. ``exactness`` says which, and
``point_of`` names the place whose point it is; whatever stands there is only known to be somewhere
in that place.
"""

from __future__ import annotations

import json
from typing import Any

from gastro.catalogue import Entry
from gastro.catalogue.districts import district_of
from gastro.catalogue.positions import Position, position_of
from gastro.catalogue.versions import version_of
from gastro.opendata.making import Making

KINDS = ("places", "producers")


def geojson_file(making: Making, kind: str) -> bytes:
    """The records of a kind that have a point, a line each."""
    features = []
    for entry in making.of(kind):
        found = position_of(making.catalogue, entry)
        if found is not None:
            features.append(_feature(making, entry, found))
    lines = ",\n".join(json.dumps(one, ensure_ascii=False, separators=(",", ":")) for one in features)
    return f'{{"type":"FeatureCollection","features":[\n{lines}\n]}}\n'.encode()


def _feature(making: Making, entry: Entry, position: Position) -> dict[str, Any]:
    kind = getattr(entry.record, "kind", "")
    vocabulary = "place-kinds" if entry.kind == "places" else "producer-kinds"
    label = making.catalogue.vocabularies[vocabulary][kind].label
    place = entry.id if entry.kind == "places" else getattr(entry.record, "place", None)
    properties: dict[str, Any] = {
        "kind": kind,
        "kind_th": label.th,
        "kind_en": label.en,
        "name_th": entry.name("th"),
        "name_en": entry.name("en"),
        "exactness": position.exactness,
        "point_of": f"places/{position.place}" if position.place and position.place != entry.id else None,
        "district": district_of(making.catalogue, place) if place else None,
        "version": version_of(entry),
        "page_th": making.page(entry, "th"),
        "page_en": making.page(entry, "en"),
    }
    return {
        "type": "Feature",
        "id": entry.address,
        "geometry": {"type": "Point", "coordinates": [position.lon, position.lat]},
        "properties": properties,
    }
