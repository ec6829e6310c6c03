"""GeoJSON as RFC 7946 asks, read by a validator, and honest about where things are."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from geojson_pydantic import Feature, FeatureCollection, Point

from gastro.catalogue import Catalogue, load
from gastro.opendata.geojson import KINDS, geojson_file
from gastro.opendata.making import Making
from gastro.opendata.publish import OpenData
from gastro.project import Project

Strict = FeatureCollection[Feature[Point, dict[str, Any]]]
PLACE = "name: {th: ก, en: A}\nconfidence: strong\nkind: "
SHOP = "name: {th: ข, en: B}\nkind: shop\nconfidence: strong\nstatus: active\n"


def test_a_producer_with_a_point_of_its_own(made: OpenData) -> None:
    [feature] = json.loads(made.files["producers.geojson"].content)["features"]
    assert feature["id"] == "producers/ran-tua-yang"
    assert feature["geometry"] == {"type": "Point", "coordinates": [99.95, 13.1]}
    assert feature["properties"]["exactness"] == "approximate"
    assert feature["properties"]["point_of"] is None


def test_the_point_of_a_tambon_is_said_to_be_just_that(
    catalogue_of: Callable[[Mapping[str, str]], Catalogue],
) -> None:
    catalogue = catalogue_of(
        {
            "places/tambon-a.yml": f"{PLACE}tambon\ncoordinates: {{lat: 13.2, lon: 99.9, exactness: tambon-point}}\n",
            "places/nowhere.yml": f"{PLACE}market\n",
            "producers/in-it.yml": f"{SHOP}place: tambon-a\n",
            "producers/unknown.yml": SHOP,
        }
    )
    making = Making(catalogue, "https://example.org/")
    [producer] = json.loads(geojson_file(making, "producers"))["features"]
    assert producer["id"] == "producers/in-it"
    assert producer["geometry"]["coordinates"] == [99.9, 13.2]
    assert (producer["properties"]["exactness"], producer["properties"]["point_of"]) == (
        "tambon",
        "places/tambon-a",
    )
    [place] = json.loads(geojson_file(making, "places"))["features"]
    assert (place["id"], place["properties"]["point_of"]) == ("places/tambon-a", None)


def test_the_files_are_valid_and_in_thailand(made: OpenData) -> None:
    making = Making(load(Project.here().content).catalogue, "https://example.org/")
    files = [geojson_file(making, kind) for kind in KINDS]
    for content in (*files, *(made.files[f"{kind}.geojson"].content for kind in KINDS)):
        read = Strict.model_validate_json(content, strict=True)
        assert "crs" not in json.loads(content)
        ids = [feature.id for feature in read.features]
        assert len(ids) == len(set(ids)) > 0
        for feature in read.features:
            assert feature.geometry is not None
            lon, lat = feature.geometry.coordinates[:2]
            assert 97 <= lon <= 106, feature.id
            assert 5 <= lat <= 21, feature.id
