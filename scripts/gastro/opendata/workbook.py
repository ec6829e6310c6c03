"""All tables as one workbook for Excel and LibreOffice, with examples that calculate.

Texts are written as texts, so that nothing is run, and no amount turns into a day. Each example is a
formula over the sheets beside it; its result is written with it, for programs that do not calculate
when they open a file.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name

from gastro.opendata.making import Making, words
from gastro.opendata.tables import Cell, Table, in_one_cell

MOST: Final = 32_767
"""Characters that a cell can hold."""
_MADE = datetime(2021, 11, 8)
"""The day the workbook says it was made: always the same, that of the designation."""
_WIDTH, _HEAD = 24, {"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#E3EEE0", "border": 1}


@dataclass(frozen=True, slots=True)
class Example:
    """A question to the tables: how many rows of ``table`` have each value of ``column``."""

    key: str
    table: str
    column: str
    names: tuple[tuple[str, str, str], ...]
    """Id, and name in Thai and in English, of each value asked for."""


def workbook_file(making: Making, tables: tuple[Table, ...]) -> bytes:
    """The workbook; the same records give the same bytes."""
    by_name = {table.name: table for table in tables}
    out = io.BytesIO()
    book = xlsxwriter.Workbook(
        out,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        },
    )
    book.set_properties(
        {"title": words("data-title-whole")[1], "author": words("cite-author")[1], "created": _MADE}
    )
    _first_sheet(book, making, tables)
    _examples_sheet(book, examples(making), by_name)
    for table in tables:
        _sheet(book, table)
    book.close()
    return out.getvalue()


def examples(making: Making) -> tuple[Example, ...]:
    """The questions of the examples sheet."""
    ties = making.catalogue.vocabularies["ties"].items()
    districts = [entry for entry in making.of("places") if getattr(entry.record, "kind", "") == "district"]
    return (
        Example(
            "data-example-ties",
            "desserts",
            "tie",
            tuple((id, term.label.th, term.label.en) for id, term in ties),
        ),
        Example(
            "data-example-districts",
            "producers",
            "district",
            tuple((entry.id, entry.name("th"), entry.name("en")) for entry in districts),
        ),
    )


def formula(example: Example, table: Table, cell: str) -> str:
    """The formula that counts the rows whose value stands in ``cell`` of the examples sheet."""
    return f"=COUNTIF({_range(table, example.column)},{cell})"


def _range(table: Table, name: str) -> str:
    letter = xl_col_to_name(next(at for at, column in enumerate(table.columns) if column.name == name))
    return f"'{table.name}'!${letter}$2:${letter}${max(2, len(table.rows) + 1)}"


def _first_sheet(book: Any, making: Making, tables: tuple[Table, ...]) -> None:
    sheet = book.add_worksheet(" · ".join(words("data-sheet-about")))
    bold = book.add_format(_HEAD)
    lines = [words("data-title-whole"), words("data-about-whole"), words("data-licence-line")]
    for row, (th, en) in enumerate(lines):
        sheet.write_string(row, 0, th)
        sheet.write_string(row, 1, en)
    sheet.write_string(len(lines), 0, f"{words('data-version')[0]}: {making.version}")
    sheet.write_string(len(lines), 1, making.file("data/"))
    start = len(lines) + 2
    for at, head in enumerate(("data-sheet", "data-rows")):
        sheet.write_string(start, 2 * at, " · ".join(words(head)), bold)
    sheet.write_string(start, 1, "", bold)
    for row, table in enumerate(tables, start=start + 1):
        sheet.write_string(row, 0, f"{table.name}: {table.th}")
        sheet.write_string(row, 1, table.en)
        sheet.write_number(row, 2, len(table.rows))
    sheet.set_column(0, 1, 60)


def _examples_sheet(book: Any, asked: tuple[Example, ...], tables: Mapping[str, Table]) -> None:
    sheet = book.add_worksheet(" · ".join(words("data-sheet-examples")))
    bold = book.add_format(_HEAD)
    sheet.set_column(0, 3, _WIDTH)
    row = 0
    for example in asked:
        table = tables[example.table]
        sheet.write_string(row, 0, " · ".join(words(example.key)))
        for at, head in enumerate(
            ("data-head-id", "data-head-name-th", "data-head-name-en", "data-head-count")
        ):
            sheet.write_string(row + 1, at, " · ".join(words(head)), bold)
        first = row + 2
        for at, (id, th, en) in enumerate(example.names, start=first):
            for column, text in enumerate((id, th, en)):
                sheet.write_string(at, column, text)
            counted = sum(one[example.column] == id for one in table.rows)
            sheet.write_formula(at, 3, formula(example, table, f"$A{at + 1}"), None, counted)
        last = first + len(example.names)
        sheet.write_string(last, 2, " · ".join(words("data-head-sum")), bold)
        counted = sum(one[example.column] in {id for id, _, _ in example.names} for one in table.rows)
        sheet.write_formula(last, 3, f"=SUM(D{first + 1}:D{last})", bold, counted)
        row = last + 2


def _sheet(book: Any, table: Table) -> None:
    sheet = book.add_worksheet(table.name)
    head = book.add_format(_HEAD)
    for at, column in enumerate(table.columns):
        sheet.write_string(0, at, column.name, head)
    for number, row in enumerate(table.rows, start=1):
        for at, cell in _cells(table, row):
            if isinstance(cell, str):
                sheet.write_string(number, at, cell)
            else:
                sheet.write_number(number, at, cell)
    sheet.freeze_panes(1, 1)
    sheet.set_column(0, len(table.columns) - 1, _WIDTH)
    if table.rows:
        sheet.autofilter(0, 0, len(table.rows), len(table.columns) - 1)


def _cells(table: Table, row: Mapping[str, Cell]) -> Iterator[tuple[int, str | int | float]]:
    for at, column in enumerate(table.columns):
        cell = in_one_cell(row[column.name])
        if isinstance(cell, str) and len(cell) > MOST:
            cell = f"{cell[: MOST - 1]}…"
        if cell is not None and cell != "":
            yield at, cell
