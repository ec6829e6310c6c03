"""Events: meetings, festivals, contests and decisions, once or every year."""

from __future__ import annotations

from typing import Annotated

from gastro.records.base import Passage, Record, Text, field
from gastro.records.markers import CLAIM, Term
from gastro.records.outcomes import Person
from gastro.records.values import (
    Criterion,
    Date,
    DessertId,
    OrganisationId,
    OutcomeId,
    PlaceId,
    ProducerId,
    Prose,
    Slug,
    Whole,
)


class Event(Record):
    """An event. ``date`` is left out for what happens every year on no fixed day."""

    kind: Annotated[Slug, Term("event-kinds")] = field("ประเภท", "kind")
    date: Annotated[Date | None, CLAIM] = field("วันที่หรือช่วงเวลา", "date or period", None)
    edition: Annotated[Whole | None, CLAIM] = field("ครั้งที่", "edition", None)
    yearly: Annotated[Prose | None, CLAIM] = field(
        "วันประจำปี เช่น 04-18", "day of the year it returns, such as 04-18", None
    )
    organisers: Annotated[tuple[OrganisationId, ...], CLAIM] = field("ผู้จัด", "organisers", ())
    attended_by: Annotated[tuple[OrganisationId, ...], CLAIM] = field(
        "องค์กรที่เข้าร่วม", "organisations that took part", ()
    )
    producers: Annotated[tuple[ProducerId, ...], CLAIM] = field("ผู้ผลิตที่เข้าร่วม", "producers that took part", ())
    people: Annotated[tuple[Person, ...], CLAIM] = field(
        "บุคคลในบทบาทสาธารณะ", "people in their public role", ()
    )
    places: Annotated[tuple[PlaceId, ...], CLAIM] = field("สถานที่", "places", ())
    outcomes: Annotated[tuple[OutcomeId, ...], CLAIM] = field(
        "ผลวิจัยที่นำเสนอ", "research outcomes presented", ()
    )
    desserts: Annotated[tuple[DessertId, ...], CLAIM] = field("ขนมที่เกี่ยวข้อง", "desserts it touches", ())
    reach: Text | None = field("ผู้เข้าร่วมและขอบเขต", "reach", None)
    story: tuple[Passage, ...] = field("เรื่องราว", "story", ())
    criteria: tuple[Criterion, ...] = field("เกณฑ์ของยูเนสโกที่สนับสนุน", "UNESCO criteria it supports", ())
