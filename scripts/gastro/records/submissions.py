"""Submissions and their answers: what the city says in a form, section by section.

Texts cite as texts of records do. Numbers stand by reference (``{{ figure:id }}``) and
lists and counts of records too (``{{ count:desserts }}``), so that the site and the dossier
cannot differ. What only the city can say is a gap with who must supply it.
"""

from __future__ import annotations

from typing import Annotated, Literal

from gastro.records.base import Citations, Confidence, Label, Part, Passage, Standing, field
from gastro.records.markers import Reference, Term
from gastro.records.values import Date, Number, PhotoId, Prose, Slug, Whole

FormId = Annotated[Slug, Reference("forms")]
InitiativeId = Annotated[Slug, Reference("initiatives")]
EvidenceId = Annotated[Slug, Reference("evidence")]


class Review(Part):
    """A step on the way to approval: by whom, as a role, never a name, and when."""

    state: Literal["draft", "reviewed", "approved"] = field("ขั้น", "state")
    by: Label | None = field("โดยตำแหน่งใด", "by which role", None)
    date: Date | None = field("เมื่อ", "when", None)


class MissingPart(Part):
    """What only the city can say, and who must supply it."""

    id: Slug = field("รหัส", "id")
    what: Label = field("ยังขาดอะไร", "what is missing")
    who: tuple[Annotated[Slug, Term("dossier-bodies")], ...] = field("ใครต้องให้", "who must supply it")
    in_field: Slug | None = field("ช่องย่อย ถ้าเป็นช่องเดียว", "the field, if it is one", None)


class FieldAnswer(Part):
    """The answer in one field of a contact, item or row: cited text, a plain word, or a number."""

    id: Slug = field("รหัสช่องของแบบ", "id of the form's field")
    passages: tuple[Passage, ...] = field("ข้อความ (อ้างแหล่ง)", "text, cited", ())
    label: Label | None = field("คำหรือวลี", "a word or phrase", None)
    number: Number | None = field("จำนวน", "a number", None)


class Item(Part):
    """One item of a list, or one row of a table."""

    id: Slug = field("รหัส", "id")
    initiative: InitiativeId | None = field("โครงการริเริ่ม (ดึงข้อมูลจากระเบียน)", "initiative it is", None)
    fields: tuple[FieldAnswer, ...] = field("ช่อง", "fields", ())
    missing: tuple[MissingPart, ...] = field("ยังขาด", "what is missing", ())


class HeldPaper(Part):
    """A letter or other signed paper that exists and is kept elsewhere; the paper itself is never here."""

    id: Slug = field("รหัส", "id")
    what: Label = field(
        "หนังสืออะไร จากใคร (ไม่ใส่ชื่อบุคคล)", "what paper it is and from which body; no person's name"
    )
    reference: Prose | None = field("เลขที่หนังสือ", "its reference number", None)
    date: Date = field("ลงวันที่ ใช้ปี ค.ศ.", "date on it, Common Era")
    kept_by: Annotated[Slug, Term("dossier-bodies")] = field("ใครเก็บไว้", "who keeps it")


class Answer(Part):
    """The answer to one section. The file's name is the section's id."""

    id: Slug | None = field("ไม่ต้องใส่", "not needed", None)
    section: Slug = field("รหัสหัวข้อของแบบ", "id of the form's section")
    review: Review = field("สถานะการตรวจ", "state of review")
    confidence: Confidence = field("ความเชื่อมั่น", "confidence", "strong")
    standing: Standing = field("สถานะของข้อความ", "standing", "stated")
    passages: tuple[Passage, ...] = field("คำตอบ ทีละย่อหน้า", "the answer, paragraph by paragraph", ())
    fields: tuple[FieldAnswer, ...] = field("ช่องย่อย", "fields", ())
    items: tuple[Item, ...] = field("รายการหรือแถว", "items or rows", ())
    choice: Prose | None = field("ตัวเลือกที่เลือก", "what is chosen", None)
    photos: tuple[PhotoId, ...] = field("ภาพถ่าย", "photos", ())
    held: tuple[HeldPaper, ...] = field(
        "หนังสือที่มีแล้วและเก็บไว้ที่อื่น", "papers that exist and are kept elsewhere", ()
    )
    evidence: tuple[EvidenceId, ...] = field("หลักฐานที่รองรับ", "evidence behind it", ())
    nothing: Literal["nothing-to-say"] | None = field("ไม่มีข้อมูลจะให้", "there is nothing to say", None)
    repeats: tuple[Slug, ...] = field(
        "หัวข้อที่ซ้ำกันได้เพราะจำเป็นต้องกล่าวทั้งสองที่", "sections it may repeat, as the matter belongs to both", ()
    )
    missing: tuple[MissingPart, ...] = field("ยังขาด", "what is missing", ())
    sources: Citations = field("แหล่งข้อมูล", "sources", {})


class WorkingLimit(Part):
    """A limit that the team sets for itself where the official one is not known."""

    section: Slug = field("รหัสหัวข้อ", "id of the section")
    count: Whole = field("จำนวน", "count")


class Submission(Part):
    """One submission: which form, for which call or period, and in which language."""

    id: Slug | None = field("ไม่ต้องใส่", "not needed", None)
    name: Label = field("ชื่อเอกสาร", "name of the document")
    form: FormId = field("แบบ", "form")
    period: Label = field("รอบหรือช่วงเวลา", "call or period")
    language: Literal["en", "fr"] = field("ภาษาของแบบ", "language of the form", "en")
    notice: Label = field("ข้อความที่ทุกหน้าต้องมี", "what every page must say")
    city: Label = field("ชื่อเมือง", "name of the city")
    figure_age_years: Whole = field("ตัวเลขเก่าเกินกี่ปีจึงเตือน", "years after which a figure is old", 10)
    photo_megabytes: Whole | None = field(
        "ขีดจำกัดของทีมสำหรับไฟล์ภาพ (เมกะไบต์) เมื่อแบบไม่ได้บอก",
        "the team's own limit for the file of a photo, megabytes, where the form gives none",
        None,
    )
    working_limits: tuple[WorkingLimit, ...] = field("ขีดจำกัดของทีม", "the team's own limits", ())
