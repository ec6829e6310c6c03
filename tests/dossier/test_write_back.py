"""What was changed in Word goes into the one text of the YAML, and nowhere else."""

from __future__ import annotations

import difflib
import shutil
from pathlib import Path

import pytest

from gastro.dossier.compared import Change
from gastro.dossier.write_back import WrittenBack, write_back
from tests.dossier.conftest import SAMPLE, read

WORDS = "words/passages/trees/en"
NEW = "The city has {{ figure:tua-lek-tua-yang }} trees. [^sample-page]"


def change(key: str, after: str, state: str = "changed") -> Change:
    return Change(key, state, "before", after, "before")  # type: ignore[arg-type]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SAMPLE, tmp_path / "content"))


def lines_changed(content: Path, name: str) -> list[str]:
    """Lines of a file that went, and after them those that came."""
    file = Path("dossier/sample-submission") / name
    old, new = ((folder / file).read_text(encoding="utf-8").splitlines() for folder in (SAMPLE, content))
    found = [line for line in difflib.ndiff(old, new) if line[0] in "-+"]
    return sorted(found, key=lambda line: line[0], reverse=True)


def test_only_the_lines_of_the_text_are_written_anew(content: Path) -> None:
    done = write_back(read(content), [change(WORDS, NEW), change("field/x", "y", "same")], content)
    assert done == WrittenBack((WORDS,), ())
    assert lines_changed(content, "words.yml") == [
        "-     en: The city has {{ figure:tua-lek-tua-yang }} sample trees. It records {{ count:desserts }} sweet(s)."
        " [^sample-page]",
        "+     en: >-",
        f"+       {NEW}",
    ]
    assert read(content).section("words").lengths["en"].words == 5


def test_several_paragraphs_are_kept_apart(content: Path) -> None:
    two = "One. [^sample-page]\n\n- a [^sample-page]\n- b [^sample-page]"
    assert write_back(read(content), [change(WORDS, two)], content).written == (WORDS,)
    answer = read(content).section("words").answer
    assert answer is not None
    assert answer.passages[0].en == two


def test_a_field_of_an_item(content: Path) -> None:
    key = "things/items/fair/summary/en"
    text = "It is held in March. [^sample-book]"
    assert write_back(read(content), [change(key, text)], content).written == (key,)
    assert lines_changed(content, "things.yml") == [
        "-             en: It is held every year. [^sample-book]",
        "+             en: >-",
        f"+               {text}",
    ]


@pytest.mark.parametrize(
    ("key", "state"),
    [
        (WORDS, "both"),
        (WORDS, "missing"),
        ("words/passages/another/en", "changed"),
        ("nothing/passages/trees/en", "changed"),
        ("contact/fields/office/en", "changed"),
    ],
)
def test_what_cannot_be_placed_safely_is_left_and_named(content: Path, key: str, state: str) -> None:
    done = write_back(read(content), [change(key, NEW, state)], content)
    assert done == WrittenBack((), (key,))
    for file in (SAMPLE / "dossier" / "sample-submission").iterdir():
        assert lines_changed(content, file.name) == []
