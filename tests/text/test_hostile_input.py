"""Hostile and unlucky input, each case once a fault: text, dates, files, reports."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from gastro.problems import Spot, problem
from gastro.problems.codes import load_codes
from gastro.problems.report import as_text
from gastro.reading import Document, read_yaml
from gastro.records.kinds import KINDS
from gastro.records.validate import validate
from gastro.text.dates import DateError, When
from gastro.text.markdown import Writer, escape, plain, read
from gastro.text.thai import normalise, sort_key
from tests.text.test_markdown_attacks import LINES, NOTES, SIGNS, SPACES, leaks

Render = Callable[[str], str]


thai_letters = st.characters(min_codepoint=0x0E01, max_codepoint=0x0E5B)
marks = st.sampled_from(
    "\u0e31\u0e34\u0e38\u0e3a\u0e47\u0e48\u0e49\u0e4c\u0e4d\u0e33\u0e32\u0e40\u200b\u0301e"
)
thai_text = st.text(st.one_of(thai_letters, marks), max_size=16)


@pytest.mark.parametrize("typed", ["\u0e38\u0e4c\u0e3a", "ก\u0e38\u0e48\u0e4c\u0e3a"])
def test_phinthu_too_has_one_place(typed: str) -> None:
    once = normalise(typed)
    assert (normalise(once), unicodedata.is_normalized("NFC", once)) == (once, True)


@given(thai_text)
def test_normalising_twice_changes_nothing_more(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once
    assert unicodedata.is_normalized("NFC", once)


def test_spaces_do_not_count_in_the_order() -> None:
    words = ["กกหู", "ก กา", "กกุธภัณฑ์"]
    assert sorted(words, key=sort_key) == words


@pytest.mark.parametrize(
    ("text", "remedy"), [("2021/2564", "2021/2021"), ("2020-07/2565-01", "2020-07/2022-01"), ("2310", "1767")]
)
def test_only_buddhist_years_are_turned(text: str, remedy: str) -> None:
    with pytest.raises(DateError) as caught:
        When.parse(text)
    assert (caught.value.code, caught.value.remedy) == ("buddhist-year", remedy)


@pytest.mark.parametrize(
    ("text", "forbidden"),
    [
        ("# Heading", ("# …",)),
        ("Heading\n===", ("# …",)),
        ("> quoted", ("> …",)),
        ("# a\n\n> b\n\n# c", ("# …", "> …")),
    ],
)
def test_what_is_not_allowed_is_named_once(text: str, forbidden: tuple[str, ...]) -> None:
    assert read(text).forbidden == forbidden


@pytest.mark.parametrize(
    "text",
    [
        "1.5 kg",
        "1986. A year",
        "2) two",
        ": definition",
        "= equals",
        "~ tilde",
        "a  \nb",
        "(\n: b",
        "l\n-",
        "a\n\n    code",
    ],
)
def test_escaped_text_shows_just_itself(text: str, render: Render) -> None:
    tree = LexborHTMLParser(render(escape(text)))
    assert tree.body is not None
    assert [node.tag for node in tree.body.traverse()] == ["body", "p"]
    assert tree.body.text() == " ".join(text.split())


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("1.5 kg of sugar", "<p>1.5 kg of sugar</p>"),
        ("1986\\. A year", "<p>1986. A year</p>"),
        ("**Kinds**: taro", "<p><strong>Kinds</strong>: taro</p>"),
        ("*x* = y", "<p><em>x</em> = y</p>"),
        ("5 **x**1.5", "<p>5 <strong>x</strong>1.5</p>"),
        ("a\n: b", "<p>a : b</p>"),
        ("a  \nb", "<p>a b</p>"),
        ("- - a", "<ul><li>a</li></ul>"),
    ],
)
def test_what_is_written_shows_what_was_meant(text: str, html: str, render: Render) -> None:
    assert unescape(render(Writer().write(text))).replace("\n", "") == html


def test_a_line_break_parts_words() -> None:
    assert plain("a  \nb") == "a b"


MORE_ATTACKS = {
    "image from a link": "sweet!<https://a.example/x.png>",
    "code from what is left": "`a`    b",
    "heading from an empty item": "- a\n- `b`",
    "link after an empty note": "[^](javascript:alert(1) //)",
    "link after a note": "\\[^b](javascript:alert(1))",
    "link after an escaped bracket": "[^\\](javascript:alert(1))",
    "html in a note": "[^\\<img/src=x/onerror=alert(1)>]",
    "link whose words look like a note": "[^a](desserts/khanom-tan)",
    "list in a list": "- - a",
    "list in a list with heading": "- - # a",
    "numbered list in a list": "- 1. a",
    "note with control character": "[^b]\x02: evil",
    "rule with control character": "\x02---",
}


class Leading(Writer):
    def link(self, target):  # type: ignore[no-untyped-def]
        return f"../{target.target}.md" if target.record else super().link(target)


@pytest.mark.parametrize("text", MORE_ATTACKS.values(), ids=MORE_ATTACKS.keys())
def test_attacks_come_to_nothing(text: str, render: Render) -> None:
    assert leaks(render(Writer().write(text) + NOTES)) == []
    assert leaks(render(escape(plain(text)) + NOTES)) == []
    assert leaks(render(Leading().write(text) + NOTES).replace('href="../', 'href="https://')) == []


pieces = st.sampled_from(
    [
        *SIGNS.split(),
        *LINES,
        *SPACES,
        "[^",
        "[^]",
        "[^a]",
        "[^b]",
        "^",
        "- ",
        "* ",
        "1. ",
        "\x02",
        "\x03",
        "\x00",
        "\r",
        "\x0c",
    ]
)
texts = st.lists(st.one_of(pieces, st.text(max_size=4)), max_size=12).map("".join)


@given(texts)
def test_no_text_brings_anything_else_to_a_page(render: Render, text: str) -> None:
    assert leaks(render(Writer().write(text) + NOTES)) == []


@given(texts)
def test_no_name_brings_any_markup_to_a_page(render: Render, text: str) -> None:
    tree = LexborHTMLParser(render(escape(text)))
    assert tree.body is not None
    assert {node.tag for node in tree.body.traverse()} <= {"body", "p"}


def found(text: str) -> list[tuple[str, int, int]]:
    return [(one.code, one.line, one.column) for one in read_yaml(text.encode(), "desserts/x.yml").problems]


@pytest.mark.parametrize("text", ["---\n", "---", "\n\ufeff", "\n\ufeff# a", "~", "null", "--- # a\n"])
def test_nothing_but_marks_is_empty(text: str) -> None:
    assert found(text) == [("file-empty", 1, 1)]


@pytest.mark.parametrize("written", ['"\\x02"', '"\\0"', '"\\u2028"', '"\\x1b[2J"', '"a\\x85"'])
def test_control_characters_written_as_codes_are_named(written: str) -> None:
    assert found(f"a: {written}") == [("control-character", 1, 4)]


def test_a_missing_colon_is_told_on_its_own_line() -> None:
    assert found("a: b\nname\n  th: ก") == [("colon-missing", 2, 1)]
    assert found("a: b\n  c: d") == [("colon-in-text", 2, 4)]
    assert found(load_codes()["colon-missing"].before) == [("colon-missing", 1, 1)]


def _sound(document: Document) -> bool:
    lines = [one.line for one in document.problems]
    return all(line == 1 or 1 <= line <= len(document.lines) for line in lines) and bool(
        document.root or lines
    )


FRAGMENTS = st.sampled_from(
    ["---", "...", "\ufeff", "\n", "\r", " ", "a: b", "- ", "#", "~", "null", "''", "\t", "&x ", "!!null "]
)


@given(st.one_of(st.lists(FRAGMENTS, max_size=8).map("".join), st.text(max_size=20)))
def test_no_text_makes_reading_fail(text: str) -> None:
    assert _sound(read_yaml(text.encode("utf-8", "replace"), "x.yml"))


@pytest.mark.parametrize(("field", "code"), [("edition", "not-a-whole-number")])
def test_numbers_beyond_all_measure_are_refused(field: str, code: str) -> None:
    text = "name: {th: ก, en: a}\nconfidence: strong\nkind: meeting\n" + f"{field}: {'9' * 4301}\n"
    _, [one] = validate(KINDS["events"].model, read_yaml(text.encode(), "events/x.yml"))
    assert one.code == code


def test_a_recipe_read_in_part_has_no_complete_list(tmp_path: Path) -> None:
    from gastro.catalogue import load
    from gastro.catalogue.allergens import allergens_of

    (tmp_path / "recipes").mkdir()
    (tmp_path / "recipes" / "one.yml").write_text(
        "name: {th: ก, en: a}\nconfidence: strong\nmakes: [{dessert: x}]\nsource: b\nregion: general\n"
        "completeness: partial\ningredients: [{id: main, lines: [{ingredient: sugar}]}]\n",
        encoding="utf-8",
    )
    catalogue = load(tmp_path).catalogue
    assert allergens_of(catalogue, catalogue.at("recipes/one")).complete is False


def test_values_bring_no_lines_and_no_control_characters() -> None:
    one = problem("bad-id", "a.yml", Spot(), value="x\n::add-mask::y\x1b[2J")
    shown = as_text(one, (), "")
    assert "\x1b" not in shown
    assert not any(line.startswith("::") for line in shown.split("\n"))
