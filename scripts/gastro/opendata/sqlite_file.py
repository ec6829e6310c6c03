"""All tables in one SQLite file, with keys that hold, link tables for lists, and views for first questions.

What a table repeats only to be read alone is left out here: a query joins it. The paragraphs of long
texts stand one by one in ``passages``, each with the id of its claim.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from gastro.opendata.making import Making, words
from gastro.opendata.tables import Cell, Column, Row, Table
from gastro.records.base import Passage

VIEWS = Path(__file__).with_name("views.sql")
_TYPES = {"string": "TEXT", "integer": "INTEGER", "number": "REAL", "boolean": "INTEGER"}
_PASSAGES = """CREATE TABLE "passages" (
  "claim" TEXT NOT NULL PRIMARY KEY REFERENCES "claims" ("id"),
  "record" TEXT NOT NULL REFERENCES "records" ("address"),
  "field" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "text_th" TEXT NOT NULL,
  "text_en" TEXT NOT NULL
)"""


def sqlite_file(making: Making, tables: tuple[Table, ...]) -> bytes:
    """The database; the same records give the same bytes."""
    database = sqlite3.connect(":memory:", isolation_level=None)
    try:
        database.execute("PRAGMA foreign_keys = OFF")
        database.execute("BEGIN")
        database.execute('CREATE TABLE "about" ("name" TEXT NOT NULL PRIMARY KEY, "value" TEXT NOT NULL)')
        database.executemany('INSERT INTO "about" VALUES (?, ?)', _about(making))
        known = {table.name: table for table in tables}
        for table in tables:
            _create(database, table, known)
        _passages(database, making)
        database.execute("COMMIT")
        database.executescript(VIEWS.read_text(encoding="utf-8"))
        database.execute("VACUUM")
        return database.serialize()
    finally:
        database.close()


def link_name(table: Table, column: Column) -> str:
    """The name of the table that holds the items of a list."""
    return f"{sql_name(table.name)}__{column.name}"


def sql_name(name: str) -> str:
    """A table's name without hyphens, so that it needs no quotes."""
    return name.replace("-", "_")


def _about(making: Making) -> Iterator[tuple[str, str]]:
    yield "version", making.version
    yield "licence", "https://creativecommons.org/licenses/by/4.0/"
    yield "author", words("cite-author")[1]
    yield "title", words("cite-work")[1]
    yield "address", making.file("data/")


def _create(database: sqlite3.Connection, table: Table, known: dict[str, Table]) -> None:
    kept = [one for one in table.columns if one.type != "list" and not (one.derived or one.long)]
    lines = [_declared(one, known) for one in kept]
    lines.append(f"PRIMARY KEY ({', '.join(map(_quoted, table.key))})")
    database.execute(f"CREATE TABLE {_quoted(sql_name(table.name))} ({', '.join(lines)}) WITHOUT ROWID")
    _fill(database, sql_name(table.name), [tuple(row[one.name] for one in kept) for row in table.rows])
    for one in table.columns:
        if one.type == "list" and not one.long:
            _link(database, table, one, known)


def _declared(column: Column, known: dict[str, Table]) -> str:
    line = f"{_quoted(column.name)} {_TYPES[column.type]}{' NOT NULL' if column.required else ''}"
    return line + _refers(column, known)


def _refers(column: Column, known: dict[str, Table]) -> str:
    if not column.refers:
        return ""
    [key] = known[column.refers].key
    return f" REFERENCES {_quoted(sql_name(column.refers))} ({_quoted(key)})"


def _link(database: sqlite3.Connection, table: Table, column: Column, known: dict[str, Table]) -> None:
    """A table with a row for each item of a list."""
    name, owner = link_name(table, column), [f"of_{key}" for key in table.key]
    lines = [f"{_quoted(f'of_{key}')} {_TYPES[table.column(key).type]} NOT NULL" for key in table.key]
    lines += [
        '"position" INTEGER NOT NULL',
        f'"value" {_TYPES[column.items]} NOT NULL{_refers(column, known)}',
        f'PRIMARY KEY ({", ".join(map(_quoted, owner))}, "position")',
        f"FOREIGN KEY ({', '.join(map(_quoted, owner))}) REFERENCES {_quoted(sql_name(table.name))}",
    ]
    database.execute(f"CREATE TABLE {_quoted(name)} ({', '.join(lines)}) WITHOUT ROWID")
    _fill(database, name, list(_items(table, column)))


def _items(table: Table, column: Column) -> Iterator[tuple[Cell, ...]]:
    for row in table.rows:
        listed = row[column.name]
        items: tuple[str | int, ...] = listed if isinstance(listed, tuple) else ()
        for position, item in enumerate(items, start=1):
            yield (*_key(table, row), position, item)


def _key(table: Table, row: Row) -> tuple[Cell, ...]:
    return tuple(row[name] for name in table.key)


def _fill(database: sqlite3.Connection, name: str, rows: list[tuple[Cell, ...]]) -> None:
    if rows:
        marks = ", ".join("?" * len(rows[0]))
        database.executemany(f"INSERT INTO {_quoted(name)} VALUES ({marks})", rows)  # noqa: S608 - quoted


def _passages(database: sqlite3.Connection, making: Making) -> None:
    database.execute(_PASSAGES)
    rows: list[tuple[Cell, ...]] = []
    for entry in making.entries:
        found = [one for one in entry.values if isinstance(one.value, Passage)]
        for position, one in enumerate(found, start=1):
            passage = one.value
            assert isinstance(passage, Passage)
            texts = making.shaper.plain(passage.th), making.shaper.plain(passage.en)
            rows.append((f"{entry.address}#{one.dotted}", entry.address, one.path[0], position, *texts))
    _fill(database, "passages", rows)


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
