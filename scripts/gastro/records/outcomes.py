"""Research outcomes: projects and what came of them."""

from __future__ import annotations

from typing import Annotated

from gastro.records.base import Label, Part, Passage, Record, field
from gastro.records.markers import CLAIM, Term
from gastro.records.values import (
    Criterion,
    Date,
    DessertId,
    EventId,
    Goal,
    IngredientId,
    OrganisationId,
    OutcomeId,
    PlaceId,
    ProducerId,
    Prose,
    Slug,
    Url,
)


class Person(Part):
    """A person in a public role."""

    id: Slug = field("รหัส", "id")
    name: Label = field("ชื่อ", "name")
    role: Label = field("บทบาทต่อสาธารณะ", "public role")
    organisation: OrganisationId | None = field("สังกัด", "organisation", None)


class Publication(Part):
    """Where the finding was published."""

    title: Prose = field("ชื่อบทความตามที่พิมพ์", "title as printed")
    journal: Prose | None = field("วารสาร", "journal", None)
    issue: Prose | None = field("ปีที่ ฉบับที่ หน้า", "volume, issue, pages", None)
    doi: Prose | None = field("ดีโอไอ", "DOI", None)
    url: Url | None = field("ที่อยู่เว็บ", "address", None)


class Outcome(Record):
    """A project, product, technology, training, publication, award or platform."""

    kind: Annotated[Slug, Term("outcome-kinds")] = field("ประเภท", "kind")
    part_of: Annotated[OutcomeId | None, CLAIM] = field("อยู่ในชุดโครงการ", "project set it belongs to", None)
    institutions: Annotated[tuple[OrganisationId, ...], CLAIM] = field("สถาบัน", "institutions", ())
    people: Annotated[tuple[Person, ...], CLAIM] = field(
        "บุคคลในบทบาทสาธารณะ", "people in their public role", ()
    )
    funders: Annotated[tuple[OrganisationId, ...], CLAIM] = field("ผู้ให้ทุน", "funders", ())
    date: Annotated[Date | None, CLAIM] = field("ปีหรือช่วงเวลา", "year or period", None)
    places: Annotated[tuple[PlaceId, ...], CLAIM] = field("พื้นที่", "places", ())
    desserts: Annotated[tuple[DessertId, ...], CLAIM] = field("ขนมที่เกี่ยวข้อง", "desserts it touches", ())
    ingredients: Annotated[tuple[IngredientId, ...], CLAIM] = field(
        "วัตถุดิบที่เกี่ยวข้อง", "ingredients it touches", ()
    )
    producers: Annotated[tuple[ProducerId, ...], CLAIM] = field("ผู้ผลิตที่เกี่ยวข้อง", "producers it touches", ())
    events: Annotated[tuple[EventId, ...], CLAIM] = field("เหตุการณ์ที่เกี่ยวข้อง", "events it belongs to", ())
    finding: tuple[Passage, ...] = field("ผลที่ได้", "what was found or made", ())
    publication: Annotated[Publication | None, CLAIM] = field("สิ่งพิมพ์", "publication", None)
    goals: Annotated[tuple[Goal, ...], CLAIM] = field(
        "เป้าหมายแผนพัฒนาจังหวัด", "goals of the provincial plan it serves", ()
    )
    criteria: tuple[Criterion, ...] = field("เกณฑ์ของยูเนสโกที่สนับสนุน", "UNESCO criteria it supports", ())
