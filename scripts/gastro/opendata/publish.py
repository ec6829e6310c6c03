"""Open data as a whole: every file below ``data/``, made from what may be passed on.

Of the setting of the site only what is public comes in: what a consent allows on a page is left behind.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from gastro.catalogue import Catalogue
from gastro.opendata.changelog import changelog_file, versions_file
from gastro.opendata.citation_file import NAME as CITATION
from gastro.opendata.citation_file import citation_file
from gastro.opendata.csv_files import csv_file, spreadsheet_csv_file
from gastro.opendata.data_package import File, data_package_file
from gastro.opendata.geojson import KINDS as ON_THE_MAP
from gastro.opendata.geojson import geojson_file
from gastro.opendata.graph import graph_file
from gastro.opendata.json_files import json_file
from gastro.opendata.making import Making, words
from gastro.opendata.sqlite_file import sqlite_file
from gastro.opendata.tables import Table
from gastro.opendata.tables_of import tables_of
from gastro.opendata.workbook import workbook_file
from gastro.pages.render import Setting
from gastro.records.kinds import PUBLIC_KINDS

FOLDER = "data"
AS_JSON = (*(kind.name for kind in PUBLIC_KINDS), "vocabulary", "photos")
"""What there is a JSON file of: kinds of records, with what a table breaks down nested in them."""
WHOLE = (
    "phetchaburi.xlsx",
    "phetchaburi.sqlite",
    "phetchaburi.jsonld",
    "datapackage.json",
    "places.geojson",
    "producers.geojson",
    "versions.json",
    "changelog.json",
    CITATION,
)
"""Files over all kinds, in the order in which the page offers them."""


@dataclass(frozen=True)
class OpenData:
    """What was made: the files by their path below ``data/``, and the tables they were written from."""

    making: Making
    tables: tuple[Table, ...]
    files: dict[str, File]


def making_of(catalogue: Catalogue, setting: Setting) -> Making:
    """What open data are made of; consents stay behind."""
    return Making(catalogue, setting.site_url, setting.photos, setting.changes, setting.repository)


def open_data(making: Making, citation: str) -> OpenData:
    """Every file. ``citation`` is the text of the project's own CITATION.cff."""
    tables = tables_of(making)
    described = [*_files(making, tables, citation)]
    files = [*described, File("datapackage.json", data_package_file(making, described, _about()))]
    # For spreadsheets: the same tables once more, which the package need not tell of.
    files.append(File("phetchaburi.xlsx", workbook_file(making, tables)))
    files += [File(f"excel/{table.name}.csv", spreadsheet_csv_file(table), table) for table in tables]
    return OpenData(making, tables, {file.path: file for file in files})


def _files(making: Making, tables: tuple[Table, ...], citation: str) -> Iterator[File]:
    for table in tables:
        yield File(f"{table.name}.csv", csv_file(table), table)
    for kind in AS_JSON:
        yield File(f"{kind}.json", json_file(making, kind))
    for kind in ON_THE_MAP:
        yield File(f"{kind}.geojson", geojson_file(making, kind))
    yield File("phetchaburi.jsonld", graph_file(making))
    yield File("phetchaburi.sqlite", sqlite_file(making, tables))
    yield File("changelog.json", changelog_file(making))
    yield File("versions.json", versions_file(making))
    yield File(CITATION, citation_file(making, citation))


def _about() -> dict[str, tuple[str, str]]:
    """What the files without a table are, in Thai and in English."""
    kinds = {
        f"{kind}.json": words("data-table-photos" if kind == "photos" else f"kind-{kind}") for kind in AS_JSON
    }
    return kinds | {path: words(f"data-file-{path.replace('.', '-').lower()}") for path in WHOLE}
