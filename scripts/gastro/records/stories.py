"""Stories: what is told across records, in sections, cited like everything else."""

from __future__ import annotations

from gastro.records.base import Label, Part, Passage, Record, field
from gastro.records.values import (
    Criterion,
    DessertId,
    EventId,
    IngredientId,
    OutcomeId,
    PhotoId,
    PlaceId,
    ProducerId,
    Slug,
)


class Section(Part):
    """A heading and the paragraphs under it."""

    id: Slug = field("รหัสส่วน ไม่เปลี่ยน", "id of the section; never changes")
    heading: Label = field("หัวเรื่อง", "heading")
    passages: tuple[Passage, ...] = field("ย่อหน้า", "paragraphs")


class Story(Record):
    """A story of the place: the three flavours, the toddy palm, the way to the designation."""

    sections: tuple[Section, ...] = field("ส่วนต่าง ๆ", "sections")
    desserts: tuple[DessertId, ...] = field("ขนมที่กล่าวถึง", "desserts it tells of", ())
    ingredients: tuple[IngredientId, ...] = field("วัตถุดิบที่กล่าวถึง", "ingredients it tells of", ())
    producers: tuple[ProducerId, ...] = field("ผู้ผลิตที่กล่าวถึง", "producers it tells of", ())
    places: tuple[PlaceId, ...] = field("สถานที่ที่กล่าวถึง", "places it tells of", ())
    outcomes: tuple[OutcomeId, ...] = field("ผลวิจัยที่กล่าวถึง", "research outcomes it tells of", ())
    events: tuple[EventId, ...] = field("เหตุการณ์ที่กล่าวถึง", "events it tells of", ())
    criteria: tuple[Criterion, ...] = field("เกณฑ์ของยูเนสโกที่สนับสนุน", "UNESCO criteria it supports", ())
    photos: tuple[PhotoId, ...] = field("ภาพถ่าย", "photos", ())
