"""The map of the province: every record under its number, no more exact than it is known."""

from __future__ import annotations

from collections import Counter
from xml.etree import ElementTree as ET

import pytest

from gastro.catalogue.positions import EXACTNESS, position_of
from gastro.dossier.annexes.maps import province
from gastro.dossier.annexes.place_map import PlaceMap, place_map
from gastro.dossier.assembly import Writer
from gastro.dossier.document import Paragraph, Picture, Table
from gastro.dossier.filled import Filled, filled
from gastro.pages.map_marks import layer_of
from gastro.pages.maps import Maps
from tests.builds import project_dossier
from tests.dossier.conftest import SITE

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def report() -> Writer:
    full = filled(project_dossier().catalogue, "report-2025", SITE)
    return Writer(full, "en", full.wording("en"))


@pytest.fixture(scope="module")
def chart(report: Writer) -> PlaceMap:
    found = place_map(report.filled.catalogue)
    assert found is not None
    return found


def rows_of(table: Table) -> list[list[str]]:
    return [["".join(run.text for run in cell) for cell in row] for row in (table.header, *table.rows)]


def test_every_record_with_a_position_has_one_number(report: Writer, chart: PlaceMap) -> None:
    catalogue = report.filled.catalogue
    wanted = {
        entry.address
        for entry in Maps(catalogue, "en").shown()
        if layer_of(entry) not in ("district", "tambon") and position_of(catalogue, entry)
    }
    assert [spot.number for spot in chart.spots] == list(range(1, len(wanted) + 1))
    assert {spot.entry.address for spot in chart.spots} == wanted
    assert len(chart.districts) == 8


def test_a_marker_stands_on_a_record_of_its_own_and_is_as_exact_as_the_least(chart: PlaceMap) -> None:
    for mark in chart.marks:
        assert (mark.x, mark.y) in {(spot.x, spot.y) for spot in mark.spots}
        least = max(EXACTNESS.index(spot.position.exactness) for spot in mark.spots)
        assert mark.exactness == EXACTNESS[least]
        assert 0 < mark.x < chart.projection.width
        assert 0 < mark.y < chart.projection.height


def test_markers_do_not_cover_each_other(chart: PlaceMap) -> None:
    for at, one in enumerate(chart.marks):
        for other in chart.marks[at + 1 :]:
            aside = abs(one.x - other.x) >= (one.width + other.width) / 2
            assert aside or abs(one.y - other.y) >= 22, (one.numbers, other.numbers)


def test_the_drawing_shows_the_numbers_and_all_districts(report: Writer, chart: PlaceMap) -> None:
    (picture,) = (block for block in province(report) if isinstance(block, Picture))
    root = ET.fromstring(picture.data)
    marks = [group for group in root.iter(f"{SVG}g") if group.get("class") == "mark"]
    assert [group.findtext(f"{SVG}text") for group in marks] == [mark.numbers for mark in chart.marks]
    names = [text.text for text in root.iter(f"{SVG}text") if text.get("font-weight") == "700"]
    assert sorted(filter(None, names)) == [
        "Ban Laem",
        "Ban Lat",
        "Cha-am",
        "Kaeng Krachan",
        "Khao Yoi",
        "Mueang Phetchaburi",
        "Nong Ya Plong",
        "Tha Yang",
    ]


def test_the_key_the_table_and_the_alt_text_count_the_same(report: Writer, chart: PlaceMap) -> None:
    blocks = list(province(report))
    (picture,) = (block for block in blocks if isinstance(block, Picture))
    districts, register = (rows_of(block) for block in blocks if isinstance(block, Table))
    *rows, total = districts[1:]
    for column in range(1, len(total)):
        assert int(total[column]) == sum(int(row[column]) for row in rows)
    assert total[-1] == str(len(chart.spots)) == str(len(register) - 1)
    told = "; ".join(f"{row[0]} {row[-1]}" for row in rows)
    assert picture.alt == (
        f"Schematic map of Phetchaburi Province with {total[-1]} records, by district: {told}. "
        "The tables below count them by kind and name each."
    )
    keys = {
        " ".join(text.text or "" for text in group.findall(f"{SVG}text"))
        for group in ET.fromstring(picture.data).iter(f"{SVG}g")
        if group.get("class") == "key"
    }
    for name, count in zip(districts[0][1:-1], total[1:-1], strict=True):
        assert f"{name} ({count})" in keys


def test_the_register_names_each_with_how_exactly_it_is_known(report: Writer, chart: PlaceMap) -> None:
    register = [block for block in province(report) if isinstance(block, Table)][-1]
    rows = rows_of(register)[1:]
    maps = Maps(report.filled.catalogue, "en")
    assert [row[:4] for row in rows] == [
        [str(spot.number), spot.entry.name("en"), maps.kind(spot.entry), maps.exactness(spot)]
        for spot in chart.spots
    ]
    known = Counter(spot.position.exactness for spot in chart.spots)
    assert sum(row[3].startswith("Somewhere in ") for row in rows) == known["tambon"] + known["district"]


def test_the_outlines_have_their_sources(report: Writer) -> None:
    small = [block for block in province(report) if isinstance(block, Paragraph) and block.style == "small"]
    (credit,) = ("".join(run.text for run in block.runs) for block in small)
    assert "Natural Earth 1:10m" in credit
    assert "GSHHG 2.3.7 by P. Wessel and W. H. F. Smith (LGPL 3 or later)" in credit


def test_without_outlines_there_is_no_map(sample: Filled) -> None:
    assert list(province(Writer(sample, "en", sample.wording("en")))) == []
