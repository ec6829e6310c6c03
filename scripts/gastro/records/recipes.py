"""Recipes: one source's way of making a sweet, with what it leaves out left out."""

from __future__ import annotations

from typing import Annotated, Literal

from gastro.records.base import Label, Part, Passage, Record, Text, field
from gastro.records.markers import CLAIM
from gastro.records.values import (
    Amount,
    Date,
    DessertId,
    IngredientId,
    PhotoId,
    Prose,
    Slug,
    SourceId,
    Technique,
    Unit,
)


class Makes(Part):
    """A sweet the recipe is for, and as what."""

    dessert: DessertId = field("รหัสขนม", "id of the dessert")
    role: Literal["itself", "base", "part"] = field(
        "เป็นตัวขนมเอง ฐาน หรือส่วนประกอบ", "the sweet itself, a base, or a part of it", "itself"
    )


class Quantity(Part):
    """An amount as the source gives it; the metric value is worked out from the unit."""

    amount: Amount = field("จำนวน เช่น 2, 0.5, 1 1/2, 4-5", "amount, such as 2, 0.5, 1 1/2, 4-5")
    unit: Unit = field("หน่วย", "unit")


class VesselSize(Part):
    """The inside of a tray or tin in centimetres; of a round one ``length`` is the diameter."""

    shape: Literal["round", "rectangular"] = field("รูปทรง กลมหรือสี่เหลี่ยม", "round, or with four sides")
    length: Amount = field("ความยาว ถ้ากลมคือเส้นผ่านศูนย์กลาง (ซม.)", "length, or diameter of a round one, cm")
    width: Amount | None = field(
        "ความกว้าง (ซม.) ถ้าไม่ใส่ถือว่าเท่ากับความยาว", "width, cm; if left out, the same as the length", None
    )
    depth: Amount | None = field("ความลึก (ซม.)", "depth, cm", None)


class Yield(Part):
    """What one batch gives, and what it fills."""

    quantity: Quantity | None = field("จำนวนที่ได้", "amount", None)
    vessel: Label | None = field("ภาชนะ", "vessel", None)
    vessel_size: VesselSize | None = field(
        "ขนาดภาชนะตามที่แหล่งบอก", "size of the vessel, as the source states it", None
    )


class Times(Part):
    """Minutes of work, as the source states them."""

    prepare: Amount | None = field("เวลาเตรียม (นาที)", "preparation, minutes", None)
    cook: Amount | None = field("เวลาปรุง (นาที)", "cooking, minutes", None)
    rest: Amount | None = field("เวลาพัก (นาที)", "resting, minutes", None)


class Line(Part):
    """One ingredient of a group. No quantity means the source does not state it."""

    id: Slug | None = field("รหัสบรรทัด (เมื่อวัตถุดิบซ้ำ)", "id of the line, when an ingredient repeats", None)
    ingredient: IngredientId = field("รหัสวัตถุดิบ", "id of the ingredient")
    quantity: Quantity | None = field("ปริมาณตามแหล่ง", "quantity as in the source", None)
    presence: Literal["always", "optional", "alternative"] = field(
        "ใส่เสมอ ใส่หรือไม่ก็ได้ หรือใช้แทนกัน", "always, optional, or one of several", "always"
    )
    note: Label | None = field("หมายเหตุ เช่น สับ บด", "note, such as chopped", None)


class Group(Part):
    """Ingredients that belong together, such as those for the topping."""

    id: Slug = field("รหัส", "id")
    name: Label | None = field("ชื่อกลุ่ม เช่น สำหรับหน้า", "name of the group, such as “for the topping”", None)
    lines: tuple[Line, ...] = field("รายการวัตถุดิบ", "ingredients")


class Step(Part):
    """One step, in our own words; its source stands in the sources map under ``steps``."""

    id: Slug = field("รหัสขั้นตอน ไม่เปลี่ยน", "id of the step; never changes")
    th: Prose = field("ขั้นตอนภาษาไทย", "the step in Thai")
    en: Prose = field("ขั้นตอนภาษาอังกฤษ", "the step in English")
    minutes: Amount | None = field("เวลา (นาที)", "time, minutes", None)
    celsius: Amount | None = field("อุณหภูมิ (องศาเซลเซียส)", "temperature, degrees Celsius", None)


class Recipe(Record):
    """A recipe as one source gives it, with other sources' differences beside it."""

    makes: tuple[Makes, ...] = field("เป็นสูตรของขนมใด", "which desserts it makes")
    source: SourceId = field("แหล่งของสูตร", "source of the recipe")
    author: Label | None = field("ผู้เขียนหรือหน่วยงานเจ้าของสูตร", "author or body of the recipe", None)
    published: Annotated[Date | None, CLAIM] = field("วันที่เผยแพร่", "date of publication", None)
    region: Annotated[Literal["phetchaburi", "general"], CLAIM] = field(
        "สูตรของเพชรบุรี หรือสูตรทั่วไป", "a recipe of Phetchaburi, or a general Thai one"
    )
    completeness: Literal["complete", "ingredients-only", "partial"] = field(
        "สูตรที่อ่านได้ครบหรือไม่", "how much of the recipe could be read"
    )
    makes_amount: Annotated[Yield | None, CLAIM] = field("ได้เท่าไร", "what it yields", None)
    times: Annotated[Times | None, CLAIM] = field("เวลา", "times", None)
    difficulty: Literal["easy", "medium", "hard"] | None = field(
        "ความยาก (กองบรรณาธิการให้)", "difficulty, as the editors see it", None
    )
    techniques: tuple[Technique, ...] = field("เทคนิค", "techniques", ())
    ingredients: Annotated[tuple[Group, ...], CLAIM] = field("วัตถุดิบเป็นกลุ่ม", "ingredients in groups")
    steps: Annotated[tuple[Step, ...], CLAIM] = field("ขั้นตอน", "steps", ())
    equipment: Annotated[tuple[Label, ...], CLAIM] = field("อุปกรณ์", "equipment", ())
    left_out: tuple[Label, ...] = field("สิ่งที่แหล่งไม่ได้บอก", "what the source does not say", ())
    differences: tuple[Passage, ...] = field("ที่แหล่งอื่นต่างออกไป", "where other sources differ", ())
    notes: tuple[Passage, ...] = field("หมายเหตุ", "notes", ())
    storage: Text | None = field("การเก็บรักษา", "keeping", None)
    photos: tuple[PhotoId, ...] = field("ภาพถ่าย", "photos", ())
