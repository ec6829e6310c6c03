"""The wording of problems fits the code that reports them, in both languages."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest
import yaml

import gastro
from gastro.problems.codes import CODES_FILE, Code, load_codes

PACKAGE = Path(gastro.__file__).parent
CODES = load_codes()
MAKERS = {"problem": 0, "refuse": 0, "DateError": 0, "_refused": 1}
"""Functions that are given the code of a problem, and at which place."""
TREES = {file: ast.parse(file.read_text(encoding="utf-8")) for file in sorted(PACKAGE.rglob("*.py"))}


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def reports() -> Iterator[tuple[str, str, ast.Call]]:
    """Every place that reports a problem by its code: where, the code, the call."""
    for file, tree in TREES.items():
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call):
                continue
            name = str(getattr(node.func, "id", None) or getattr(node.func, "attr", ""))
            place = MAKERS.get(name)
            if place is None or len(node.args) <= place:
                continue
            given = node.args[place]
            if isinstance(given, ast.Constant) and isinstance(given.value, str):
                yield f"{file.relative_to(PACKAGE)}:{node.lineno}", given.value, node


REPORTS = list(reports())


def test_reports_are_found() -> None:
    assert len({code for _, code, _ in REPORTS}) > 50


def test_every_code_that_is_reported_has_its_wording() -> None:
    assert [(where, code) for where, code, _ in REPORTS if code not in CODES] == []


def test_every_wording_is_reported_somewhere() -> None:
    written = {
        node.value for tree in TREES.values() for node in ast.walk(tree) if isinstance(node, ast.Constant)
    }
    assert [code for code in CODES if code not in written] == []


def test_every_report_fills_in_its_wording() -> None:
    short = []
    for where, code, call in REPORTS:
        names = {keyword.arg for keyword in call.keywords}
        if None in names or getattr(call.func, "id", "") == "DateError":
            continue  # filled in elsewhere, and tried in the tests of dates and values
        wanted = placeholders(CODES[code].message.en) | placeholders(CODES[code].hint.en)
        short += [(where, code, name) for name in sorted(wanted - names - {"field"})]
    assert short == []


@pytest.mark.parametrize(("name", "code"), CODES.items(), ids=CODES.keys())
def test_a_wording_is_whole_in_both_languages(name: str, code: Code) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", name)
    for text in (code.title, code.message, code.hint):
        assert re.search("[\u0e01-\u0e2e]", text.th), text.th
        assert re.search("[A-Za-z]", text.en), text.en
        assert not re.search("[\u0e01-\u0e2e]{4}", text.en), text.en
        assert text.th == text.th.strip()
        assert text.en == text.en.strip()
    assert placeholders(code.title.th) == placeholders(code.title.en) == set()


BY_LANGUAGE = re.compile(r"_(th|en)$")


@pytest.mark.parametrize(("name", "code"), CODES.items(), ids=CODES.keys())
def test_both_languages_are_filled_in_alike(name: str, code: Code) -> None:
    for text in (code.message, code.hint):
        th, en = ({BY_LANGUAGE.sub("", hole) for hole in placeholders(words)} for words in (text.th, text.en))
        assert th == en, name


@pytest.mark.parametrize(("name", "code"), CODES.items(), ids=CODES.keys())
def test_an_example_shows_what_changes(name: str, code: Code) -> None:
    assert code.after.strip(), name
    assert code.before.strip() or name == "file-empty"
    assert code.before != code.after or name in NO_EXAMPLE


NO_EXAMPLE = {"yaml-syntax", "rule-crashed"}
"""What no editor can be shown: slips of every shape, and faults of our own."""


def test_no_code_is_written_twice() -> None:
    root = yaml.compose(CODES_FILE.read_text(encoding="utf-8"))
    assert isinstance(root, yaml.MappingNode)
    keys = [key.value for key, _ in root.value]
    assert sorted(keys) == sorted(set(keys)) == sorted(CODES)


def test_titles_tell_problems_apart() -> None:
    assert len({code.title.en for code in CODES.values()}) == len(CODES)
    assert len({code.title.th for code in CODES.values()}) == len(CODES)
