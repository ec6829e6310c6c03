"""The maps of the project's records and of a few made up: what is on them, in which words."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

import pytest

from gastro.catalogue import Catalogue
from gastro.pages import Pages, render
from gastro.pages.map_marks import LAYERS, layer_of
from gastro.pages.maps import Maps
from gastro.records.routes import Route
from tests.builds import project_records

HEAD = "name: {{th: {th}, en: {en}}}\nconfidence: strong\nkind: {kind}\n"
POINT = "coordinates: {{lat: {lat}, lon: {lon}, exactness: {exactness}}}\n"
RECORDS = {
    "places/changwat.yml": HEAD.format(th="จังหวัด", en="Province", kind="province"),
    "places/amphoe.yml": HEAD.format(th="อำเภอบ้านแหลม", en="Ban Laem district", kind="district")
    + "within: changwat\n"
    + POINT.format(lat=13.2, lon=99.98, exactness="district-point"),
    "places/tambon.yml": HEAD.format(th="ตำบลบางครก", en="Tambon Bang Khrok", kind="tambon")
    + "within: amphoe\n"
    + POINT.format(lat=13.204, lon=99.933, exactness="tambon-point"),
    "places/talat.yml": HEAD.format(th="ตลาด", en="Market", kind="market")
    + "within: tambon\n"
    + POINT.format(lat=13.21, lon=99.94, exactness="approximate"),
    "producers/ran.yml": HEAD.format(th="ร้าน", en="Shop", kind="shop") + "place: tambon\nstatus: active\n",
    "producers/khrua.yml": HEAD.format(th="ครัว", en="Kitchen", kind="restaurant")
    + "place: amphoe\nstatus: active\n",
    "producers/phaeng.yml": HEAD.format(th="แผง", en="Stall", kind="stall")
    + "place: talat\nstatus: active\n",
    "producers/pit.yml": HEAD.format(th="ปิด", en="Closed", kind="shop") + "place: tambon\nstatus: closed\n",
    "producers/mai-ru.yml": HEAD.format(th="ไม่รู้", en="Unknown", kind="farm") + "status: active\n",
}


@pytest.fixture
def catalogue(catalogue_of: Callable[[Mapping[str, str]], Catalogue]) -> Catalogue:
    return catalogue_of(RECORDS)


@pytest.fixture(scope="module")
def real() -> Catalogue:
    return project_records().catalogue


@pytest.fixture(scope="module")
def pages(real: Catalogue) -> Pages:
    from gastro.pages.render import Scope

    return render(real, only=Scope(set(), {"places", "producers", "routes"}, set()))


def test_exactness_is_said_in_words(catalogue: Catalogue) -> None:
    maps = {lang: Maps(catalogue, lang) for lang in ("th", "en")}
    said = {spot.entry.id: maps["en"].exactness(spot) for spot in maps["en"].of_province().spots}
    assert said == {
        "amphoe": "Reference point of the district",
        "tambon": "Reference point of the tambon",
        "talat": "Approximate position",
        "ran": "Somewhere in Tambon Bang Khrok",
        "khrua": "Somewhere in Ban Laem district",
        "phaeng": "At Market or near it",
    }
    thai = {spot.entry.id: maps["th"].exactness(spot) for spot in maps["th"].of_province().spots}
    assert thai["ran"] == "อยู่ในตำบลบางครก ไม่ทราบจุดแน่ชัด"
    assert thai["talat"] == "ตำแหน่งโดยประมาณ"


def test_records_without_a_place_are_named_and_closed_ones_left_out(catalogue: Catalogue) -> None:
    maps = Maps(catalogue, "th")
    assert [entry.id for entry in maps.not_shown()] == ["mai-ru"]
    assert "pit" not in {spot.entry.id for spot in maps.of_province().spots}
    assert not maps.is_shown(catalogue.at("producers/pit"))
    assert maps.is_shown(catalogue.at("producers/ran"))


def test_kinds_of_markers(catalogue: Catalogue) -> None:
    found = {entry.id: layer_of(entry) for entry in Maps(catalogue, "en").shown()}
    assert found == {
        "amphoe": "district",
        "tambon": "tambon",
        "talat": "market",
        "ran": "maker",
        "khrua": "eat",
        "phaeng": "maker",
        "mai-ru": "maker",
    }
    assert set(found.values()) <= set(LAYERS)


def test_names_of_districts_and_tambons_are_short_on_the_map(catalogue: Catalogue) -> None:
    district, tambon = catalogue.at("places/amphoe"), catalogue.at("places/tambon")
    assert Maps(catalogue, "th").names([district, tambon]) == ["บ้านแหลม", "บางครก"]
    assert Maps(catalogue, "en").names([district, tambon]) == ["Ban Laem", "Bang Khrok"]


def test_a_map_service_is_offered_only_where_the_point_says_something(catalogue: Catalogue) -> None:
    maps = Maps(catalogue, "en")
    out = {spot.entry.id: maps.outside(spot) for spot in maps.of_province().spots}
    assert out["talat"] == "https://www.openstreetmap.org/?mlat=13.21&mlon=99.94#map=16/13.21/99.94"
    assert out["ran"] == "https://www.openstreetmap.org/?mlat=13.204&mlon=99.933#map=13/13.204/99.933"
    assert out["amphoe"] == out["khrua"] == ""


def test_the_list_beside_the_map_holds_what_the_map_holds(real: Catalogue) -> None:
    for lang in ("th", "en"):
        maps = Maps(real, lang)
        chart = maps.of_province()
        listed = [spot.entry.address for section in maps.sections(chart) for spot in section.spots]
        drawn = [spot.entry.address for spot in chart.spots]
        assert sorted(listed) == sorted(drawn)
        assert len(set(drawn)) == len(drawn)
        absent = {entry.address for entry in maps.not_shown()}
        assert {entry.address for entry in maps.shown()} == absent | set(drawn)


def test_markers_of_the_province_stand_apart_and_on_the_map(real: Catalogue) -> None:
    chart = Maps(real, "th").of_province()
    for number, group in enumerate(chart.groups):
        assert 13 <= group.x <= chart.projection.width - 13
        assert 13 <= group.y <= chart.projection.height - 13
        for other in chart.groups[:number]:
            assert (group.x - other.x) ** 2 + (group.y - other.y) ** 2 >= 26**2


def test_every_district_has_its_name_on_the_maps(real: Catalogue) -> None:
    for lang in ("th", "en"):
        maps = Maps(real, lang)
        districts = {maps.short(entry) for entry in maps.shown() if layer_of(entry) == "district"}
        assert len(districts) == 8
        assert {label.text for label in maps.small().labels} == districts
        assert {label.text for label in maps.of_province().labels} == districts


def test_stops_keep_their_numbers(real: Catalogue) -> None:
    maps = Maps(real, "en")
    for entry in real.of("routes"):
        assert isinstance(entry.record, Route)
        chart = maps.of_route(entry.record)
        assert chart is not None
        assert sorted(spot.number for spot in chart.spots) == list(range(1, len(entry.record.stops) + 1))
        assert len(maps.path_of(chart).split()) == len(entry.record.stops)


def test_a_marker_of_several_stops_promises_no_more_than_the_least_known(real: Catalogue) -> None:
    maps = Maps(real, "en")
    route = real.at("routes/mueang-phetchaburi-old-town").record
    assert isinstance(route, Route)
    chart = maps.of_route(route)
    assert chart is not None
    shown = {maps.numbers(group): maps.least_exact(group) for group in chart.groups}
    assert shown == {"1": "approximate", "2": "approximate", "3": "approximate", "4–6": "district"}


def test_maps_are_light(pages: Pages, real: Catalogue) -> None:
    home = re.search(r'<figure class="map-small">.*?</figure>', pages["th/index.md"], re.S)
    assert home is not None
    assert len(home[0].encode()) < 6000
    assert len(pages["th/map/index.md"].encode()) < 110_000
    from gastro.pages.render import Scope

    record = render(real, only=Scope({"producers/lung-anek"}, set(), set()))["th/producers/lung-anek.md"]
    small = re.search(r'<figure class="map-locator">.*?</figure>', record, re.S)
    assert small is not None
    assert len(small[0].encode()) < 3000
