"""Photos: a picture with its rights; the file lies beside the record."""

from __future__ import annotations

from typing import Annotated, Literal

from gastro.records.base import Label, Part, field
from gastro.records.markers import Term
from gastro.records.values import Date, PlaceId, Prose, Slug


class Photo(Part):
    """A photo. Whoever can be recognised on it has a consent in the private folder."""

    id: Slug | None = field(
        "ไม่ต้องใส่ (ถ้าใส่ต้องตรงกับชื่อไฟล์)", "not needed; if given, it equals the file name", None
    )
    file: Prose = field("ชื่อไฟล์ภาพในโฟลเดอร์เดียวกัน", "name of the picture file in the same folder")
    alt: Label = field("คำบรรยายแทนภาพ", "what the picture shows, for those who cannot see it")
    caption: Label = field("คำบรรยายภาพ", "caption")
    place: PlaceId | None = field("ถ่ายที่", "taken at", None)
    date: Date | None = field("ถ่ายเมื่อ", "taken on", None)
    photographer: Label = field("ผู้ถ่าย", "photographer")
    rights_holder: Label = field("ผู้ถือสิทธิ์", "rights holder")
    licence: Annotated[Slug, Term("licences")] = field("สัญญาอนุญาต", "licence")
    people_shown: Literal["none", "unrecognisable", "recognisable"] = field("มีบุคคลในภาพหรือไม่", "people shown")
    consents: tuple[Slug, ...] = field(
        "รหัสความยินยอม (ในโฟลเดอร์ส่วนตัว)", "ids of consents, in the private folder", ()
    )
    cession_for_unesco: Literal["signed", "asked", "none"] = field(
        "หนังสือโอนสิทธิ์ให้ยูเนสโก", "cession of rights for UNESCO", "none"
    )
