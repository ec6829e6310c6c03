"""Initiatives year by year."""

from __future__ import annotations

from pathlib import Path

from gastro.catalogue import load
from gastro.catalogue.initiative_log import initiative_log
from gastro.records.initiatives import Initiative, LogEntry

SAMPLE = Path(__file__).parents[1] / "sample"


def test_events_and_log_come_in_the_order_of_days() -> None:
    catalogue = load(SAMPLE).catalogue
    found = initiative_log(catalogue, ["khrongkan-tua-yang"])
    told = [
        (str(one.date), one.what.id if isinstance(one.what, LogEntry) else one.what.address) for one in found
    ]
    assert told == [("2021-07-05", "events/prachum-tua-yang"), ("2023", "first-lessons")]
    assert {one.initiative.id for one in found} == {"khrongkan-tua-yang"}


def test_a_budget_adds_up_by_currency() -> None:
    catalogue = load(SAMPLE).catalogue
    initiative = catalogue.record(Initiative, "initiatives", "khrongkan-tua-yang")
    assert {currency: str(sum) for currency, sum in initiative.totals.items()} == {"THB": "20000.00"}
