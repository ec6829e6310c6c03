"""Desserts: the sweets of Phetchaburi, and the few savoury foods that belong beside them."""

from __future__ import annotations

from typing import Annotated, Literal

from gastro.records.base import Label, Part, Passage, Record, Standard, Text, field
from gastro.records.markers import CLAIM, Term
from gastro.records.values import Category, Criterion, IngredientId, Month, PhotoId, PlaceId, Slug


class Variety(Part):
    """A kind of the sweet, such as taro or mung bean."""

    id: Slug = field("รหัส", "id")
    name: Label = field("ชื่อชนิด", "name of the kind")
    text: Text | None = field("คำอธิบาย", "explanation", None)


class Use(Part):
    """An ingredient of the sweet, and whether every version has it."""

    ingredient: IngredientId = field("รหัสวัตถุดิบ", "id of the ingredient")
    presence: Literal["always", "some-versions"] = field(
        "มีเสมอ หรือบางสูตร", "in every version, or in some", "always"
    )
    note: Label | None = field("หมายเหตุ", "note", None)


class Dessert(Record):
    """A sweet. Allergens are derived from the ingredients and are never typed here."""

    gloss: Label = field("คำอธิบายสั้น ๆ ว่าคือขนมอะไร", "what it is, in a few words")
    categories: tuple[Category, ...] = field("หมวด", "categories")
    tie: Annotated[Slug, Term("ties"), CLAIM] = field(
        "ความผูกพันกับเพชรบุรี", "strength of the tie to Phetchaburi"
    )
    story: tuple[Passage, ...] = field("เรื่องราว", "story", ())
    tradition: tuple[Passage, ...] = field("เรื่องเล่าสืบกันมา", "what tradition tells", ())
    varieties: Annotated[tuple[Variety, ...], CLAIM] = field("ชนิด", "kinds", ())
    texture: Text | None = field("เนื้อและรส", "texture and taste", None)
    occasions: Text | None = field("โอกาสที่ทำหรือกิน", "occasions", None)
    season: Annotated[tuple[Month, ...], CLAIM] = field("เดือนที่มี (1–12)", "months it is made (1–12)", ())
    season_note: Text | None = field("คำอธิบายฤดูกาล", "about the season", None)
    found_at: Annotated[tuple[PlaceId, ...], CLAIM] = field("สถานที่ที่พบ", "places where it is found", ())
    where: Text | None = field("หาได้ที่ไหน", "where to find it", None)
    ingredients: Annotated[tuple[Use, ...], CLAIM] = field("วัตถุดิบหลัก", "main ingredients", ())
    ingredients_complete: Literal["complete", "incomplete"] = field(
        "รายการวัตถุดิบครบหรือไม่", "whether the list of ingredients is complete", "incomplete"
    )
    standards: Annotated[tuple[Standard, ...], CLAIM] = field(
        "การขึ้นทะเบียน มาตรฐาน", "registrations and standards", ()
    )
    criteria: tuple[Criterion, ...] = field("เกณฑ์ของยูเนสโกที่สนับสนุน", "UNESCO criteria it supports", ())
    photos: tuple[PhotoId, ...] = field("ภาพถ่าย", "photos", ())
