"""Every entry of the research this record began from stands in a record, with its sources.

``reference_entries.yml`` lists the entries: which record (or records) carries each, the
sources it must cite, and words (names, spellings) it must hold. Nothing an entry gave may
be lost when records are edited; what is found to be wrong is struck from the list as well.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from gastro.catalogue import Catalogue
from gastro.catalogue.catalogue import references
from gastro.catalogue.criteria import standings
from tests.builds import project_records

ENTRIES: dict[str, Any] = yaml.safe_load(
    Path(__file__).with_name("reference_entries.yml").read_text(encoding="utf-8")
)


def _catalogue() -> Catalogue:
    return project_records().catalogue


@pytest.mark.parametrize("name", ENTRIES)
def test_an_entry_is_carried_whole(name: str) -> None:
    entry = ENTRIES[name]
    records = [_catalogue().at(address) for address in entry["records"]]
    cited = {target.partition("/")[2] for record in records for target, _ in references(record)}
    assert sorted(set(entry.get("sources", ())) - cited) == []
    text = "\n".join(line for record in records for line in record.document.lines).lower()
    assert [word for word in entry.get("words", ()) if word.lower() not in text] == []


def test_the_entries_are_all_there() -> None:
    counted: dict[str, int] = {}
    for name in ENTRIES:
        file = name.partition(" ")[0]
        counted[file] = counted.get(file, 0) + 1
    assert counted == {
        "desserts": 34,
        "recipes": 16,
        "ingredients": 12,
        "producers-places": 39,
        "research-outcomes": 33,
        "city-facts": 20,
    }


def test_every_piece_of_evidence_has_its_record() -> None:
    """One record for each numbered item that was put forward, criterion by criterion."""
    pieces = {one.term.id: len(one.pieces) for one in standings(_catalogue())}
    wanted = {
        "characteristic-gastronomy": 6,
        "gastronomy-community": 6,
        "endogenous-ingredients": 7,
        "local-know-how": 7,
        "markets-and-industry": 7,
        "festivals-and-contests": 7,
        "environment-and-sustainability": 8,
        "appreciation-and-education": 10,
    }
    assert {id: pieces[id] for id, least in wanted.items() if pieces[id] < least} == {}


@pytest.mark.parametrize(
    ("kind", "least"),
    [
        ("desserts", 34),
        ("recipes", 16),
        ("ingredients", 13),
        ("outcomes", 33),
        ("organisations", 20),
        ("events", 22),
        ("figures", 30),
        ("sources", 100),
        ("evidence", 45),
    ],
)
def test_nothing_of_the_record_gets_lost(kind: str, least: int) -> None:
    assert len(_catalogue().of(kind)) >= least
