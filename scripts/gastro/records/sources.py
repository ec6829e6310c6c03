"""Sources: what was read, where, and how much of it."""

from __future__ import annotations

from typing import Annotated, Literal

from gastro.records.base import Label, Part, field
from gastro.records.markers import Term
from gastro.records.values import Date, Prose, Slug, Url


class Source(Part):
    """A publication, page or document. Its title stays in its own language."""

    id: Slug | None = field(
        "ไม่ต้องใส่ (ถ้าใส่ต้องตรงกับชื่อไฟล์)", "not needed; if given, it equals the file name", None
    )
    title: Prose = field("ชื่อเรื่องตามภาษาเดิม", "title in its own language")
    language: Literal["th", "en", "fr", "de", "zh", "is"] = field("ภาษาของแหล่ง", "language of the source")
    gloss: Label | None = field("อธิบายว่าเป็นเอกสารอะไร", "what it is, in a few words", None)
    publisher: Label | None = field("ผู้เผยแพร่", "publisher", None)
    author: Prose | None = field("ผู้เขียน", "author", None)
    kind: Annotated[Slug, Term("source-kinds")] = field("ประเภทแหล่ง", "kind")
    date: Date | None = field("วันที่เผยแพร่", "date of publication", None)
    url: Url | None = field("ที่อยู่เว็บ", "address", None)
    read: Date | None = field("วันที่อ่าน", "date it was read", None)
    extent: Literal["whole", "part", "copy", "not-seen"] = field(
        "อ่านได้แค่ไหน", "how much was read: whole, part, a copy, or not seen", "part"
    )
    note: Label | None = field("หมายเหตุเกี่ยวกับแหล่ง", "note on the source", None)
    renamed_from: tuple[Slug, ...] = field("รหัสเดิม", "former ids", ())
