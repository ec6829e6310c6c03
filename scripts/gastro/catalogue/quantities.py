"""Amounts in metric, worked out from the units' own factors."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from gastro.catalogue.catalogue import Catalogue
from gastro.records.recipes import Quantity, Recipe
from gastro.records.values import parse_amount


@dataclass(frozen=True, slots=True)
class MetricQuantity:
    """An amount, or a range, in a metric unit (id of the vocabulary of units)."""

    low: Fraction
    high: Fraction
    unit: str

    @property
    def shown(self) -> str:
        """The number to read: whole from 10 up, else with two digits at most."""
        low, high = _rounded(self.low), _rounded(self.high)
        return low if low == high else f"{low}–{high}"


def metric(catalogue: Catalogue, quantity: Quantity) -> MetricQuantity | None:
    """The quantity in metric; None where the unit is metric already or cannot be turned."""
    term = catalogue.vocabularies.get("units", {}).get(quantity.unit)
    if term is None or term.metric is None or quantity.unit in _metric_units(catalogue):
        return None
    factor = Fraction(term.metric.factor)
    parts = [parse_amount(part.strip()) for part in quantity.amount.split("-")]
    numbers = [part * factor for part in parts if part is not None]
    return MetricQuantity(numbers[0], numbers[-1], term.metric.unit)


def conversions(catalogue: Catalogue, recipe: Recipe) -> list[tuple[str, MetricQuantity]]:
    """What one of each unit of a recipe is in metric, for those units that are turned."""
    lines = [line for group in recipe.ingredients for line in group.lines if line.quantity]
    units = dict.fromkeys(line.quantity.unit for line in lines if line.quantity)
    ones = [(unit, metric(catalogue, Quantity(amount="1", unit=unit))) for unit in units]
    return [(unit, one) for unit, one in ones if one is not None]


def _metric_units(catalogue: Catalogue) -> set[str]:
    """Units that are metric themselves: those others are turned into, and their multiples."""
    units = catalogue.vocabularies.get("units", {})
    return {
        id for id, term in units.items() if term.metric and id in ("gram", "kilogram", "millilitre", "litre")
    }


def _rounded(number: Fraction) -> str:
    if number >= 10:
        return str(int(number + Fraction(1, 2)))
    return f"{float(number):.2g}"
