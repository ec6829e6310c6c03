"""Vocabularies: closed lists of terms with Thai and English labels."""

from __future__ import annotations

from gastro.records.base import Label, Part, Text, field
from gastro.records.values import Number, Prose, Slug


class Metric(Part):
    """What one of a unit is in metric: ``factor`` times ``unit`` (ml, g, minute, °C)."""

    unit: Slug = field("หน่วยเมตริก", "metric unit")
    factor: Number = field("ตัวคูณ", "factor")


class VocabularyTerm(Part):
    """A term. Its id never changes; labels may."""

    id: Slug = field("รหัส", "id")
    label: Label = field("ชื่อที่แสดง", "label")
    text: Text | None = field("คำอธิบาย (อ้างแหล่ง)", "explanation, cited", None)
    note: Label | None = field("หมายเหตุ", "note", None)
    plural: Prose | None = field("รูปพหูพจน์ภาษาอังกฤษ", "English plural, where it differs", None)
    metric: Metric | None = field("ค่าเมตริก", "metric value", None)


class Vocabulary(Part):
    """A closed list, in the order in which it is shown."""

    id: Slug | None = field(
        "ไม่ต้องใส่ (ถ้าใส่ต้องตรงกับชื่อไฟล์)", "not needed; if given, it equals the file name", None
    )
    name: Label = field("ชื่อรายการ", "name of the list")
    text: Text | None = field("คำอธิบาย (อ้างแหล่ง)", "explanation, cited", None)
    note: Label | None = field("หมายเหตุ", "note", None)
    terms: tuple[VocabularyTerm, ...] = field("คำในรายการ", "terms")
