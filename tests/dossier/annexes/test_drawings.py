"""Charts of the annexes say what the records say."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from gastro.catalogue.criteria import standings
from gastro.dossier.annexes.charts import evidence_chart, initiatives_chart
from gastro.dossier.assembly import Writer
from gastro.dossier.document import Picture
from gastro.dossier.filled import Filled, filled
from tests.builds import project_dossier
from tests.dossier.conftest import SITE

SVG = "{http://www.w3.org/2000/svg}"


def writer_of(full: Filled) -> Writer:
    return Writer(full, "en", full.wording("en"))


@pytest.fixture(scope="module")
def report() -> Writer:
    return writer_of(filled(project_dossier().catalogue, "report-2025", SITE))


def drawn_in(picture: Picture | None) -> ET.Element:
    assert picture is not None
    assert picture.format == "svg"
    return ET.fromstring(picture.data)


def test_bars_of_evidence_are_the_counts_of_the_matrix(report: Writer) -> None:
    picture = evidence_chart(report)
    root = drawn_in(picture)
    bars = [group for group in root.findall(f"{SVG}g") if group.find(f"{SVG}rect") is not None][3:]
    shown = [
        [text.text for text in group.findall(f"{SVG}text")]
        for group in bars
        if len(group.findall(f"{SVG}text"))
    ]
    wanted = [
        [
            one.term.label.en,
            *(str(count) for name in ("strong", "fair", "thin") if (count := one.strengths[name])),
        ]
        for one in standings(report.filled.catalogue)
    ]
    assert shown == wanted
    assert picture is not None
    first = wanted[0]
    assert f"by strength: {first[0]} {first[1]} strong, {first[2]} fair" in picture.alt


def test_bars_are_as_long_as_their_counts(report: Writer) -> None:
    root = drawn_in(evidence_chart(report))
    widths = {
        round(float(rect.attrib["width"]) / int(text.text or "0"), 0)
        for group in root.findall(f"{SVG}g")[3:]
        for rect, text in zip(group.findall(f"{SVG}rect"), group.findall(f"{SVG}text")[1:], strict=True)
    }
    assert len(widths) == 1


def test_every_initiative_has_a_row_with_its_period_and_what_happened(report: Writer) -> None:
    ids = ["five-year-roadmap", "cha-am-food-festival", "taste-of-phed-ri"]
    picture = initiatives_chart(report, ids)
    root = drawn_in(picture)
    rows = root.findall(f"{SVG}g")
    assert len(rows) == 3
    assert " ".join(text.text or "" for text in rows[1].findall(f"{SVG}text")) == "CHA-AM Food Festival"
    assert len(rows[0].findall(f"{SVG}rect")) == 1
    assert len(rows[0].findall(f"{SVG}circle")) == 3
    assert picture is not None
    assert picture.alt.startswith("Chart of when 3 initiatives ran, from 2021 to 2026.")


def test_a_short_period_is_a_dot_and_told_in_words(report: Writer) -> None:
    ids = ["five-year-roadmap", "cha-am-food-festival", "taste-of-phed-ri"]
    picture = initiatives_chart(report, ids)
    rows = drawn_in(picture).findall(f"{SVG}g")
    assert [len(row.findall(f"{SVG}rect")) for row in rows] == [1, 0, 0]
    assert [len(row.findall(f"{SVG}circle")) for row in rows[1:]] == [1, 1]
    assert picture is not None
    assert "CHA-AM Food Festival, 10–12 December 2021; " in picture.alt


def test_too_few_are_told_by_the_table_alone(sample: Filled) -> None:
    assert initiatives_chart(writer_of(sample), ["khrongkan-tua-yang"]) is None
