"""Consent: what a person allowed, for which use, until when. Never in this repository.

Consents lie in a private folder outside version control and are read with ``--private``.
The value they cover (a phone number, a map point) lies there with them.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from gastro.records.base import Label, Part, field
from gastro.records.values import Date, Prose, Slug

ConsentUse = Literal["public-web", "dossier", "print"]


class Grant(Part):
    """One entry of the history: given for one use, until a day, perhaps withdrawn."""

    use: ConsentUse = field("ใช้ที่ไหน", "for which use")
    given: Date = field("ให้เมื่อ", "given on")
    by: Prose = field("ผู้ให้ความยินยอม", "given by")
    how: Label = field("ให้อย่างไร", "how it was given")
    until: Date | None = field("ถึงเมื่อ", "until", None)
    withdrawn: Date | None = field("ถอนเมื่อ", "withdrawn on", None)

    def covers(self, use: ConsentUse, day: date) -> bool:
        """Whether the grant allows ``use`` on ``day``."""
        return (
            self.use == use
            and self.given.start.first_day <= day
            and (self.until is None or day <= self.until.end.last_day)
            and (self.withdrawn is None or day < self.withdrawn.start.first_day)
        )


class Consent(Part):
    """Consent for one item of one record."""

    id: Slug | None = field(
        "ไม่ต้องใส่ (ถ้าใส่ต้องตรงกับชื่อไฟล์)", "not needed; if given, it equals the file name", None
    )
    record: Prose = field("ระเบียนที่เกี่ยวข้อง (ประเภท/รหัส)", "record it concerns (kind/id)")
    item: Literal["name", "phone", "map-point", "photo", "recipe", "knowledge"] = field("สิ่งที่ยินยอม", "item")
    value: Label | None = field("ค่าที่จะเผยแพร่", "the value to publish", None)
    grants: tuple[Grant, ...] = field("ประวัติความยินยอม", "history of grants")

    def allows(self, use: ConsentUse, day: date) -> bool:
        """Whether any grant covers ``use`` on ``day``."""
        return any(grant.covers(use, day) for grant in self.grants)
