"""From a file to a record: what is wrong is said where it stands, in both languages."""

from __future__ import annotations

from textwrap import dedent

import pytest

from gastro.problems import Problem
from gastro.reading import read_yaml
from gastro.records.base import Part
from gastro.records.desserts import Dessert
from gastro.records.kinds import KINDS
from gastro.records.validate import validate

DESSERT = """\
name:
  th: ขนมตาล
  en: Khanom tan
confidence: strong
gloss: {th: ขนมนึ่งจากลูกตาล, en: steamed toddy-palm cake}
categories: [steamed]
tie: signature
"""


def check(text: str, kind: str = "desserts") -> tuple[Part | None, list[Problem]]:
    document = read_yaml(dedent(text).encode("utf-8"), f"{kind}/khanom-tan.yml")
    assert document.problems == ()
    return validate(KINDS[kind].model, document)


def found(text: str, kind: str = "desserts") -> list[tuple[str, int, int, str]]:
    """Code, line, column and field of every problem."""
    record, problems = check(text, kind)
    assert (record is None) == bool(problems)
    return [(problem.code, problem.line, problem.column, problem.field) for problem in problems]


def test_a_sound_file_becomes_a_record() -> None:
    record, problems = check(
        DESSERT + "season: [2, 3]\nsources:\n  season: a\n  tie: {sources: [a, b], confidence: weak}\n"
    )
    assert problems == []
    assert isinstance(record, Dessert)
    assert (record.name.th, record.season, record.standing) == ("ขนมตาล", (2, 3), "stated")
    assert (record.sources["season"].sources, record.sources["season"].confidence) == (("a",), None)
    assert (record.sources["tie"].sources, record.sources["tie"].confidence) == (("a", "b"), "weak")


def test_a_file_that_could_not_be_read_gives_no_problem_of_its_own() -> None:
    assert validate(Dessert, read_yaml(b"- a", "desserts/x.yml")) == (None, [])


@pytest.mark.parametrize(
    ("was", "is_now", "expected"),
    [
        ("  en: Khanom tan\n", "", ("missing-language", 1, 1, "name.en")),
        ("en: Khanom tan", "en:", ("missing-language", 3, 3, "name.en")),
        ("en: Khanom tan", "en: ''", ("missing-language", 3, 3, "name.en")),
        ("th: ขนมตาล", "th: ~", ("missing-language", 2, 3, "name.th")),
        ("en: Khanom tan", "en: [a]", ("expected-text", 3, 7, "name.en")),
        ("en: Khanom tan", "en: {a: b}", ("expected-text", 3, 7, "name.en")),
        ("confidence: strong\n", "", ("missing-field", 1, 1, "confidence")),
        ("strong", "stong", ("misspelt-choice", 4, 13, "confidence")),
        ("strong", "sure", ("not-a-choice", 4, 13, "confidence")),
        ("[steamed]", "steamed", ("expected-list", 6, 13, "categories")),
        ("[steamed]", "", ("expected-list", 6, 1, "categories")),
        ("[steamed]", "[steamed, 'Ste amed']", ("bad-id", 6, 23, "categories.2")),
        ("{th: ขนมนึ่งจากลูกตาล, en: steamed toddy-palm cake}", "ขนม", ("expected-map", 5, 8, "gloss")),
        ("{th: ขนมนึ่งจากลูกตาล, en: steamed toddy-palm cake}", "", ("expected-map", 5, 1, "gloss")),
        ("signature", "Signature dish", ("bad-id", 7, 6, "tie")),
    ],
)
def test_a_slip_is_named_where_it_stands(was: str, is_now: str, expected: tuple[str, int, int, str]) -> None:
    assert was in DESSERT
    assert found(DESSERT.replace(was, is_now)) == [expected]


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("price: 50\n", ("unknown-field", 8, 1, "price")),
        ("id: Khanom Tan\n", ("bad-id", 8, 5, "id")),
        ("season: [2, 13]\n", ("bad-month", 8, 13, "season.2")),
        ("season:\n  - 2\n  - x\n", ("not-a-whole-number", 10, 5, "season.2")),
        ("season: 2\n", ("expected-list", 8, 9, "season")),
        ("sources:\n  tie:\n", ("expected-map", 9, 3, "sources.tie")),
        ("sources:\n  tie: [a, B]\n", ("bad-id", 9, 12, "sources.tie.sources.2")),
        ("sources:\n  tie: {confidence: weak}\n", ("missing-field", 9, 3, "sources.tie.sources")),
        ("sources: [a]\n", ("expected-map", 8, 10, "sources")),
        ("story:\n  - th: ก\n    en: a\n", ("missing-field", 9, 5, "story.1.id")),
        ("story:\n  - id: a\n    th: ก\n", ("missing-language", 9, 5, "story.1.en")),
        ("ingredients:\n  - namtan-tanot\n", ("expected-map", 9, 5, "ingredients.1")),
        ("found_at:\n  - {a: b}\n", ("expected-text", 9, 5, "found_at.1")),
        ("other_names: [{name: ก, lang: fr}]\n", ("not-a-choice", 8, 31, "other_names.1.lang")),
    ],
)
def test_a_slip_in_further_fields_is_named(more: str, expected: tuple[str, int, int, str]) -> None:
    assert found(DESSERT + more) == [expected]


@pytest.mark.parametrize(
    ("kind", "more", "expected"),
    [
        ("events", "kind: meeting\nedition: 012\n", ("not-a-whole-number", 4, 10, "edition")),
        ("events", "kind: meeting\ndate: 2564-07\n", ("buddhist-year", 4, 7, "date")),
        ("events", "kind: meeting\ndate: [2021]\n", ("expected-text", 4, 7, "date")),
        (
            "figures",
            "value: 337,230\nunit: {th: ก, en: a}\nquality: counted\n",
            ("not-a-number", 3, 8, "value"),
        ),
        ("places", "kind: tambon\nwebsite: www.example.org\n", ("bad-address", 4, 10, "website")),
        (
            "places",
            "kind: tambon\ncoordinates: {lat: 99.9, lon: 99.9, exactness: exact}\n",
            ("outside-thailand", 4, 20, "coordinates.lat"),
        ),
    ],
)
def test_a_slip_in_other_kinds_is_named(kind: str, more: str, expected: tuple[str, int, int, str]) -> None:
    assert found("name: {th: ก, en: a}\nconfidence: strong\n" + more, kind) == [expected]


def test_every_slip_of_a_file_is_told_in_the_order_of_its_lines() -> None:
    text = "name: ก\nconfidence: sure\ncategories: [A, b]\nseason: [0]\nallergens: [egg]\n"
    assert [(code, line) for code, line, _, _ in found(text)] == [
        ("missing-field", 1),
        ("missing-field", 1),
        ("expected-map", 1),
        ("not-a-choice", 2),
        ("bad-id", 3),
        ("bad-month", 4),
        ("allergens-typed", 5),
    ]


def said(text: str) -> tuple[str, str, str, str]:
    """Message and hint of the one problem, Thai before English."""
    _, [problem] = check(text)
    return problem.message.th, problem.message.en, problem.hint.th, problem.hint.en


def test_a_misspelt_field_is_told_with_the_field_that_was_meant() -> None:
    assert said(DESSERT.replace("categories", "catagories")) == (
        'ไม่มีช่องชื่อ "catagories" หมายถึง "categories" หรือไม่',
        "There is no field “catagories”. Did you mean “categories”?",
        "เปลี่ยนชื่อช่องเป็น categories:",
        "Change the field name to categories:",
    )


@pytest.mark.parametrize(
    ("more", "field", "meant"),
    [
        ("ingredents: []\n", "ingredents", "ingredients"),
        ("Season: []\n", "Season", "season"),
        ("sources:\n  tie: {source: [a]}\n", "sources.tie.source", "sources"),
        ("story:\n  - {id: a, th: ก, en: a, confidance: weak}\n", "story.1.confidance", "confidence"),
        ("ingredients:\n  - ingredient: a\n    presense: always\n", "ingredients.1.presense", "presence"),
    ],
)
def test_misspelt_fields_are_looked_for_in_their_own_part(more: str, field: str, meant: str) -> None:
    _, [problem] = check(DESSERT + more)
    assert (problem.code, problem.field) == ("misspelt-field", field)
    assert problem.message.en.endswith(f"Did you mean “{meant}”?")


def test_a_missing_language_is_told_in_both() -> None:
    assert said(DESSERT.replace("  en: Khanom tan\n", "")) == (
        "ช่อง name.en ยังไม่มีข้อความภาษาอังกฤษ",
        "name.en is missing: the text in English.",
        "เติมช่อง en: ให้มีความหมายเดียวกับอีกภาษา",
        "Add en: with the same meaning as the other language.",
    )


def test_a_misspelt_choice_is_told_with_the_choices() -> None:
    assert said(DESSERT.replace("strong", "stong")) == (
        'ไม่มีตัวเลือก "stong" หมายถึง "strong" หรือไม่ (มี strong, one-source, weak)',
        "There is no choice “stong”. Did you mean “strong”? (choices: strong, one-source, weak)",
        "เปลี่ยนเป็น strong",
        "Change it to strong.",
    )


def test_typed_allergens_are_told_where_they_come_from() -> None:
    assert said(DESSERT + "allergens: [egg]\n") == (
        "ช่อง allergens ไม่รับการพิมพ์เอง สารก่อภูมิแพ้คำนวณจากวัตถุดิบ",
        "allergens is not typed: allergens are derived from the ingredients.",
        "ลบช่องนี้ แล้วใส่สารก่อภูมิแพ้ในระเบียนของวัตถุดิบ",
        "Remove it, and give the allergen in the ingredient's record.",
    )


def test_an_unknown_field_is_told_with_the_fields_there_are() -> None:
    _, [problem] = check("title: ก\nlanguage: th\nkind: book\npages: 5\n", "sources")
    assert problem.message.en == (
        "There is no field “pages” here. The fields are: id, title, language, gloss, publisher, author, kind, "
        "date, url, read, extent, note, renamed_from."
    )
