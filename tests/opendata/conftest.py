"""Open data of the sample records, made once."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from gastro.catalogue import load
from gastro.catalogue.changes import Changed
from gastro.opendata.making import Making
from gastro.opendata.publish import OpenData, open_data
from gastro.opendata.tables import Cell, Table
from gastro.project import Project
from gastro.text.dates import When

SAMPLE = Path(__file__).parents[1] / "sample"
SITE = "https://example.org/sweets/"
CHANGES = (
    Changed("producers/ran-tua-yang", When.parse("2025-09-08"), new=False),
    Changed("desserts/khanom-tua-yang", When.parse("2025-07-05"), new=True),
    Changed("desserts/gone", When.parse("2025-07-05"), new=True),
)


@pytest.fixture(scope="session")
def making() -> Making:
    return Making(load(SAMPLE).catalogue, SITE, changes=CHANGES)


@pytest.fixture(scope="session")
def citation() -> str:
    return (Project.here().root / "CITATION.cff").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def made(making: Making, citation: str) -> OpenData:
    return open_data(making, citation)


@pytest.fixture(scope="session")
def data(made: OpenData, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder ``data/`` of the sample records."""
    folder = tmp_path_factory.mktemp("data")
    write(made, folder)
    return folder


@pytest.fixture(scope="session")
def table(made: OpenData) -> Callable[[str], Table]:
    return {one.name: one for one in made.tables}.__getitem__


@pytest.fixture(scope="session")
def row(table: Callable[[str], Table]) -> Callable[..., dict[str, Cell]]:
    """A row of a table, without what is empty; by default the first."""

    def find(name: str, at: int = 0) -> dict[str, Cell]:
        return {key: cell for key, cell in table(name).rows[at].items() if cell not in (None, ())}

    return find


@pytest.fixture(scope="session")
def as_json(made: OpenData) -> Callable[[str], Any]:
    return lambda path: json.loads(made.files[path].content)


def write(made: OpenData, folder: Path) -> None:
    """Write all files of open data below a folder."""
    for path, file in made.files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file.content)
