"""What stands between a submission and being sent: every shortcoming, with who must act.

Whether the files themselves are sound is for the rules (gastro.rules.dossier); here it is
asked whether the city could send this.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import combinations

from gastro.catalogue.consents import Granted
from gastro.dossier.filled import Filled, FilledSection, passages_of
from gastro.dossier.photo_checks import photo_faults
from gastro.dossier.photo_files import SentPhoto
from gastro.dossier.repetition import shared_stretch
from gastro.problems import Message
from gastro.records.evidence import Evidence
from gastro.records.figures import Figure
from gastro.records.submissions import Item
from gastro.text import markdown
from gastro.text.dates import show_date
from gastro.text.thai import has_thai

MOST_FOREIGN = 0.3
"""Share of Thai letters above which an English text is taken to be Thai."""


@dataclass(frozen=True, slots=True)
class Shortcoming:
    """One thing that keeps a submission from being sent. ``section`` is empty for the whole."""

    code: str
    section: str
    message: Message
    who: Message | None = None


@dataclass(frozen=True)
class Circumstances:
    """What else is judged by: the day, consents for the dossier, the photos that can be sent."""

    as_of: date
    granted: Granted
    photos: Mapping[str, SentPhoto]


def shortcomings(filled: Filled, when: Circumstances) -> tuple[Shortcoming, ...]:
    """All of them, in the order of the form."""
    found: list[Shortcoming] = []
    for one in filled.sections:
        found += _section(filled, one, when)
    found += _repeated(filled)
    found += _photos(filled, when)
    order = {one.id: number for number, one in enumerate(filled.sections)}
    return tuple(sorted(found, key=lambda one: order.get(one.section, len(order))))


def _section(filled: Filled, one: FilledSection, when: Circumstances) -> Iterator[Shortcoming]:
    if one.section.kind == "heading":
        return
    for part in one.missing:
        yield _short("gap", one, part.what.th, part.what.en, who=filled.who(part))
    if not one.written:
        if one.section.required == "required" and not one.missing:
            yield _short("empty", one, "หัวข้อที่ต้องตอบยังว่าง", "A required section is empty.")
        return
    yield from _limits(filled, one)
    yield from _state(one)
    yield from _grounds(filled, one)
    yield from _ages(filled, one, when.as_of)
    yield from _language(filled, one)
    yield from _sums(one)


def _limits(filled: Filled, one: FilledSection) -> Iterator[Shortcoming]:
    count = one.lengths["en"].in_unit("characters" if one.unit == "characters" else "words")
    unit_th, unit_en = ("ตัวอักษร", "characters") if one.unit == "characters" else ("คำ", "words")
    if one.limit is not None and count > one.limit:
        yield _short(
            "over-limit",
            one,
            f"ยาว {count:,} {unit_th} เกินขีดจำกัดของแบบ {one.limit:,} {unit_th}",
            f"It has {count:,} {unit_en}; the form allows {one.limit:,}.",
        )
    elif one.working is not None and count > one.working:
        yield _short(
            "over-working-limit",
            one,
            f"ยาว {count:,} {unit_th} เกินขีดจำกัดของทีม {one.working:,} {unit_th}",
            f"It has {count:,} {unit_en}; the team's own limit is {one.working:,}.",
        )
    most = one.section.most.count if one.section.most else None
    items = len(one.answer.items) if one.answer else 0
    if most is not None and items > most:
        yield _short(
            "too-many-items",
            one,
            f"มี {items} รายการ แบบรับได้ {most}",
            f"It has {items} items; the form takes {most}.",
        )


def _state(one: FilledSection) -> Iterator[Shortcoming]:
    assert one.answer is not None
    if one.answer.review.state != "approved":
        yield _short("not-approved", one, "ยังไม่ได้รับความเห็นชอบ", "It has not been approved.")


def _grounds(filled: Filled, one: FilledSection) -> Iterator[Shortcoming]:
    answer = one.answer
    assert answer is not None
    for passage in passages_of(answer):
        if (passage.confidence or answer.confidence) == "weak":
            yield _short(
                "weak",
                one,
                f"ย่อหน้า {passage.id} มีหลักฐานอ่อน",
                f"The paragraph {passage.id} rests on weak evidence.",
            )
        for lang, text in (("th", passage.th), ("en", passage.en)):
            if any(not block.citations for block in markdown.read(text).blocks):
                yield _short(
                    "uncited",
                    one,
                    f"ย่อหน้า {passage.id} ({lang}) ไม่อ้างแหล่ง",
                    f"The paragraph {passage.id} ({lang}) cites no source.",
                )
    for id in answer.evidence:
        piece = filled.catalogue.record(Evidence, "evidence", id)
        if piece.strength == "thin":
            yield _short(
                "thin-evidence",
                one,
                f"หลักฐาน “{piece.name.th}” ยังบาง",
                f"The evidence “{piece.name.en}” is thin.",
            )


def _ages(filled: Filled, one: FilledSection, day: date) -> Iterator[Shortcoming]:
    assert one.answer is not None
    years = filled.submission.figure_age_years
    used = {id for passage in passages_of(one.answer) for id in markdown.read(passage.en).figures}
    for id in sorted(used):
        figure = filled.catalogue.record(Figure, "figures", id)
        if figure.date is not None and figure.date.end.last_day.year < day.year - years:
            yield _short(
                "old-figure",
                one,
                f"ตัวเลข “{figure.name.th}” ({show_date(figure.date, 'th')}) เก่ากว่า {years} ปี",
                f"The figure “{figure.name.en}” ({show_date(figure.date, 'en')}) is over {years} years old.",
            )


def _language(filled: Filled, one: FilledSection) -> Iterator[Shortcoming]:
    assert one.answer is not None
    wording = filled.wording("en")
    for passage in passages_of(one.answer):
        text = wording.plain(passage.en)
        letters = [letter for letter in text if letter.isalpha()]
        if letters and sum(map(has_thai, letters)) / len(letters) > MOST_FOREIGN:
            yield _short(
                "wrong-language",
                one,
                f"ย่อหน้า {passage.id} ช่องภาษาอังกฤษเขียนเป็นภาษาไทย",
                f"The English of the paragraph {passage.id} is in Thai.",
            )


def _sums(one: FilledSection) -> Iterator[Shortcoming]:
    """A row called ``total`` equals the sum of the others, column by column."""
    assert one.answer is not None
    total = next((item for item in one.answer.items if item.id == "total"), None)
    if total is None:
        return
    for field in total.fields:
        rest = (_number(item, field.id) for item in one.answer.items if item is not total)
        summed = sum(rest, Decimal())
        if field.number is not None and field.number != summed:
            yield _short(
                "does-not-add-up",
                one,
                f"ยอดรวมช่อง {field.id} คือ {field.number:,} แต่รวมรายการได้ {summed:,}",
                f"The total of {field.id} is {field.number:,}; the lines add up to {summed:,}.",
            )


def _number(item: Item, field: str) -> Decimal:
    return next((one.number for one in item.fields if one.id == field and one.number is not None), Decimal())


def _repeated(filled: Filled) -> Iterator[Shortcoming]:
    wording = filled.wording("en")
    texts = [
        (one, " ".join(wording.plain(passage.en) for passage in passages_of(one.answer)))
        for one in filled.sections
        if one.answer is not None
    ]
    for (first, left), (second, right) in combinations(texts, 2):
        assert first.answer is not None
        assert second.answer is not None
        if second.id in first.answer.repeats or first.id in second.answer.repeats:
            continue
        stretch = shared_stretch(left, right)
        if stretch:
            yield _short(
                "repetition",
                second,
                f"ซ้ำกับหัวข้อ “{first.section.title.th}”: {stretch}",
                f"It repeats “{first.section.title.en}”: {stretch}",
            )


def _photos(filled: Filled, when: Circumstances) -> Iterator[Shortcoming]:
    for fault in photo_faults(filled, when.granted, when.photos):
        yield Shortcoming(fault.code, fault.section.id, fault.message, fault.who)


def _short(code: str, one: FilledSection, th: str, en: str, who: Message | None = None) -> Shortcoming:
    return Shortcoming(code, one.id, Message(th, en), who)
