"""The record in numbers: sweets by family and tie, producers by kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from xml.etree import ElementTree as ET

import pytest

from gastro.dossier.annexes.charts import bars
from gastro.dossier.annexes.holdings import families_by_tie, holdings, producers_by_kind
from gastro.dossier.assembly import Writer
from gastro.dossier.document import Block, Paragraph, Picture, Runs, Table
from gastro.dossier.filled import Filled, filled
from gastro.records.desserts import Dessert
from gastro.records.producers import Producer
from tests.builds import project_dossier
from tests.dossier.conftest import SITE, Changed

SVG = "{http://www.w3.org/2000/svg}"
SWEET = "desserts/khanom-tua-yang.yml"


def writer_of(full: Filled) -> Writer:
    return Writer(full, "en", full.wording("en"))


def said(runs: Runs) -> str:
    return "".join(run.text for run in runs)


def rows_of(blocks: list[Block]) -> list[list[str]]:
    (table,) = (block for block in blocks if isinstance(block, Table))
    return [[said(cell) for cell in row] for row in (table.header, *table.rows)]


def drawn_bars(picture: Picture) -> Iterator[list[str]]:
    """The name of each bar, and the numbers on it."""
    for group in ET.fromstring(picture.data).findall(f"{SVG}g"):
        texts = [text.text or "" for text in group.findall(f"{SVG}text")]
        if len(texts) > 1:
            yield texts


@pytest.fixture(scope="module")
def report() -> Writer:
    return writer_of(filled(project_dossier().catalogue, "report-2025", SITE))


def test_families_count_the_sweets_of_the_catalogue(report: Writer) -> None:
    sweets = [entry.record for entry in report.filled.catalogue.of("desserts")]
    terms = report.filled.catalogue.vocabularies
    wanted = Counter(
        (terms["categories"][family].label.en, terms["ties"][sweet.tie].label.en)
        for sweet in sweets
        if isinstance(sweet, Dessert)
        for family in sweet.categories
    )
    ties, families = families_by_tie(report)
    found = {
        (name, tie): count for name, row in families.items() for tie, count in zip(ties, row, strict=True)
    }
    assert {key: count for key, count in found.items() if count} == dict(wanted)


def test_producers_count_those_of_the_catalogue(report: Writer) -> None:
    producers = [entry.record for entry in report.filled.catalogue.of("producers")]
    terms = report.filled.catalogue.vocabularies["producer-kinds"]
    wanted = Counter(
        terms[one.kind].label.en for one in producers if isinstance(one, Producer) and one.status != "closed"
    )
    assert {kind: row[0] for kind, row in producers_by_kind(report).items()} == dict(wanted)


def test_bars_show_the_numbers_of_the_table(report: Writer) -> None:
    blocks = list(holdings(report))
    picture = next(block for block in blocks if isinstance(block, Picture))
    rows = rows_of(blocks)[1:]
    assert list(drawn_bars(picture)) == [
        [row[0], *(cell for cell in row[1:-1] if cell != "0")] for row in rows
    ]
    assert [row[-1] for row in rows] == [str(sum(map(int, row[1:-1]))) for row in rows]


def test_the_sample_is_told_by_the_table_alone(sample: Filled) -> None:
    blocks = list(holdings(writer_of(sample)))
    assert not any(isinstance(block, Picture) for block in blocks)
    assert rows_of(blocks) == [
        ["Family", "Signature of Phetchaburi", "Total"],
        ["Egg-based", "1", "1"],
        ["Baked", "1", "1"],
    ]
    assert [said(block.runs) for block in blocks if isinstance(block, Paragraph)][-1] == "Shop 1."


def test_a_changed_record_changes_the_chart(changed: Changed) -> None:
    full = changed(
        (SWEET, "categories: [egg-based, baked]", "categories: [egg-based, baked, steamed]"),
        (SWEET, "tie: signature", "tie: widely-made"),
    )
    (picture,) = (block for block in holdings(writer_of(full)) if isinstance(block, Picture))
    assert picture.alt == (
        "Chart of the sweets in each family by their tie to Phetchaburi: "
        "Egg-based 1 (1 Widely made in the province); Steamed 1 (1 Widely made in the province); "
        "Baked 1 (1 Widely made in the province)."
    )
    assert list(drawn_bars(picture)) == [["Egg-based", "1"], ["Steamed", "1"], ["Baked", "1"]]


def test_a_closed_producer_is_not_counted(changed: Changed) -> None:
    full = changed(("producers/ran-tua-yang.yml", "status: active", "status: closed"))
    assert producers_by_kind(writer_of(full)) == {}


def test_bars_are_as_long_as_their_counts_and_words_are_escaped() -> None:
    made = bars({"A & B": (3, 1), "C": (0, 2), "D": (1, 0)}, ("one", "two"))
    assert made is not None
    groups = ET.fromstring(made).findall(f"{SVG}g")
    assert [[text.text for text in group.findall(f"{SVG}text")] for group in groups] == [
        ["one"],
        ["two"],
        ["A & B", "3", "1"],
        ["C", "2"],
        ["D", "1"],
    ]
    widths = [float(rect.attrib["width"]) for group in groups[2:] for rect in group.findall(f"{SVG}rect")]
    assert widths == [327.0, 109.0, 218.0, 109.0]


def test_two_bars_are_no_chart() -> None:
    assert bars({"A": (3,), "B": (1,)}, ("",)) is None
