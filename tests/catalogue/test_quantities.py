"""Amounts in metric: exact inside, rounded only to be read."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gastro.catalogue import Catalogue
from gastro.catalogue.quantities import MetricQuantity, base_area, bounds, metric, written
from gastro.records.recipes import Quantity, VesselSize

UNITS = """\
name: {th: หน่วย, en: Units}
terms:
  - {id: gram, label: {th: กรัม, en: g}, metric: {unit: gram, factor: 1}}
  - {id: kilogram, label: {th: กิโลกรัม, en: kg}, metric: {unit: gram, factor: 1000}}
  - {id: millilitre, label: {th: มิลลิลิตร, en: ml}, metric: {unit: millilitre, factor: 1}}
  - {id: litre, label: {th: ลิตร, en: l}, metric: {unit: millilitre, factor: 1000}}
  - {id: cup, label: {th: ถ้วย, en: cup}, metric: {unit: millilitre, factor: 240}}
  - {id: teaspoon, label: {th: ช้อนชา, en: tsp}, metric: {unit: millilitre, factor: 5}}
  - {id: ounce, label: {th: ออนซ์, en: oz}, metric: {unit: gram, factor: 28.35}}
  - {id: piece, label: {th: ชิ้น, en: piece}}
"""


@pytest.fixture
def units(catalogue_of: Callable[[Mapping[str, str]], Catalogue]) -> Catalogue:
    return catalogue_of({"vocabulary/units.yml": UNITS})


def quantity(amount: str, unit: str) -> Quantity:
    return Quantity.model_validate({"amount": amount, "unit": unit})


@pytest.mark.parametrize(
    ("amount", "unit", "low", "high", "metric_unit"),
    [
        ("2", "cup", Fraction(480), Fraction(480), "millilitre"),
        ("1 1/2", "cup", Fraction(360), Fraction(360), "millilitre"),
        ("1/3", "cup", Fraction(80), Fraction(80), "millilitre"),
        ("0.25", "teaspoon", Fraction(5, 4), Fraction(5, 4), "millilitre"),
        ("4-5", "ounce", Fraction("113.4"), Fraction("141.75"), "gram"),
        ("1/2 - 1 1/2", "teaspoon", Fraction(5, 2), Fraction(15, 2), "millilitre"),
        ("0", "cup", Fraction(0), Fraction(0), "millilitre"),
    ],
)
def test_amounts_are_turned_exactly(
    units: Catalogue, amount: str, unit: str, low: Fraction, high: Fraction, metric_unit: str
) -> None:
    assert metric(units, quantity(amount, unit)) == MetricQuantity(low, high, metric_unit)


@pytest.mark.parametrize("unit", ["gram", "kilogram", "millilitre", "litre", "piece", "no-such-unit"])
def test_what_is_metric_or_has_no_measure_stays(units: Catalogue, unit: str) -> None:
    assert metric(units, quantity("2", unit)) is None


@pytest.mark.parametrize(
    ("low", "high", "shown"),
    [
        ("480", "480", "480"),
        ("141.75", "141.75", "142"),
        ("10", "10", "10"),
        ("9.94", "9.94", "9.9"),
        ("9.96", "9.96", "10"),
        ("5", "5", "5"),
        ("1.25", "1.25", "1.2"),
        ("0.625", "0.625", "0.62"),
        ("113.4", "141.75", "113–142"),
        ("2.5", "7.5", "2.5–7.5"),
        ("100.1", "100.2", "100"),
    ],
)
def test_numbers_are_rounded_to_be_read(low: str, high: str, shown: str) -> None:
    assert MetricQuantity(Fraction(low), Fraction(high), "gram").shown == shown


@given(st.fractions(min_value=0, max_value=100_000))
def test_a_rounded_number_is_near(number: Fraction) -> None:
    shown = Fraction(MetricQuantity(number, number, "gram").shown)
    assert abs(shown - number) <= (Fraction(1, 2) if number >= 10 else Fraction(1, 20))


def test_the_units_of_the_project_can_all_be_turned(
    catalogue_of: Callable[[Mapping[str, str]], Catalogue],
) -> None:
    catalogue = catalogue_of({})
    units = catalogue.vocabularies["units"]
    for id, term in units.items():
        turned = metric(catalogue, quantity("1", id))
        if turned is not None:
            assert term.metric is not None
            assert (turned.low, turned.unit) == (Fraction(term.metric.factor), term.metric.unit)
            assert turned.unit in units
    assert metric(catalogue, quantity("1", "cup")) == MetricQuantity(
        Fraction(240), Fraction(240), "millilitre"
    )


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        ("2", "2"),
        ("1/2", "½"),
        ("1 1/2", "1\u00a0½"),
        ("2 2/3", "2\u00a0⅔"),
        ("5/7", "5/7"),
        ("0.5", "0.5"),
        ("4-5", "4–5"),
        ("1/2 - 1 1/4", "½–1\u00a0¼"),
    ],
)
def test_amounts_are_written_as_a_cook_writes_them(amount: str, words: str) -> None:
    assert written(amount) == words


@pytest.mark.parametrize(
    ("amount", "low", "high"),
    [("2", "2", "2"), ("1 1/2", "3/2", "3/2"), ("4-5", "4", "5"), ("1/2 - 0.75", "1/2", "3/4")],
)
def test_an_amount_has_a_least_and_a_most(amount: str, low: str, high: str) -> None:
    assert bounds(amount) == (Fraction(low), Fraction(high))


@pytest.mark.parametrize(
    ("size", "area"),
    [
        ({"shape": "rectangular", "length": "20"}, 400),
        ({"shape": "rectangular", "length": "20", "width": "30"}, 600),
        ({"shape": "round", "length": "20"}, 100 * math.pi),
        ({"shape": "round", "length": "20-22"}, 21 * 21 * math.pi / 4),
    ],
)
def test_the_base_of_a_vessel_has_an_area(size: dict[str, str], area: float) -> None:
    assert base_area(VesselSize.model_validate(size)) == pytest.approx(area)
