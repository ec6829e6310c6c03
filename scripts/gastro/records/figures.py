"""Figures: a number with its unit, year, area, source and method, said once."""

from __future__ import annotations

from typing import Annotated, Literal

from gastro.records.base import Label, Record, Text, field
from gastro.records.markers import CLAIM
from gastro.records.values import Criterion, Date, Number, PlaceId


class Figure(Record):
    """A figure. Texts refer to it, so that one edit changes every page."""

    value: Annotated[Number, CLAIM] = field("ค่า", "value")
    unit: Label = field("หน่วย", "unit")
    date: Annotated[Date | None, CLAIM] = field("ปีหรือช่วงเวลาของข้อมูล", "year or period of the data", None)
    area: Annotated[PlaceId | None, CLAIM] = field("พื้นที่", "area", None)
    quality: Literal["counted", "estimated", "forecast", "target"] = field(
        "นับ ประมาณ คาดการณ์ หรือเป้าหมาย", "counted, estimated, forecast or target"
    )
    method: Text | None = field("วิธีได้มา", "method", None)
    caution: Text | None = field("ข้อควรระวัง", "caution", None)
    criteria: tuple[Criterion, ...] = field("เกณฑ์ของยูเนสโกที่สนับสนุน", "UNESCO criteria it supports", ())
