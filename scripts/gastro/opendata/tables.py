"""What a table of open data is: its columns with their meaning in both languages, and its rows.

CSV, the data package, the database and the workbook are all written from these tables, so that
they say the same. A cell is a text, a number, a truth, a list of ids or numbers, or None.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

ColumnType = Literal["string", "integer", "number", "boolean", "list"]
Cell = str | int | float | bool | tuple[str, ...] | tuple[int, ...] | None
Row = Mapping[str, Cell]

SEPARATOR = "; "
"""Between the items of a list where they stand in one cell."""
DATE_PATTERN = r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?(/[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?)?"


@dataclass(frozen=True, slots=True)
class Column:
    """A column, with what it means in Thai and in English.

    ``refers`` names the table whose key the value (or each value of a list) is; ``choices`` are
    all values there can be. A column that is ``derived`` repeats what another table says, so that
    a sheet can be read alone; one that is ``long`` holds whole paragraphs.
    """

    name: str
    type: ColumnType
    th: str
    en: str
    required: bool = False
    choices: tuple[str, ...] = ()
    pattern: str = ""
    bounds: tuple[float, float] | None = None
    refers: str = ""
    items: Literal["string", "integer"] = "string"
    is_address: bool = False
    derived: bool = False
    long: bool = False

    def about(self, lang: str) -> str:
        """What the column means, in a language."""
        return self.th if lang == "th" else self.en


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its name, what it holds in both languages, its columns, its key and its rows.

    ``parent`` names the table whose rows this one breaks down, if it does.
    """

    name: str
    th: str
    en: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    rows: tuple[Row, ...]
    parent: str = ""

    def about(self, lang: str) -> str:
        """What the table holds, in a language."""
        return self.th if lang == "th" else self.en

    def column(self, name: str) -> Column:
        """A column by its name; raises StopIteration if there is none."""
        return next(column for column in self.columns if column.name == name)


def in_one_cell(cell: Cell) -> str | int | float | None:
    """A cell as files without lists hold it: items joined, truths as words, nothing as None."""
    if isinstance(cell, tuple):
        return SEPARATOR.join(str(item) for item in cell) if cell else None
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return cell
