"""Exceptions to rules: kept as data, each with its reason."""

from __future__ import annotations

from gastro.records.base import Label, Part, field
from gastro.records.values import Prose, Slug


class Exemption(Part):
    """One problem that is meant to be: its code, its file, perhaps its field."""

    code: Slug = field("รหัสปัญหา", "code of the problem")
    path: Prose = field("ไฟล์ เช่น places/x.yml", "file, such as places/x.yml")
    reason: Label = field("เหตุผล", "reason")
    field: Prose | None = field("ช่อง", "field", None)


class Exceptions(Part):
    """The file ``exceptions.yml``."""

    exceptions: tuple[Exemption, ...] = field("ข้อยกเว้น", "exceptions")
