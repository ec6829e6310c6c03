"""Producers: who makes, grows, sells or teaches; public business facts only."""

from __future__ import annotations

from typing import Annotated, Literal

from gastro.records.base import Coordinates, Label, Part, Passage, Record, Text, field
from gastro.records.markers import CLAIM, Term
from gastro.records.values import (
    Criterion,
    Date,
    DessertId,
    IngredientId,
    OrganisationId,
    PhotoId,
    PlaceId,
    Slug,
    Url,
)


class Award(Part):
    """An award, prize or certificate."""

    id: Slug = field("รหัส", "id")
    name: Label = field("ชื่อรางวัล", "name of the award")
    date: Date | None = field("วันที่หรือปี", "date or year", None)
    by: OrganisationId | None = field("ผู้ให้", "given by", None)


class Producer(Record):
    """A producer. ``confirmed`` is when a source last showed it at work."""

    kind: Annotated[Slug, Term("producer-kinds")] = field("ประเภท", "kind")
    place: Annotated[PlaceId | None, CLAIM] = field("ตำบลหรืออำเภอ", "tambon or district", None)
    location: Text | None = field("ที่ตั้ง", "where it is", None)
    coordinates: Annotated[Coordinates | None, CLAIM] = field("พิกัด", "point on the map", None)
    organisation: Annotated[OrganisationId | None, CLAIM] = field("นิติบุคคลหรือองค์กร", "company or body", None)
    desserts: Annotated[tuple[DessertId, ...], CLAIM] = field("ขนมที่ทำหรือขาย", "desserts made or sold", ())
    ingredients: Annotated[tuple[IngredientId, ...], CLAIM] = field(
        "วัตถุดิบที่ผลิตหรือขาย", "ingredients made or sold", ()
    )
    since: Annotated[Date | None, CLAIM] = field("เริ่มเมื่อ", "since", None)
    story: tuple[Passage, ...] = field("เรื่องราว", "story", ())
    awards: Annotated[tuple[Award, ...], CLAIM] = field("รางวัลและการรับรอง", "awards and certificates", ())
    website: Url | None = field("เว็บไซต์", "website", None)
    visiting: Text | None = field("การเข้าชม", "visiting", None)
    status: Annotated[Literal["active", "unconfirmed", "closed"], CLAIM] = field("สถานภาพ", "status")
    confirmed: Annotated[Date | None, CLAIM] = field("ยืนยันครั้งสุดท้าย", "last confirmed", None)
    criteria: tuple[Criterion, ...] = field("เกณฑ์ของยูเนสโกที่สนับสนุน", "UNESCO criteria it supports", ())
    photos: tuple[PhotoId, ...] = field("ภาพถ่าย", "photos", ())
