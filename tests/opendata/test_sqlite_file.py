"""The database: sound, its keys hold, its views answer, and the same records give the same bytes."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from gastro.catalogue import load
from gastro.opendata.making import Making
from gastro.opendata.publish import OpenData
from gastro.opendata.sqlite_file import sqlite_file
from gastro.opendata.tables_of import tables_of
from gastro.project import Project


@pytest.fixture
def database(data: Path) -> Iterator[sqlite3.Connection]:
    opened = sqlite3.connect(f"file:{data / 'phetchaburi.sqlite'}?mode=ro", uri=True)
    yield opened
    opened.close()


def test_it_is_sound_and_its_keys_hold(database: sqlite3.Connection) -> None:
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    assert database.execute("SELECT count(*) FROM pragma_foreign_key_list('producers')").fetchone()[0] > 1


def test_a_key_that_leads_nowhere_would_be_found(data: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.sqlite"
    copy.write_bytes((data / "phetchaburi.sqlite").read_bytes())
    database = sqlite3.connect(copy)
    database.execute("UPDATE producers SET place = 'nowhere'")
    database.execute("UPDATE producers__desserts SET value = 'nothing'")
    broken = {row[0] for row in database.execute("PRAGMA foreign_key_check")}
    assert broken == {"producers", "producers__desserts"}
    database.close()


def test_the_same_records_give_the_same_bytes(making: Making, made: OpenData) -> None:
    again = Making(making.catalogue, making.site_url, changes=making.changes)
    assert sqlite_file(again, tables_of(again)) == made.files["phetchaburi.sqlite"].content


def test_lists_are_rows_of_link_tables(database: sqlite3.Connection) -> None:
    asked = "SELECT of_id, position, value FROM desserts__categories ORDER BY position"
    assert database.execute(asked).fetchall() == [
        ("khanom-tua-yang", 1, "egg-based"),
        ("khanom-tua-yang", 2, "baked"),
    ]
    assert database.execute(
        "SELECT of_id, value FROM claims__sources WHERE of_id LIKE '%#tie'"
    ).fetchall() == [("desserts/khanom-tua-yang#tie", "sample-book")]


def test_paragraphs_stand_one_by_one_with_their_claims(database: sqlite3.Connection) -> None:
    asked = """SELECT text_en, confidence, standing FROM passages JOIN claims ON claims.id = passages.claim
               WHERE passages.record = 'desserts/khanom-tua-yang' ORDER BY position"""
    assert database.execute(asked).fetchall()[2:] == [
        ("This is disputed.", "weak", "contested"),
        ("It is told that it is old.", "strong", "tradition"),
    ]


def test_the_views_answer(database: sqlite3.Connection) -> None:
    assert database.execute("SELECT tie, sweets FROM sweets_by_tie").fetchall() == [
        ("signature", 1),
        ("widely-made", 0),
        ("general", 0),
        ("none-shown", 0),
    ]
    assert database.execute("SELECT sweet, producer FROM who_makes_what").fetchall() == [
        ("khanom-tua-yang", "ran-tua-yang")
    ]
    for view in ("producers_by_district", "statements", "most_cited_sources"):
        database.execute(f"SELECT * FROM {view}").fetchall()


def test_it_says_what_it_is(database: sqlite3.Connection, made: OpenData) -> None:
    about = dict(database.execute("SELECT name, value FROM about"))
    assert about["version"] == made.making.version
    assert about["licence"] == "https://creativecommons.org/licenses/by/4.0/"


def test_the_keys_of_the_projects_own_records_hold() -> None:
    making = Making(load(Project.here().content).catalogue, "https://example.org/")
    database = sqlite3.connect(":memory:")
    database.deserialize(sqlite_file(making, tables_of(making)))
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    asked = "SELECT count(*) FROM producers_by_district WHERE producers > 0"
    assert database.execute(asked).fetchone()[0] >= 4
    database.close()
