"""What keeps a submission from being sent is named, with who must act; what does not is not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from gastro.dossier.checks import Shortcoming, shortcomings
from gastro.dossier.counting import Length
from gastro.dossier.filled import Filled
from tests.dossier.conftest import WHEN, Changed

WORDS = "dossier/sample-submission/words.yml"
THINGS = "dossier/sample-submission/things.yml"
FIELD = "dossier/sample-submission/field.yml"
MONEY = "dossier/sample-submission/money.yml"
FORM = "dossier/forms/sample-form.yml"


def told(filled: Filled, code: str, when: object = WHEN) -> list[tuple[str, str]]:
    """Section and English message of the shortcomings of one code."""
    found = shortcomings(filled, when)  # type: ignore[arg-type]
    return [(one.section, one.message.en) for one in found if one.code == code]


def test_all_of_the_sample(sample: Filled) -> None:
    assert [(one.code, one.section) for one in shortcomings(sample, WHEN)] == [
        ("not-approved", "things"),
        ("not-approved", "money"),
        ("gap", "contact"),
        ("not-approved", "contact"),
        ("not-approved", "field"),
        ("gap", "photos"),
        ("photo-count", "photos"),
    ]


def test_a_gap_names_who_must_supply_it(sample: Filled) -> None:
    gap = next(one for one in shortcomings(sample, WHEN) if one.code == "gap")
    assert isinstance(gap, Shortcoming)
    assert gap.message.en == "E-mail of the person to write to"
    assert gap.who is not None
    assert (gap.who.th, gap.who.en) == ("เทศบาลตัวอย่าง", "The sample municipality")


def test_a_text_of_just_the_limit_passes_and_one_word_more_does_not(sample: Filled, changed: Changed) -> None:
    words = sample.section("words").lengths["en"].words
    more = " ".join(["word"] * (20 - words))
    full = changed((WORDS, "sweet(s).", f"sweet(s) {more}."))
    assert full.section("words").lengths["en"].words == 20
    assert told(full, "over-limit") == []
    over = changed((WORDS, "sweet(s).", f"sweet(s) {more} more."))
    assert told(over, "over-limit") == [("words", "It has 21 words; the form allows 20.")]


def test_a_limit_in_characters_counts_characters(sample: Filled, changed: Changed) -> None:
    count = sample.section("words").lengths["en"].characters
    limit = "limit: {unit: words, count: 20,"
    exact = changed((FORM, limit, f"limit: {{unit: characters, count: {count},"))
    assert told(exact, "over-limit") == []
    short = changed((FORM, limit, f"limit: {{unit: characters, count: {count - 1},"))
    assert told(short, "over-limit") == [
        ("words", f"It has {count} characters; the form allows {count - 1}.")
    ]


def test_thai_and_english_are_counted_apart(sample: Filled) -> None:
    texts = {lang: sample.wording(lang).plain(_words(sample, lang)) for lang in ("th", "en")}
    assert texts["en"] == "The city has 337,230 sample trees. It records 1 sweet(s)."
    assert texts["th"] == "เมืองนี้มีต้นตัวอย่าง 337,230 ต้น บันทึกขนมไว้ 1 ชนิด"
    lengths = sample.section("words").lengths
    assert lengths["en"] == Length(10, len(texts["en"]))
    assert lengths["th"].characters == len(texts["th"])


def _words(sample: Filled, lang: str) -> str:
    answer = sample.section("words").answer
    assert answer is not None
    return str(getattr(answer.passages[0], lang))


def test_the_teams_own_limit_is_named_as_such(changed: Changed) -> None:
    small = changed(("dossier/sample-submission/submission.yml", "count: 40", "count: 2"))
    found = told(small, "over-working-limit")
    assert len(found) == 1
    assert found[0][0] == "things"
    assert found[0][1].endswith("the team's own limit is 2.")


def test_one_item_too_many(changed: Changed) -> None:
    third = "  - id: third\n    fields:\n      - {id: title, label: {th: งานที่สาม, en: Third}}\n"
    many = changed((THINGS, "items:\n", f"items:\n{third}"))
    assert told(many, "too-many-items") == [("things", "It has 3 items; the form takes 2.")]


def test_an_empty_required_section(changed: Changed) -> None:
    empty = changed((FIELD, "choice: Sweets\n", ""), (FIELD, "sources:\n  choice: [sample-page]\n", ""))
    assert told(empty, "empty") == [("field", "A required section is empty.")]


def test_weak_evidence(changed: Changed) -> None:
    weak = changed((WORDS, "  - id: trees\n", "  - id: trees\n    confidence: weak\n"))
    assert told(weak, "weak") == [("words", "The paragraph trees rests on weak evidence.")]


def test_a_figure_grows_old(sample: Filled) -> None:
    assert told(sample, "old-figure") == []
    later = replace(WHEN, as_of=date(2099, 1, 1))
    found = told(sample, "old-figure", later)
    assert len(found) == 1
    assert found[0][1].endswith("is over 10 years old.")


def test_english_in_thai(changed: Changed) -> None:
    thai = changed((WORDS, "The city has", "เมืองนี้มีต้นตัวอย่างมากมายหลายต้น"))
    assert told(thai, "wrong-language") == [("words", "The English of the paragraph trees is in Thai.")]


def test_a_total_that_is_none(changed: Changed) -> None:
    assert told(changed((MONEY, "number: 20000", "number: 20001")), "does-not-add-up") == [
        ("money", "The total of amount is 20,001; the lines add up to 20,000.00.")
    ]


def test_what_is_said_twice(changed: Changed) -> None:
    said = "It records one sweet of the old town that everybody there knows well."
    first = (WORDS, "It records {{ count:desserts }} sweet(s).", said)
    second = (THINGS, "It is held every year.", said)
    assert told(changed(first, second), "repetition") == [
        (
            "things",
            "It repeats “Words”: it records one sweet of the old town that everybody there knows well",
        )
    ]
    allowed = (THINGS, "section: things\n", "section: things\nrepeats: [words]\n")
    assert told(changed(first, second, allowed), "repetition") == []


@pytest.mark.parametrize("code", ["over-limit", "too-many-items", "weak", "repetition", "does-not-add-up"])
def test_the_sample_has_none_of_these(sample: Filled, code: str) -> None:
    assert told(sample, code) == []
