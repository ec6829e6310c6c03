"""Ingredients: what the sweets are made of, where it grows and when."""

from __future__ import annotations

from typing import Annotated, Literal

from gastro.records.base import Label, Part, Passage, Record, Standard, Text, field
from gastro.records.markers import CLAIM, Term
from gastro.records.values import Allergen, Criterion, IngredientId, Month, PhotoId, PlaceId, Prose, Slug


class Carries(Part):
    """An allergen the ingredient contains, or may contain."""

    allergen: Allergen = field("สารก่อภูมิแพ้", "allergen")
    presence: Literal["contains", "may-contain"] = field("มี หรืออาจมี", "contains, or may contain", "contains")
    note: Label | None = field("เหตุผล", "why", None)


class Ingredient(Record):
    """An ingredient. ``allergens: []`` means none; leaving it out means unknown."""

    gloss: Label | None = field("คำอธิบายสั้น", "what it is, in a few words", None)
    category: Annotated[Slug, Term("ingredient-categories")] = field("หมวด", "category")
    latin_name: Annotated[Prose | None, CLAIM] = field("ชื่อวิทยาศาสตร์", "Latin name", None)
    made_from: tuple[IngredientId, ...] = field("ได้จากวัตถุดิบใด", "ingredients it comes from", ())
    season: Annotated[tuple[Month, ...], CLAIM] = field("เดือนที่มี (1–12)", "months of the season (1–12)", ())
    season_note: Text | None = field("คำอธิบายฤดูกาล", "about the season", None)
    grown_in: Annotated[tuple[PlaceId, ...], CLAIM] = field("แหล่งปลูกหรือผลิต", "where it is grown or made", ())
    standards: Annotated[tuple[Standard, ...], CLAIM] = field(
        "จีไอ การขึ้นทะเบียน", "GI and other registrations", ()
    )
    allergens: tuple[Carries, ...] | None = field(
        "สารก่อภูมิแพ้ ([] = ไม่มี ไม่ใส่ = ไม่ทราบ)", "allergens ([] = none, left out = unknown)", None
    )
    story: tuple[Passage, ...] = field("เรื่องราว", "story", ())
    criteria: tuple[Criterion, ...] = field("เกณฑ์ของยูเนสโกที่สนับสนุน", "UNESCO criteria it supports", ())
    photos: tuple[PhotoId, ...] = field("ภาพถ่าย", "photos", ())
