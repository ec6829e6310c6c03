"""Records made up for measuring are sound, differ from one another, and are the same at every run."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.many_records import many_records, slug

from gastro.catalogue import load
from gastro.project import Project
from gastro.rules import run
from gastro.text.thai import comparison_key

ADDED = 150


def files(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in sorted(folder.glob("*/*.yml"))}


@pytest.fixture(scope="module")
def real() -> dict[str, bytes]:
    return files(Project.here().content)


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory, real: dict[str, bytes]) -> Path:
    folder = tmp_path_factory.mktemp("many") / "content"
    return many_records(Project.here().content, folder, len(real) + ADDED)


def test_there_are_as_many_as_asked_for_and_the_real_ones_are_left_as_they_are(
    many: Path, real: dict[str, bytes]
) -> None:
    made = files(many)
    assert len(made) == len(real) + ADDED
    assert {path: made[path] for path in real} == real


def test_they_pass_every_rule(many: Path) -> None:
    assert [(one.path, one.message.en) for one in run(load(many))] == []


def test_no_name_is_used_twice(many: Path, real: dict[str, bytes]) -> None:
    entries = [entry for entry in load(many).catalogue if entry.kind != "sources"]
    old = {comparison_key(entry.name("th")) for entry in entries if f"{entry.address}.yml" in real}
    new = [comparison_key(entry.name("th")) for entry in entries if f"{entry.address}.yml" not in real]
    assert len(new) > ADDED / 2
    assert len(set(new)) == len(new)
    assert set(new) & old == set()


def test_they_say_that_they_are_made_up(many: Path, real: dict[str, bytes]) -> None:
    made = files(many)
    assert {text.splitlines()[0] for path, text in made.items() if path not in real} == {
        b"# Made up for measuring: not a record of anything."
    }


def test_the_same_count_gives_the_same_records(many: Path, real: dict[str, bytes], tmp_path: Path) -> None:
    again = many_records(Project.here().content, tmp_path / "content", len(real) + ADDED)
    assert files(again) == files(many)


@pytest.mark.parametrize(
    ("text", "id"), [("Khanom tan, the 5 versions", "khanom-tan-the-5-versions"), ("ขนม", "made-up")]
)
def test_ids(text: str, id: str) -> None:
    assert slug(text) == id
