"""What every record shares: names and texts in two languages, and the trail of sources.

A Label names a thing and is not cited. A Text says something, and cites its sources in
the text itself (``[^source-id]``). A value that says something (a season, an award) finds
its source in the record's ``sources`` map, under its field. Confidence and standing are
set for the record and overridden where a field or a paragraph differs.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from gastro.records.markers import CLAIM
from gastro.records.values import Date, Latitude, Longitude, Prose, Slug, SourceId

Confidence = Literal["strong", "one-source", "weak"]
Standing = Literal["stated", "tradition", "contested", "derived"]


def field(th: str, en: str, default: Any = ...) -> Any:
    """A field with its explanation in both languages, as editors are shown it."""
    return Field(default, description=f"{th} · {en}")


class Part(BaseModel):
    """A piece of a record: unknown keys are refused, nothing changes after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Label(Part):
    """A name or short phrase in both languages, without citations."""

    th: Prose = field("ภาษาไทย", "Thai")
    en: Prose = field("ภาษาอังกฤษ", "English")


class Text(Part):
    """Cited prose in both languages: Markdown without HTML, ``[^source-id]`` cites a source."""

    th: Prose = field("ข้อความภาษาไทย อ้างแหล่งด้วย [^รหัสแหล่ง]", "Thai text; cite with [^source-id]")
    en: Prose = field("ข้อความภาษาอังกฤษ อ้างแหล่งเดียวกัน", "English text; cite the same sources")
    confidence: Confidence | None = field("ความเชื่อมั่น ถ้าต่างจากทั้งระเบียน", "confidence, if it differs", None)
    standing: Standing | None = field("สถานะ ถ้าต่างจากทั้งระเบียน", "standing, if it differs", None)


class Passage(Text):
    """A paragraph with an id that never changes, so that others can point at it."""

    id: Slug = field("รหัสย่อหน้า ไม่เปลี่ยน", "id of the paragraph; never changes")


def _short_citation(value: object) -> object:
    """``season: [a, b]`` is short for ``season: {sources: [a, b]}``."""
    if isinstance(value, str):
        return {"sources": [value]}
    return {"sources": value} if isinstance(value, list) else value


class Citation(Part):
    """The sources of one value, and how sure it is."""

    sources: tuple[SourceId, ...] = field("รหัสแหล่งข้อมูล", "ids of sources")
    confidence: Confidence | None = field("ความเชื่อมั่น", "confidence, if it differs", None)
    standing: Standing | None = field("สถานะ", "standing, if it differs", None)
    note: Label | None = field("หมายเหตุ", "note", None)


Citations = dict[
    str, Annotated[Citation, BeforeValidator(_short_citation, json_schema_input_type=list[str] | Citation)]
]


class OtherName(Part):
    """Another name of the same thing: old, local, abbreviated, in another language."""

    name: Prose = field("ชื่อ", "the name")
    lang: Literal["th", "en", "zh", "pt", "mnw"] = field("ภาษาของชื่อ", "language of the name", "th")
    note: Label | None = field("ใช้เมื่อไร ที่ไหน โดยใคร", "when, where or by whom it is used", None)


class Coordinates(Part):
    """A point on the map in degrees, WGS 84, and how exact it is."""

    lat: Latitude = field("ละติจูด", "latitude, degrees north")
    lon: Longitude = field("ลองจิจูด", "longitude, degrees east")
    exactness: Literal["tambon-point", "district-point", "approximate", "exact"] = field(
        "ความละเอียดของตำแหน่ง", "how exact the point is"
    )


class Standard(Part):
    """A registration, standard or listing: geographical indication, มผช., heritage list."""

    id: Slug = field("รหัส", "id")
    kind: Literal["gi", "community-standard", "heritage"] = field("ประเภท", "kind")
    name: Label = field("ชื่อที่ขึ้นทะเบียน", "registered name")
    date: Date | None = field("วันที่ตามแหล่งข้อมูล", "date as the source gives it", None)
    number: Prose | None = field("เลขที่", "number", None)
    text: Text | None = field("คำอธิบาย", "explanation", None)


class Record(Part):
    """What every record has."""

    id: Slug | None = field(
        "ไม่ต้องใส่ (ถ้าใส่ต้องตรงกับชื่อไฟล์)", "not needed; if given, it equals the file name", None
    )
    name: Label = field("ชื่อ", "name")
    other_names: Annotated[tuple[OtherName, ...], CLAIM] = field("ชื่ออื่น", "other names", ())
    spellings: tuple[Prose, ...] = field("วิธีสะกดอื่นที่คนใช้ค้นหา", "other spellings people search for", ())
    summary: Text | None = field("สรุปหนึ่งหรือสองประโยค", "one or two sentences", None)
    confidence: Confidence = field("ความเชื่อมั่นของทั้งระเบียน", "confidence of the record")
    standing: Standing = field("สถานะของทั้งระเบียน", "standing of the record", "stated")
    sources: Citations = field("แหล่งข้อมูลของแต่ละช่อง", "sources of each field", {})
    gaps: tuple[Label, ...] = field("สิ่งที่ยังไม่ทราบ", "what is not known", ())
    renamed_from: tuple[Slug, ...] = field("รหัสเดิม (ถ้าเคยเปลี่ยน)", "former ids", ())
