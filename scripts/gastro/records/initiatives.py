"""Initiatives: what was promised or reported to UNESCO, under one key from plan to report."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from gastro.records.base import Label, Part, Passage, Record, Text, field
from gastro.records.markers import CLAIM, Term
from gastro.records.values import Criterion, Date, EventId, Number, OrganisationId, OutcomeId, Slug


class BudgetLine(Part):
    """One line of the budget, in baht unless another currency is named."""

    id: Slug = field("รหัส", "id")
    name: Label = field("รายการ", "item")
    amount: Number = field("จำนวนเงิน", "amount")
    currency: Literal["THB", "USD", "EUR"] = field("สกุลเงิน", "currency", "THB")
    year: Date | None = field("ปี", "year", None)


class LogEntry(Passage):
    """What happened in a year, where no event of the catalogue tells it."""

    date: Date = field("วันที่หรือปี", "day, month or year")


class Initiative(Record):
    """An initiative. Its id is the key that stays the same through plan, log and report."""

    level: Literal["local", "international"] = field("ระดับ", "level")
    stage: Literal["planned", "running", "finished", "dropped"] = field("ขั้น", "stage")
    date: Annotated[Date | None, CLAIM] = field("ช่วงเวลา", "period", None)
    objectives: tuple[Passage, ...] = field("วัตถุประสงค์", "objectives", ())
    sdgs: tuple[Annotated[Slug, Term("sdgs")], ...] = field("เป้าหมายการพัฒนาที่ยั่งยืน", "SDGs", ())
    partners: Annotated[tuple[OrganisationId, ...], CLAIM] = field("ภาคี", "partners", ())
    beneficiaries: Text | None = field("ผู้ได้รับประโยชน์", "beneficiaries", None)
    participants: Text | None = field("ผู้เข้าร่วม", "participants", None)
    events: Annotated[tuple[EventId, ...], CLAIM] = field("เหตุการณ์", "events", ())
    outcomes: Annotated[tuple[OutcomeId, ...], CLAIM] = field("ผลวิจัย", "research outcomes", ())
    expected: Text | None = field("ผลที่คาด", "expected result", None)
    actual: Text | None = field("ผลที่เกิดขึ้นจริง", "actual result", None)
    log: tuple[LogEntry, ...] = field("บันทึกทีละปี (นอกจากเหตุการณ์)", "log, year by year, beside the events", ())
    budget: Annotated[tuple[BudgetLine, ...], CLAIM] = field("งบประมาณ", "budget", ())
    criteria: tuple[Criterion, ...] = field("เกณฑ์ของยูเนสโกที่สนับสนุน", "UNESCO criteria it supports", ())

    @property
    def totals(self) -> dict[str, Decimal]:
        """The sum of the budget by currency, in the order of its lines."""
        found: dict[str, Decimal] = {}
        for line in self.budget:
            found[line.currency] = found.get(line.currency, Decimal()) + line.amount
        return found
