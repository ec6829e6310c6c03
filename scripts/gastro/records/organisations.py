"""Organisations: public bodies, universities, companies, associations."""

from __future__ import annotations

from typing import Annotated

from gastro.records.base import Passage, Record, Text, field
from gastro.records.markers import CLAIM, Term
from gastro.records.values import OrganisationId, PlaceId, Slug, Url


class Organisation(Record):
    """An organisation under its official names."""

    kind: Annotated[Slug, Term("organisation-kinds")] = field("ประเภท", "kind")
    part_of: Annotated[OrganisationId | None, CLAIM] = field("สังกัด", "part of", None)
    place: Annotated[PlaceId | None, CLAIM] = field("ที่ตั้ง", "where it is", None)
    role: Text | None = field("บทบาทในเรื่องนี้", "its role in this record", None)
    website: Url | None = field("เว็บไซต์", "website", None)
    story: tuple[Passage, ...] = field("เรื่องราว", "story", ())
