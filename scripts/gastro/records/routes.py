"""Routes: day trips by district or theme, put together by the editors from sourced facts."""

from __future__ import annotations

from typing import Annotated

from gastro.records.base import Label, Part, Record, Text, field
from gastro.records.markers import CLAIM
from gastro.records.values import Criterion, DessertId, Month, PhotoId, PlaceId, ProducerId, Slug


class Stop(Part):
    """A stop: one place or one producer, and what is to be seen and eaten there."""

    id: Slug = field("รหัสจุดแวะ ไม่เปลี่ยน", "id of the stop; never changes")
    place: PlaceId | None = field("สถานที่ (ใส่ place หรือ producer อย่างเดียว)", "place, or else a producer", None)
    producer: ProducerId | None = field("ผู้ผลิต", "producer, or else a place", None)
    text: Text | None = field("มีอะไรให้ดูและชิม", "what is there to see and eat", None)
    desserts: tuple[DessertId, ...] = field("ขนมที่ควรมองหา", "desserts to look for", ())

    @property
    def address(self) -> str:
        """Address of the record the stop is at."""
        return f"producers/{self.producer}" if self.producer else f"places/{self.place}"


class Route(Record):
    """A day trip. The order of the stops is the editors'; what is said of them is sourced."""

    theme: Label | None = field("แนวเรื่อง", "theme, in a short phrase", None)
    stops: Annotated[tuple[Stop, ...], CLAIM] = field("จุดแวะตามลำดับ", "stops, in order")
    districts: tuple[PlaceId, ...] = field("อำเภอที่ผ่าน", "districts it passes", ())
    season: Annotated[tuple[Month, ...], CLAIM] = field("เดือนที่เหมาะ (1–12)", "months it suits (1–12)", ())
    criteria: tuple[Criterion, ...] = field("เกณฑ์ของยูเนสโกที่สนับสนุน", "UNESCO criteria it supports", ())
    photos: tuple[PhotoId, ...] = field("ภาพถ่าย", "photos", ())
