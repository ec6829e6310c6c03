"""Illustrations: a drawing made for one record; the SVG of the same name lies beside it."""

from __future__ import annotations

from typing import Annotated

from gastro.records.base import Label, Part, field
from gastro.records.markers import ADDRESS
from gastro.records.values import Prose, Slug


class Illustration(Part):
    """A drawing. It is shown where a record has no photo, under the licence of our texts."""

    id: Slug | None = field(
        "ไม่ต้องใส่ (ถ้าใส่ต้องตรงกับชื่อไฟล์)", "not needed; if given, it equals the file name", None
    )
    of: Annotated[Prose, ADDRESS] = field("ภาพของระเบียนใด (ประเภท/รหัส)", "record it shows (kind/id)")
    alt: Label = field("คำบรรยายแทนภาพ", "what the picture shows, for those who cannot see it")
