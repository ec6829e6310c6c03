"""What was changed in Word, told answer by answer in Thai and English."""

from __future__ import annotations

import pytest

from gastro.dossier.compared import Part, compare, parts, tell
from gastro.dossier.word.edited import Edited
from gastro.dossier.word.lines import Comment
from gastro.text.dates import Lang

BASE = {
    "a/en": ["Palms grow here. [^x]"],
    "b/th": ["ขนมตาลทำจากลูกตาลสุก [^x]"],
    "c/en": ["Gone"],
    "d/en": ["One", "Two"],
}


def edited(**changes: list[str] | None) -> Edited:
    texts = {
        key: value
        for key, value in {**BASE, **{key.replace("_", "/"): one for key, one in changes.items()}}.items()
        if value is not None
    }
    return Edited(texts, BASE)


def test_nothing_changed() -> None:
    found = compare(BASE, edited())
    assert {one.state for one in found} == {"same"}
    assert tell(found, edited(), "en") == "No answer was changed.\n4 answers as they were, 0 not\n"
    assert tell(found, edited(), "th") == "ไม่มีคำตอบใดถูกแก้\nเหมือนเดิม 4 คำตอบ ต่างไป 0 คำตอบ\n"


def test_each_answer_has_its_state() -> None:
    current = {**BASE, "a/en": ["Palms grow there. [^x]"], "d/en": ["Two"]}
    now = edited(a_en=["Palms grow everywhere. [^x]"], c_en=None, d_en=["Two"], e_en=["New"])
    assert {one.key: one.state for one in compare(current, now)} == {
        "a/en": "both",
        "b/th": "same",
        "c/en": "missing",
        "d/en": "same",  # the records already say so
        "e/en": "new",
    }


def test_the_records_moving_on_is_no_change_of_the_colleague() -> None:
    current = {**BASE, "a/en": ["Rewritten."]}
    found = {one.key: one for one in compare(current, edited())}
    assert found["a/en"].state == "same"


def test_the_new_text_is_ready_for_the_record() -> None:
    change = next(
        one for one in compare(BASE, edited(d_en=["One", "Two", "- three\n- four"])) if one.key == "d/en"
    )
    assert change.after == "One\n\nTwo\n\n- three\n- four"
    assert (change.before, change.record) == ("One\n\nTwo", "One\n\nTwo")


def test_without_what_the_file_was_made_from_the_records_stand_in() -> None:
    found = {one.key: one.state for one in compare(BASE, Edited({**BASE, "a/en": ["Other"]}, {}))}
    assert found == {"a/en": "changed", "b/th": "same", "c/en": "same", "d/en": "same"}


def test_thai_is_compared_by_words() -> None:
    assert parts("ขนมตาลทำจากลูกตาลสุก", "ขนมตาลทำจากเนื้อลูกตาลสุก") == (
        Part("same", "ขนมตาลทำจาก"),
        Part("new", "เนื้อ"),
        Part("same", "ลูกตาลสุก"),
    )


def test_the_parts_give_both_texts_again() -> None:
    before, after = (
        "Palm *sugar* [^x] is {{ figure:a }}\n\n- one",
        "Palm **sugar** [^y] was {{ figure:a }}\n\n- one\n- two",
    )
    found = parts(before, after)
    assert "".join(one.text for one in found if one.kind != "new") == before
    assert "".join(one.text for one in found if one.kind != "gone") == after


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        (
            "en",
            "a/en: changed in Word\n  [-Palms-]{+Trees+} grow here. [^x]\nc/en: no longer in the file; the answer in the records stays as it is\n"
            "2 answers as they were, 2 not\nb/th: holds a picture that records cannot take\n"
            "written outside of the answers, so not taken: Note\n"
            "Comment on a/en, at “Trees”: why? (A)\n",
        ),
        (
            "th",
            "a/en: แก้ใน Word\n  [-Palms-]{+Trees+} grow here. [^x]\nc/en: ไม่พบคำตอบนี้ในไฟล์แล้ว คำตอบในคลังยังอยู่เหมือนเดิม\n"
            "เหมือนเดิม 2 คำตอบ ต่างไป 2 คำตอบ\nb/th: มีรูปภาพที่นำกลับเข้าคลังไม่ได้\n"
            "เขียนไว้นอกคำตอบ จึงไม่นำเข้าคลัง: Note\n"
            "ความเห็นที่ a/en ตรง “Trees”: why? (A)\n",
        ),
    ],
)
def test_it_is_told_in_both_languages(lang: Lang, told: str) -> None:
    texts = edited(a_en=["Trees grow here. [^x]"], c_en=None).texts
    given = Edited(texts, BASE, (Comment("a/en", "A", "Trees", "why?"),), (("b/th", "picture"),), ("Note",))
    assert tell(compare(BASE, given), given, lang) == told


def test_long_texts_are_shown_around_what_changed() -> None:
    before = "word " * 60 + "old " + "word " * 60
    given = Edited({"a/en": [before.replace("old", "new")]}, {"a/en": [before]})
    line = tell(compare(given.base, given), given, "en").splitlines()[1]
    assert "[-old-]{+new+}" in line
    assert len(line) < 120
