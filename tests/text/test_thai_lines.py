"""Where lines of names end."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gastro.text.thai_lines import NUMBER, SPACE, SYLLABLE, WORD, known_words, pieces, set_in_lines

THAI = st.text(alphabet=[chr(code) for code in (*range(0x0E01, 0x0E3B), *range(0x0E40, 0x0E4F))], max_size=40)
NAMES = st.text(alphabet=st.sampled_from("กขนมหวานเแะาำิ้่์ๆฯ ab-1(),"), max_size=60)


def _length(text: str) -> float:
    return len(text)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("ขนมหวานเมืองเพชร", ["ขนมหวาน", "เมืองเพชร"]),
        ("การพัฒนาผลิตภัณฑ์น้ำชมพู่", ["การ", "พัฒนา", "ผลิตภัณฑ์", "น้ำ", "ชมพู่"]),
        ("Khanom mo kaeng", ["Khanom", "mo", "kaeng"]),
        ("Cha-am", ["Cha-", "am"]),
        ("ตรง ๆ", ["ตรง ๆ"]),
        ("", []),
    ],
)
def test_pieces_of_names(text: str, parts: list[str]) -> None:
    assert [piece.text for piece in pieces(text)] == parts


def test_a_word_that_leads_on_is_held_to_what_follows() -> None:
    costs = {piece.text: piece.cost for piece in pieces("ของเมืองเพชร")}
    assert costs["เมืองเพชร"] > WORD
    assert [piece.cost for piece in pieces("พ.ศ. 2564")] == [SPACE, NUMBER]


def test_unknown_thai_is_broken_only_before_a_leading_vowel() -> None:
    assert [(piece.text, piece.cost) for piece in pieces("ฆฌฑเฆฌฑ")] == [("ฆฌฑ", SPACE), ("เฆฌฑ", SYLLABLE)]


def test_a_silenced_letter_stays_with_what_is_before_it() -> None:
    assert all(not piece.text.startswith(("ณ์", "ท์", "ทร์")) for piece in pieces("ผลิตภัณฑ์วันจันทร์พาณิชย์"))


def test_lines_are_few_then_even() -> None:
    assert set_in_lines("aaa bbb ccc ddd", 11, _length) == ("aaa bbb", "ccc ddd")
    assert set_in_lines("aaa bbb ccc ddd", 15, _length) == ("aaa bbb ccc ddd",)
    assert set_in_lines("", 15, _length) == ()


def test_a_space_is_preferred_to_a_word() -> None:
    assert set_in_lines("เพชรบุรี เมืองแห่งขนมหวาน", 17, _length) == ("เพชรบุรี", "เมืองแห่งขนมหวาน")


def test_what_does_not_fit_is_not_cut() -> None:
    assert set_in_lines("aaaaaaaaaaaa", 11, _length) is None
    assert set_in_lines("ขนมหวานเมืองเพชร", 10, _length, dearest=SPACE) is None
    assert set_in_lines("ขนมหวานเมืองเพชร", 10, _length, dearest=NUMBER) == ("ขนมหวาน", "เมืองเพชร")


def test_every_known_word_stands_once_and_is_thai() -> None:
    assert all(re.fullmatch("[\u0e01-\u0e4e]+", word) for word in known_words())
    assert len(known_words()) > 400


@given(THAI)
def test_no_cluster_is_ever_broken(text: str) -> None:
    for before, after in pairwise(piece.text for piece in pieces(text)):
        assert before[-1] not in "เแโใไ"
        assert not re.match("[\u0e2f\u0e30-\u0e3a\u0e45-\u0e4e]", after)


@given(NAMES, st.integers(5, 40))
def test_lines_hold_the_text_and_fit(text: str, width: int) -> None:
    lines = set_in_lines(text, width, _length)
    if lines is not None:
        assert "".join("".join(lines).split()) == "".join(text.split())
        assert all(len(line) <= width and line == line.strip() for line in lines)
