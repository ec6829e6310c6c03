"""The data package: what every file is, and of each table every column (Data Package 2.0).

``list`` columns hold ids joined by a semicolon and a space. Nothing in it depends on a clock.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from gastro.opendata.making import Making, words
from gastro.opendata.tables import SEPARATOR, Column, Table

NAME: Final = "phetchaburi-gastronomy"
LICENCE: Final = {
    "name": "CC-BY-4.0",
    "path": "https://creativecommons.org/licenses/by/4.0/",
    "title": "Creative Commons Attribution 4.0 International",
}
MEDIA_TYPES: Final = {
    "csv": "text/csv",
    "json": "application/json",
    "geojson": "application/geo+json",
    "jsonld": "application/ld+json",
    "sqlite": "application/vnd.sqlite3",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "cff": "text/yaml",
}
_PROFILES = "https://datapackage.org/profiles/2.0"


@dataclass(frozen=True, slots=True)
class File:
    """A file below ``data/``: its path there, what it holds, the table it was written from, if one."""

    path: str
    content: bytes
    table: Table | None = None

    @property
    def format(self) -> str:
        return self.path.rpartition(".")[2]

    @property
    def size(self) -> int:
        return len(self.content)


def data_package_file(making: Making, files: Iterable[File], about: dict[str, tuple[str, str]]) -> bytes:
    """``datapackage.json`` for these files; ``about`` tells what those without a table are, by path."""
    th, en = words("data-title-whole")
    described = words("data-about-whole")
    package: dict[str, Any] = {
        "$schema": f"{_PROFILES}/datapackage.json",
        "name": NAME,
        "id": making.file("data/"),
        "title": f"{th} · {en}",
        "description": " · ".join(described),
        "homepage": making.file("data/"),
        "version": making.version,
        "contributors": [{"title": words("cite-author")[1], "roles": ["author"]}],
        "keywords": [
            "Phetchaburi",
            "เพชรบุรี",
            "gastronomy",
            "Thai sweets",
            "ขนมไทย",
            "UNESCO Creative Cities",
        ],
        "licenses": [LICENCE],
        "sources": [{"title": " · ".join(words("data-sources")), "path": making.file("data/sources.csv")}],
        "resources": [_resource(file, about) for file in files],
    }
    return (json.dumps(package, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _resource(file: File, about: dict[str, tuple[str, str]]) -> dict[str, Any]:
    name = file.path.replace("/", "-").lower() if file.table is None else file.table.name
    th, en = (file.table.th, file.table.en) if file.table else about[file.path]
    found: dict[str, Any] = {
        "$schema": f"{_PROFILES}/dataresource.json",
        "name": name.replace("_", "-"),
        "path": file.path,
        "title": f"{th} · {en}",
        "format": file.format,
        "mediatype": MEDIA_TYPES[file.format],
        "encoding": "utf-8",
        "bytes": file.size,
        "hash": f"sha256:{hashlib.sha256(file.content).hexdigest()}",
    }
    if file.format == "sqlite":
        del found["encoding"]
    if file.table is not None:
        found |= {"type": "table", "dialect": {"lineTerminator": "\r\n"}, "schema": schema_of(file.table)}
    return found


def schema_of(table: Table) -> dict[str, Any]:
    """The table schema of a table."""
    found: dict[str, Any] = {
        "$schema": f"{_PROFILES}/tableschema.json",
        "fields": [_field(column) for column in table.columns],
        "fieldsMatch": "exact",
        "primaryKey": list(table.key),
        "missingValues": [""],
    }
    if keys := list(_foreign_keys(table)):
        found["foreignKeys"] = keys
    return found


def _field(column: Column) -> dict[str, Any]:
    found: dict[str, Any] = {
        "name": column.name,
        "type": column.type,
        "description": f"{column.th} · {column.en}",
    }
    if column.is_address:
        found["format"] = "uri"
    if column.type == "list":
        found |= {"delimiter": SEPARATOR, "itemType": column.items}
    if rules := dict(_constraints(column)):
        found["constraints"] = rules
    return found


def _constraints(column: Column) -> Iterator[tuple[str, Any]]:
    if column.required:
        yield "required", True
    if column.type == "list":
        return  # what a list holds is told by its schema's keys and its meaning
    if column.choices:
        yield "enum", list(column.choices)
    elif column.pattern:
        yield "pattern", column.pattern
    if column.bounds:
        least, most = column.bounds
        yield "minimum", least
        if most != float("inf"):
            yield "maximum", most


def _foreign_keys(table: Table) -> Iterator[dict[str, Any]]:
    for column in table.columns:
        if column.refers and column.type != "list":
            key = "address" if column.refers == "records" else "id"
            target = "" if column.refers == table.name else column.refers
            yield {"fields": [column.name], "reference": {"resource": target, "fields": [key]}}
