"""Texts as they are set: one form, nothing invisible, and words that stay on one line."""

from __future__ import annotations

import pytest

from gastro.dossier.pdf.typst_text import held, is_number, last_word, shown, undivided


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one\ttwo\nthree", "one two three"),
        ("a\u200bb\u00adc\ufeff\ue000d", "abcd"),
        ("น\u0e49\u0e4d\u0e32", "น้ำ"),
        ("e\u0301", "é"),
        ("5\u00a0km\u2003x", "5\u00a0km x"),
    ],
)
def test_only_what_can_be_read_is_set(text: str, expected: str) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("งาน CHA-AM (2564)", "งาน CHA\u2011AM (2564)"),
        ("ต่าง ๆ", "ต่าง\u00a0ๆ"),
        ("พ.ศ. 2564 ค.ศ. 2021", "พ.ศ.\u00a02564 ค.ศ.\u00a02021"),
        ("พ.ศ. นี้", "พ.ศ. นี้"),
        ("https://example.org/a-very-long-address-indeed", "https://example.org/a-very-long-address-indeed"),
    ],
)
def test_words_are_held_together(text: str, expected: str) -> None:
    assert held(text) == expected


def test_long_words_that_the_record_knows_are_not_divided() -> None:
    assert undivided(["จังหวัดเพชรบุรี ของ", "ยูเนสโก ตาล"]) == ["เพชรบุรี", "จังหวัด", "ยูเนสโก"]
    assert undivided(["ในเมืองเพชรบุรี", "พฤษภาคม"]) == ["เมืองเพชรบุรี", "เมืองเพชร", "เพชรบุรี", "พฤษภาคม"]
    assert undivided(["in English"]) == []


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("In 2017.", ("In ", "2017.")),
        ("2017", ("", "2017")),
        ("end ", ("end ", "")),
        ("ตาล", ("ตาล", "")),
        ("ตาล”", ("ตาล”", "")),
        ("one-that-is-much-too-long", ("one-that-is-much-too-long", "")),
    ],
)
def test_the_last_word(text: str, parts: tuple[str, str]) -> None:
    assert last_word(text) == parts


@pytest.mark.parametrize("text", ["8", "1,234.5", "−3", "12 %", "฿1,000", "–"])
def test_numbers(text: str) -> None:
    assert is_number(text)


@pytest.mark.parametrize("text", ["", "2021 ปี", "พ.ศ. 2564", "a", "1-2"])
def test_other_than_numbers(text: str) -> None:
    assert not is_number(text)
