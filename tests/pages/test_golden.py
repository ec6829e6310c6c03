"""Every page of the sample records, in both languages, against pages that people have read.

To accept a change: ``GASTRO_GOLDEN=write .venv/bin/pytest tests/pages``, then read the diff.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from gastro.catalogue import load
from gastro.pages import Pages, render
from gastro.rules import run

SAMPLE = Path(__file__).parents[1] / "sample"
GOLDEN = Path(__file__).parent / "golden"
LEFT_OUT = ("vocabulary/", "help/")


@pytest.fixture(scope="module")
def pages() -> Pages:
    loaded = load(SAMPLE)
    assert run(loaded) == ()
    return {
        path: text
        for path, text in render(loaded.catalogue).items()
        if not path.partition("/")[2].startswith(LEFT_OUT)
    }


def test_pages_are_as_they_were_read(pages: Pages) -> None:
    if os.environ.get("GASTRO_GOLDEN") == "write":
        for path, text in pages.items():
            file = GOLDEN / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
    golden = {file.relative_to(GOLDEN).as_posix(): file for file in GOLDEN.rglob("*.md")}
    assert sorted(golden) == sorted(pages)
    for path, text in pages.items():
        assert text == golden[path].read_text(encoding="utf-8"), path


def test_headings_have_the_same_ascii_ids_in_both_languages(pages: Pages) -> None:
    for path, text in pages.items():
        if path.startswith("th/"):
            assert _ids(text) == _ids(pages["en/" + path.removeprefix("th/")]), path
            assert all(id.isascii() and not id.startswith("_") for id in _ids(text))


def _ids(text: str) -> list[str]:
    headings = [line for line in text.splitlines() if line.startswith("#")]
    assert all("{ #" in line for line in headings)
    return [line.rpartition("{ #")[2].removesuffix(" }") for line in headings]


def test_no_heading_stands_over_nothing(pages: Pages) -> None:
    for path, text in pages.items():
        lines = [line for line in text.splitlines() if line]
        for line, following in zip(lines, [*lines[1:], "## end"], strict=True):
            if line.startswith("## "):
                assert not following.startswith(("## ", "# ")), f"{path}: {line}"


def test_dates_are_buddhist_in_thai_and_common_in_english(pages: Pages) -> None:
    meeting = "events/prachum-tua-yang.md"
    assert "5 กรกฎาคม พ.ศ. 2564" in pages[f"th/{meeting}"]
    assert "5 July 2021" in pages[f"en/{meeting}"]
    assert "2564" not in pages[f"en/{meeting}"]


def test_what_is_missing_reads_gracefully(pages: Pages) -> None:
    recipe = pages["en/recipes/khanom-tua-yang-sample-book.md"]
    assert "Not stated in the sources" in recipe
    assert "None" not in "".join(pages.values())
