"""Thai text: every way of typing a word is stored as one, and sorts as in a dictionary."""

from __future__ import annotations

import random
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gastro.text.thai import comparison_key, has_thai, normalise, sort_key

SARA_E, SARA_AE, SARA_AA, SARA_AM, NIKHAHIT, MAI_THO = "เ", "แ", "า", "\u0e33", "\u0e4d", "\u0e49"
VOWEL_MARKS = ["\u0e31", *map(chr, range(0x0E34, 0x0E3A)), "\u0e47"]
TONES = [*map(chr, range(0x0E48, 0x0E4C))]
THANTHAKHAT = "\u0e4c"
INVISIBLE = ["\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad"]
PHINTHU = "\u0e3a"

thai_letters = st.characters(min_codepoint=0x0E01, max_codepoint=0x0E5B, exclude_characters=PHINTHU)
thai_text = st.text(
    st.one_of(thai_letters, st.sampled_from([*INVISIBLE, " ", "a", "e", "\u0301"])), max_size=16
)


@pytest.mark.parametrize(
    "typed",
    [
        "น" + MAI_THO + SARA_AM,
        "น" + SARA_AM + MAI_THO,
        "น" + MAI_THO + NIKHAHIT + SARA_AA,
        "น" + NIKHAHIT + MAI_THO + SARA_AA,
        "น\u200b" + MAI_THO + "\ufeff" + NIKHAHIT + SARA_AA,
    ],
)
def test_sara_am_is_one_character_after_its_tone(typed: str) -> None:
    assert normalise(typed) == "น" + MAI_THO + SARA_AM


def test_sara_am_without_a_tone_is_joined() -> None:
    assert normalise("ต" + NIKHAHIT + SARA_AA + "ล") == "ต" + SARA_AM + "ล"


def test_nikhahit_alone_stays() -> None:
    assert normalise("ก" + NIKHAHIT) == "ก" + NIKHAHIT


@pytest.mark.parametrize("vowel", VOWEL_MARKS)
@pytest.mark.parametrize("tone", [*TONES, THANTHAKHAT])
def test_the_vowel_comes_before_the_tone(vowel: str, tone: str) -> None:
    assert normalise("ก" + tone + vowel) == normalise("ก" + vowel + tone) == "ก" + vowel + tone


def test_two_sara_e_are_one_sara_ae() -> None:
    assert normalise(SARA_E + SARA_E + "ม่") == SARA_AE + "ม่"
    assert normalise(SARA_E + "\u200b" + SARA_E + "กง") == SARA_AE + "กง"
    assert normalise("เก เก") == "เก เก"


@pytest.mark.parametrize("mark", INVISIBLE)
def test_invisible_characters_go(mark: str) -> None:
    assert normalise(f"{mark}ขนม{mark}ตาล{mark}") == "ขนมตาล"


def test_spaces_and_line_ends_stay() -> None:
    assert normalise(" ขนม  ตาล\n") == " ขนม  ตาล\n"


def test_latin_letters_are_composed() -> None:
    assert normalise("cafe\u0301") == "caf\u00e9"


@given(thai_text)
def test_normalising_twice_changes_nothing_more(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once


@given(thai_text)
def test_normal_text_is_nfc_without_invisible_characters(text: str) -> None:
    shown = normalise(text)
    assert unicodedata.is_normalized("NFC", shown)
    assert not set(shown) & set(INVISIBLE)


@given(st.text(st.sampled_from("กขคงจ ab12"), max_size=16))
def test_text_without_marks_stays_as_it_is(text: str) -> None:
    assert normalise(text) == text


DICTIONARY = (
    "ก ก็ กก ก๊ก กกหู กกุธภัณฑ์ กง ก่ง ก้ง ก๊ง กงกอน กงการ กงเกวียน กงโก้ กงค้าง ก้งโค้ง กงจักร กฎ กฎกระทรวง "
    "กฎเกณฑ์ กฎข้อบังคับ กฐิน กด กดดัน ก็ดี ก็ได้ กตัญญู ก็ตาม กติกา กน ก่น ก้น กนก ก้นกบ กรรม กรรม์ กรรมกร "
    "กรวด กรวดน้ำ กรอก กร็อกกร๋อย กรอกแกรก กร่อม กร่อมๆ กร่อย กระ กระเจา กระเจ่า กระเจ้า กระเจาะ กระเจิง "
    "กระเจียว กระเจี๊ยว กระแจะ กระโจน กระใด กระได กระไดแก้ว กรักขี กรัง กรำ กร่ำ กริก กริ๊ก กรู กเรณุ กฤช กล "
    "กลไก กลด กล้วย กลา กล่า กล้า กล่ำ กล้ำ กลิ่ง กลิ้ง"
)
"""Headwords of the Royal Institute Dictionary in the order in which they stand there."""
SWEETS = (
    "แกง ขนมตาล ขนมหม้อแกง ข้าวแช่ ชมพู่ ตะโก ตาล ทองม้วน ทองหยอด ทองหยิบ น้ำตาล ฝอยทอง เม็ดขนุน ลอดช่อง "
    "ลูกตาล วุ้น สาคู หม้อแกง"
)


@pytest.mark.parametrize(
    "ordered",
    [
        pytest.param(DICTIONARY, id="dictionary"),
        pytest.param(SWEETS, id="sweets"),
        pytest.param("เก็ง เก่ง เก้ง", id="maitaikhu before tones"),
        pytest.param("กา ก่า ก้า ก๊า ก๋า กาก ก้าง กาด", id="tones only after letters"),
        pytest.param("กก กะ กัน กา กำ กิน กี กึก กือ กุ กู เก เกะ เกา เกาะ แก โก ใก ไก", id="vowels by form"),
        pytest.param("รือ ฤกษ์ ฤทธิ์ ลม วัด", id="ru after ro ruea"),
        pytest.param("คน ฅน ฆ้อง", id="obsolete letters"),
    ],
)
def test_words_stand_as_in_the_dictionary(ordered: str) -> None:
    words = ordered.split()
    mixed = random.Random(2021).sample(words, len(words))
    assert sorted(mixed, key=sort_key) == words


def test_however_typed_a_word_sorts_in_one_place() -> None:
    typed = ["น้\u0e33ตาล", "น\u0e33้ตาล", "น้ํ" + "าตาล", "น\u200b้ำตาล"]
    assert len({sort_key(word) for word in typed}) == 1


def test_latin_letters_sort_without_regard_to_case_first() -> None:
    assert sorted(["Tako", "foi thong", "Khanom tan", "khanom tan"], key=sort_key) == [
        "foi thong",
        "khanom tan",
        "Khanom tan",
        "Tako",
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ขนมตาล", "ขนม ตาล"),
        ("ขนมตาล", "ขนม\u200bตาล"),
        ("แม่กิมไล้", "เเม่กิมไล้"),
        ("น้ำตาล", "นำ้ตาล"),
        ("Khanom Tan", "khanom-tan"),
        ("Khanom Tan", "KHANOM\u2011TAN"),
        ("O.T.O.P.", "otop"),
        ("ขนม (ตาล)", "ขนมตาล"),
        ("Mae Pin’s", "Mae Pin's"),
    ],
)
def test_spellings_of_one_name_share_their_key(one: str, other: str) -> None:
    assert comparison_key(one) == comparison_key(other)


@pytest.mark.parametrize(
    ("one", "other"), [("ตาล", "ต้าล"), ("ขนมตาล", "ขนมตาน"), ("tan", "ตาล"), ("no 1", "no 2")]
)
def test_different_names_have_different_keys(one: str, other: str) -> None:
    assert comparison_key(one) != comparison_key(other)


@given(thai_text)
def test_the_key_of_a_key_is_the_key(text: str) -> None:
    assert comparison_key(comparison_key(text)) == comparison_key(text)


@pytest.mark.parametrize(
    ("text", "expected"), [("ขนม", True), ("Khanom ๒", True), ("Khanom tan, 2", False), ("", False)]
)
def test_thai_is_recognised(text: str, expected: bool) -> None:
    assert has_thai(text) is expected
