"""CSV: whatever a text holds reads back the same, and nothing in a spreadsheet is a formula."""

from __future__ import annotations

import csv
import io
import re
import string
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from gastro.opendata.csv_files import FORMULA_STARTS, csv_file, harmless, spreadsheet_csv_file
from gastro.opendata.publish import OpenData
from gastro.opendata.tables import Cell, Column, Table, in_one_cell
from tests.opendata.libre_office import converted, needs_libre_office

THAI = "".join(chr(code) for code in range(0x0E01, 0x0E5C) if not 0x0E3B <= code <= 0x0E3E)
TEXTS = st.text(
    st.one_of(
        st.characters(exclude_characters="\0", exclude_categories=["Cs"]),
        st.sampled_from("=+-@\"',;\t\r\n|!0123456789/ " + THAI[:20] + string.ascii_letters),
    )
)
NUMBER = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,15})?")


def table_of(*cells: Cell) -> Table:
    types = {int: "integer", float: "number", bool: "boolean", tuple: "list"}
    columns = tuple(
        Column(f"c{at}", types.get(type(cell), "string"), "ก", "a")  # type: ignore[arg-type]
        for at, cell in enumerate(cells)
    )
    row = {column.name: cell for column, cell in zip(columns, cells, strict=True)}
    return Table("t", "ก", "t", columns, ("c0",), (row,))


def read(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8"), newline=""), strict=True))


@given(st.lists(TEXTS, min_size=1))
@example(["=cmd|' /C calc'!A0", '"', "a\nb", "a\r\nb", "\r", "", " ", "ขนม,หวาน"])
@example([""])
def test_any_text_reads_back_the_same(texts: list[str]) -> None:
    assert read(csv_file(table_of(*texts)))[1:] == [texts]


@given(TEXTS)
@example("=cmd|' /C calc'!A0")
@example("\t=1")
@example("a;=1")
@example("＝1")
@example("-")
@example("-5 degrees")
@example("\n=1")
def test_no_cell_for_a_spreadsheet_begins_like_a_formula(text: str) -> None:
    data = spreadsheet_csv_file(table_of(text))
    assert data.startswith(b"\xef\xbb\xbf")
    [[cell]] = read(data.removeprefix(b"\xef\xbb\xbf"))[1:]
    assert NUMBER.fullmatch(cell) or not cell.startswith(tuple(FORMULA_STARTS))
    assert not re.search(r"[;\t\r\n][=+\-@＝＋－＠]", cell) or NUMBER.fullmatch(cell)
    assert cell.replace("'", "") == text.replace("'", "")


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+66 81 234 5678", "'+66 81 234 5678"),
        ("@me", "'@me"),
        ("-12.5", "-12.5"),
        ("-12.5%", "'-12.5%"),
        ("1/2", "'1/2"),
        ("4-5", "'4-5"),
        ("2021-07", "'2021-07"),
        ("04-18", "'04-18"),
        ("2021-07-05", "2021-07-05"),
        ("1 1/2", "1 1/2"),
        ("7607", "7607"),
        ("ขนม; =1", "ขนม; =1"),
        ("ขนม;=1", "ขนม;'=1"),
        ("ก\n-ข", "ก\n'-ข"),
    ],
)
def test_what_a_spreadsheet_would_change_is_guarded(text: str, written: str) -> None:
    assert harmless(text) == written


def test_numbers_stay_numbers_and_lists_are_joined() -> None:
    table = table_of(-5, -0.5, ("a", "b"), (2, 3), True, None, ())  # noqa: FBT003
    for data in (csv_file(table), spreadsheet_csv_file(table).removeprefix(b"\xef\xbb\xbf")):
        assert read(data)[1:] == [["-5", "-0.5", "a; b", "2; 3", "true", "", ""]]


def test_the_form_is_that_of_the_standard(made: OpenData) -> None:
    for file in made.files.values():
        if file.format == "csv" and not file.path.startswith("excel/"):
            assert not file.content.startswith(b"\xef\xbb\xbf")
            assert file.content.endswith(b"\r\n")
            assert file.table is not None
            rows = read(file.content)
            assert rows[0] == [column.name for column in file.table.columns]
            assert {len(row) for row in rows} == {len(rows[0])}


def test_files_say_what_the_tables_say(made: OpenData, table: Callable[[str], Table]) -> None:
    for one in made.tables:
        rows = read(made.files[f"{one.name}.csv"].content)[1:]
        assert rows == [
            ["" if (cell := in_one_cell(row[column.name])) is None else str(cell) for column in one.columns]
            for row in one.rows
        ]


@pytest.mark.verify
@needs_libre_office
def test_libre_office_runs_nothing_and_reads_thai(tmp_path: Path) -> None:
    cells = ("=1+1", "+1", "-5", "@SUM(A1)", "ขนมหม้อแกง", "1/2", "a;=1+1", '=HYPERLINK("x")')
    (tmp_path / "t.csv").write_bytes(spreadsheet_csv_file(table_of(*cells)))
    content = converted(tmp_path / "t.csv", reading="CSV:44,34,76,1")
    assert "table:formula" not in content
    for cell in ("'=1+1", "'+1", "'@SUM(A1)", "ขนมหม้อแกง", "'1/2"):
        assert cell in content.replace("&apos;", "'"), cell
    assert 'office:value="-5"' in content
