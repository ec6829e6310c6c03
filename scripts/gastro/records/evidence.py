"""Evidence: claims put forward for one of the eight criteria, how strong, what is missing."""

from __future__ import annotations

from typing import Literal

from gastro.records.base import Label, Record, field
from gastro.records.values import Criterion, Prose


class Evidence(Record):
    """Evidence. ``claims`` point at claims of records: ``desserts/khanom-tan#story.yeast``."""

    criterion: Criterion = field("เกณฑ์", "criterion")
    claims: tuple[Prose, ...] = field("ข้อความที่อ้าง (ประเภท/รหัส#ช่อง)", "claims it rests on (kind/id#field)")
    scope: Literal["criterion", "piece"] = field(
        "ภาพรวมของเกณฑ์ หรือหลักฐานชิ้นหนึ่ง", "the criterion as a whole, or one piece of evidence", "piece"
    )
    strength: Literal["strong", "fair", "thin"] = field("น้ำหนักของหลักฐาน", "strength")
    missing: tuple[Label, ...] = field("ยังขาดอะไร", "what is still missing", ())
