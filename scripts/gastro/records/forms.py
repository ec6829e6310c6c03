"""UNESCO's forms as data: what is asked, in what order, within what limits, and how we know.

A form is described, not copied. What was not read in an official file says so; a limit
whose number nobody read has no number. Replacing a form is replacing its file.
"""

from __future__ import annotations

from typing import Literal

from gastro.records.base import Label, Part, field
from gastro.records.values import Date, Prose, Slug, Url, Whole

Seen = Literal["seen", "inferred", "not-found"]
Basis = Literal[
    "cross-reference",
    "2019-form",
    "earlier-call",
    "published-answer",
    "published-report",
    "later-report",
    "reported-guidelines",
    "recalled",
]
FieldKind = Literal["text", "contact", "list", "table", "choice", "statement", "attachment", "heading"]


class Known(Part):
    """How something of the form is known: seen word for word, inferred and why, or not found."""

    mark: Seen = field("เห็นในต้นฉบับ อนุมาน หรือไม่พบ", "seen, inferred, or not found")
    basis: Basis | None = field("ถ้าอนุมาน อนุมานจากอะไร", "what an inference rests on", None)
    source: Url | None = field("ที่อยู่ของเอกสารที่อ่าน", "address of what was read", None)
    note: Label | None = field("หมายเหตุ", "note", None)


class Limit(Part):
    """How much may be written. ``count`` is left out where no number was read."""

    unit: Literal["words", "characters"] = field("นับเป็นคำหรือตัวอักษร", "counted in words or characters")
    count: Whole | None = field("จำนวนสูงสุด ถ้าทราบ", "the most there may be, if known", None)
    known: Known = field("ทราบได้อย่างไร", "how it is known")


class Most(Part):
    """How many there may be of something."""

    count: Whole | None = field("จำนวนสูงสุด ถ้าทราบ", "the most there may be, if known", None)
    known: Known = field("ทราบได้อย่างไร", "how it is known")


class FormField(Part):
    """A field within a section: of a contact, of each item of a list, a column of a table."""

    id: Slug = field("รหัสช่อง", "id of the field")
    title: Label = field("ชื่อช่อง", "title of the field")
    kind: Literal["text", "number", "choice", "person", "private"] = field(
        "ชนิด (private คือข้อมูลส่วนบุคคล ไม่อยู่ในคลัง)", "kind; private is personal data, never kept here", "text"
    )
    required: Literal["required", "optional"] = field(
        "ต้องกรอกหรือไม่", "whether it must be filled in", "required"
    )
    choices: tuple[Prose, ...] = field("ตัวเลือก", "choices", ())
    known: Known = field("ทราบได้อย่างไร", "how it is known")


class Section(Part):
    """A section. ``number`` stands only where it was read; ``likely_number`` is a guess, shown as one."""

    id: Slug = field("รหัสหัวข้อ ไม่เปลี่ยน", "id of the section; never changes")
    number: Prose | None = field("เลขข้อตามต้นฉบับ", "number as in the official form", None)
    likely_number: Prose | None = field("เลขข้อที่น่าจะเป็น", "likely number, not official", None)
    title: Label = field("ชื่อหัวข้อ (ไทยเป็นคำแปลของเรา)", "title; the Thai is our translation")
    asks: Label = field("หัวข้อนี้ถามอะไร", "what it asks for, in our words")
    kind: FieldKind = field("ชนิด", "kind")
    part_of: Slug | None = field("อยู่ใต้หัวข้อใด", "the heading it stands under", None)
    limit: Limit | None = field("ขีดจำกัดความยาว", "limit of length", None)
    most: Most | None = field("จำนวนรายการสูงสุด", "the most items there may be", None)
    fields: tuple[FormField, ...] = field("ช่องย่อย", "fields", ())
    choices: tuple[Prose, ...] = field("ตัวเลือก", "choices", ())
    required: Literal["required", "optional"] = field(
        "ต้องกรอกหรือไม่", "whether it must be filled in", "required"
    )
    known: Known = field("ทราบได้อย่างไร", "how it is known")


class FormRule(Part):
    """A general rule of the form or its instructions, in our words."""

    id: Slug = field("รหัส", "id")
    text: Label = field("กติกา", "the rule")
    known: Known = field("ทราบได้อย่างไร", "how it is known")


class FormDate(Part):
    """A day of the call or of the form itself: a deadline, a result, an edition."""

    id: Slug = field("รหัส", "id")
    name: Label = field("วันอะไร", "what day it is")
    date: Date = field("วันที่ ใช้ปี ค.ศ.", "date, Common Era")
    known: Known = field("ทราบได้อย่างไร", "how it is known")


class PhotoRule(Part):
    """What photos the form asks for."""

    count: Whole | None = field("จำนวนภาพ", "how many", None)
    megabytes: Whole | None = field("ขนาดไฟล์สูงสุด (เมกะไบต์)", "largest file, megabytes", None)
    least_side: Whole | None = field("ด้านยาวอย่างน้อย (พิกเซล)", "least longer side, pixels", None)
    known: Known = field("ทราบได้อย่างไร", "how it is known")


class MailRule(Part):
    """How large the whole submission may be."""

    megabytes: Whole | None = field("ขนาดรวมสูงสุด (เมกะไบต์)", "largest size in all, megabytes", None)
    known: Known = field("ทราบได้อย่างไร", "how it is known")


class EmptyPhrase(Part):
    """What to write where there is nothing to say."""

    phrase: Prose = field("ข้อความ", "the phrase")
    known: Known = field("ทราบได้อย่างไร", "how it is known")


class Form(Part):
    """A form of UNESCO's. ``languages`` are those it may be filled in."""

    id: Slug | None = field(
        "ไม่ต้องใส่ (ถ้าใส่ต้องตรงกับชื่อไฟล์)", "not needed; if given, it equals the file name", None
    )
    name: Label = field("ชื่อแบบ", "name of the form")
    edition: Prose = field("ฉบับ", "edition")
    languages: tuple[Literal["en", "fr", "th"], ...] = field("ภาษาที่ใช้ตอบ", "languages it may be answered in")
    languages_known: Known = field("ทราบได้อย่างไร", "how it is known")
    coverage: Label = field("อ่านต้นฉบับได้แค่ไหน", "how much of the official file was read")
    unit: Literal["words", "characters"] = field("แบบนับเป็นคำหรือตัวอักษร", "what the form counts in", "words")
    unit_known: Known = field("ทราบได้อย่างไร", "how it is known")
    empty_phrase: EmptyPhrase | None = field("ข้อความเมื่อไม่มีข้อมูล", "the phrase for an empty field", None)
    photos: PhotoRule | None = field("ภาพถ่าย", "photos", None)
    mail: MailRule | None = field("การส่ง", "sending", None)
    dates: tuple[FormDate, ...] = field("วันกำหนดและวันที่ของแบบ", "deadlines and dates of the form", ())
    rules: tuple[FormRule, ...] = field("กติกาทั่วไป", "general rules", ())
    sections: tuple[Section, ...] = field("หัวข้อ ตามลำดับ", "sections, in order")
