"""Tables as CSV: one form for programs, one that a spreadsheet opens at a double click.

The first is RFC 4180 in UTF-8 without a byte order mark, just as the table is. The second begins
with the mark, by which Excel knows Thai letters, and holds nothing that a spreadsheet would run or
turn into something else: before a text that begins like a formula, and before one that looks like
a day or a fraction, stands an apostrophe. Numbers stay numbers, negative ones too.
"""

from __future__ import annotations

import csv
import io
import re
from codecs import BOM_UTF8

from gastro.opendata.tables import Cell, Table, in_one_cell

FORMULA_STARTS = "=+-@\t\r\n＝＋－＠"
"""What makes a spreadsheet take a cell for a formula, or hide what does."""
_NUMBER = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,15})?")
_LIKE_A_DAY = re.compile(r"[0-9]{1,4}[-/][0-9]{1,4}")
_AFTER_A_BREAK = re.compile(r"(?<=[;\t\r\n])(?=[=+\-@＝＋－＠])")
"""Where a spreadsheet that takes another separator than ours would begin a cell."""


def csv_file(table: Table) -> bytes:
    """A table for programs."""
    return _written(table, safe=False).encode("utf-8")


def spreadsheet_csv_file(table: Table) -> bytes:
    """A table for spreadsheets."""
    return BOM_UTF8 + _written(table, safe=True).encode("utf-8")


def harmless(text: str) -> str:
    """A text that no spreadsheet takes for a formula, a day or a fraction; a number as it is."""
    if _NUMBER.fullmatch(text):
        return text
    guarded = _AFTER_A_BREAK.sub("'", text)
    if guarded.startswith(tuple(FORMULA_STARTS)) or _LIKE_A_DAY.fullmatch(guarded):
        return f"'{guarded}"
    return guarded


def _written(table: Table, *, safe: bool) -> str:
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([column.name for column in table.columns])
    for row in table.rows:
        writer.writerow([_cell(row[column.name], safe=safe) for column in table.columns])
    return out.getvalue()


def _cell(cell: Cell, *, safe: bool) -> str | int | float:
    plain = in_one_cell(cell)
    if plain is None:
        return ""
    return harmless(plain) if safe and isinstance(plain, str) else plain
