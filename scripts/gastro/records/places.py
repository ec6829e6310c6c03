"""Places: the province, its districts and tambons, landmarks, markets and museums."""

from __future__ import annotations

from typing import Annotated

from gastro.records.base import Coordinates, Passage, Record, field
from gastro.records.markers import CLAIM, Term
from gastro.records.values import PhotoId, PlaceId, Prose, Slug, Url


class Place(Record):
    """A place. A district and a tambon may share a name; their ids tell them apart."""

    kind: Annotated[Slug, Term("place-kinds")] = field("ประเภท", "kind")
    within: Annotated[PlaceId | None, CLAIM] = field("อยู่ใน", "within", None)
    code: Annotated[Prose | None, CLAIM] = field("รหัสทางราชการ", "official code", None)
    postal_code: Annotated[Prose | None, CLAIM] = field("รหัสไปรษณีย์", "postal code", None)
    coordinates: Annotated[Coordinates | None, CLAIM] = field("พิกัด", "point on the map", None)
    story: tuple[Passage, ...] = field("เรื่องราว", "story", ())
    website: Url | None = field("เว็บไซต์", "website", None)
    photos: tuple[PhotoId, ...] = field("ภาพถ่าย", "photos", ())
