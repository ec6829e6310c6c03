"""The workbook: every table a sheet, texts as texts, and examples that calculate."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest

from gastro.catalogue import load
from gastro.opendata.making import Making
from gastro.opendata.publish import OpenData
from gastro.opendata.tables import Column, Table
from gastro.opendata.tables_of import tables_of
from gastro.opendata.workbook import MOST, workbook_file
from gastro.project import Project
from tests.opendata.libre_office import converted, needs_libre_office

SPACE = {"x": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}


def xml(data: bytes, path: str) -> ElementTree.Element:
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        return ElementTree.fromstring(opened.read(path))


def formulas(data: bytes) -> list[tuple[str, str]]:
    """Formula and result of every cell of the examples that has one."""
    cells = xml(data, "xl/worksheets/sheet2.xml").iterfind(".//x:c", SPACE)
    found = ((cell.findtext("x:f", None, SPACE), cell.findtext("x:v", None, SPACE)) for cell in cells)
    return [(formula, result or "") for formula, result in found if formula]


@pytest.fixture(scope="module")
def book(made: OpenData) -> bytes:
    return made.files["phetchaburi.xlsx"].content


def test_every_table_is_a_sheet(book: bytes, made: OpenData) -> None:
    names = [sheet.get("name") for sheet in xml(book, "xl/workbook.xml").iterfind(".//x:sheet", SPACE)]
    assert names == ["อ่านก่อน · Read me", "ตัวอย่าง · Examples", *(table.name for table in made.tables)]


def test_the_examples_are_formulas_with_their_results(book: bytes) -> None:
    assert formulas(book)[:5] == [
        ("COUNTIF('desserts'!$S$2:$S$2,$A3)", "1"),
        ("COUNTIF('desserts'!$S$2:$S$2,$A4)", "0"),
        ("COUNTIF('desserts'!$S$2:$S$2,$A5)", "0"),
        ("COUNTIF('desserts'!$S$2:$S$2,$A6)", "0"),
        ("SUM(D3:D6)", "1"),
    ]


def test_there_are_no_formulas_but_the_examples(making: Making, book: bytes) -> None:
    hostile = Column("a", "string", "ก", "a")
    table = Table(
        "t", "ก", "t", (hostile,), ("a",), ({"a": "=1+1"}, {"a": "https://example.org/"}, {"a": "x" * 40_000})
    )
    data = workbook_file(making, (*tables_of(making), table))
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        sheets = [name for name in opened.namelist() if name.startswith("xl/worksheets/sheet")]
        others = [name for name in sheets if not name.endswith("sheet2.xml")]
        assert [name for name in others if b"<f>" in opened.read(name)] == []
        assert not any("hyperlink" in opened.read(name).decode() for name in sheets)
        texts = re.findall(r"<t[^>]*>([^<]*)</t>", opened.read("xl/sharedStrings.xml").decode())
    assert "=1+1" in texts
    assert max(len(text) for text in texts) == MOST


def test_the_same_records_give_the_same_bytes(making: Making, made: OpenData, book: bytes) -> None:
    assert workbook_file(making, made.tables) == book


@pytest.mark.verify
@needs_libre_office
def test_libre_office_calculates_the_examples(tmp_path: Path) -> None:
    making = Making(load(Project.here().content).catalogue, "https://example.org/")
    data = workbook_file(making, tables_of(making))
    (tmp_path / "book.xlsx").write_bytes(data)
    content = converted(tmp_path / "book.xlsx")
    results = re.findall(r'table:formula="of:=(?:COUNTIF|SUM)[^"]*"[^>]*office:value="([^"]*)"', content)
    assert results == [result for _, result in formulas(data)]
    assert int(results[0]) == sum(
        getattr(entry.record, "tie", "") == "signature" for entry in making.of("desserts")
    )
