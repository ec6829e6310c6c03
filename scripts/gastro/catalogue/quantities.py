"""Amounts for the kitchen: in metric, worked out from the units' own factors; as a cook writes them; and
how much a vessel holds beside another.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from gastro.catalogue.catalogue import Catalogue
from gastro.records.desserts import Dessert
from gastro.records.recipes import Quantity, Recipe, VesselSize
from gastro.records.values import parse_amount

Measure = Literal["weighed", "spoon", "counted", "whole", "loose"]
"""How a unit is written when it is scaled: decimals; cups and spoons in fractions; things that can be halved;
things that cannot; and what is too loose to be scaled at all."""

_SIGNS = {
    "1/2": "½",
    "1/3": "⅓",
    "2/3": "⅔",
    "1/4": "¼",
    "3/4": "¾",
    "1/8": "⅛",
}
_FRACTION = re.compile(r"(?:(?P<whole>\d+) )?(?P<part>\d+/\d+)")
_METRIC = ("gram", "kilogram", "millilitre", "litre")
_WHOLE = ("drop",)
_LOOSE = ("pinch",)
_BAKED = "baked"
_BAKING = "op"


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


@dataclass(frozen=True, slots=True)
class KitchenUnit:
    """A unit as it is written and turned: ``factor`` times ``metric`` (id of a unit), where it can be turned.

    ``is_metric`` says that the unit is metric itself.
    """

    id: str
    measure: Measure
    metric: str
    factor: Fraction
    is_metric: bool


def bounds(amount: str) -> tuple[Fraction, Fraction]:
    """The least and the most that an amount says; the same number twice where it is no range."""
    parts = [parse_amount(part.strip()) for part in amount.split("-")]
    numbers = [part for part in parts if part is not None]
    return numbers[0], numbers[-1]


def written(amount: str) -> str:
    """An amount as a cook writes it: ``1 ½`` for ``1 1/2``, ``4–5`` for ``4-5``."""
    ends = (_FRACTION.sub(_sign, part.strip()) for part in amount.split("-"))
    return "–".join(ends)


def _sign(match: re.Match[str]) -> str:
    part = _SIGNS.get(match["part"], match["part"])
    return f"{match['whole']}\u00a0{part}" if match["whole"] else part


def kitchen_units(catalogue: Catalogue, recipe: Recipe) -> list[KitchenUnit]:
    """The units that the amounts of a recipe may be written in: its own, those they are turned into, and
    cups and spoons, which give way to one another.
    """
    quantities = [line.quantity for group in recipe.ingredients for line in group.lines if line.quantity]
    if recipe.makes_amount and recipe.makes_amount.quantity:
        quantities.append(recipe.makes_amount.quantity)
    used = {quantity.unit for quantity in quantities}
    units = [_kitchen_unit(catalogue, id) for id in catalogue.vocabularies.get("units", {})]
    turned = {unit.metric for unit in units if unit.id in used}
    spooned = any(unit.measure == "spoon" for unit in units if unit.id in used)
    return [unit for unit in units if unit.id in used | turned or (spooned and unit.measure == "spoon")]


def _kitchen_unit(catalogue: Catalogue, id: str) -> KitchenUnit:
    turned = catalogue.vocabularies["units"][id].metric
    measure: Measure = "counted"
    if id in _LOOSE or id in _WHOLE:
        measure = "loose" if id in _LOOSE else "whole"
    elif turned is not None:
        measure = "weighed" if id in _METRIC or turned.unit == "gram" else "spoon"
    factor = Fraction(turned.factor) if turned else Fraction(1)
    return KitchenUnit(id, measure, turned.unit if turned else "", factor, id in _METRIC)


def base_area(size: VesselSize) -> float:
    """Area of the base of a vessel, in square centimetres; the middle where a side is given as a range."""
    length = sum(bounds(size.length)) / 2
    width = sum(bounds(size.width)) / 2 if size.width else length
    return float(length * width) * (math.pi / 4 if size.shape == "round" else 1)


def fills_a_tray(catalogue: Catalogue, recipe: Recipe) -> bool:
    """Whether the recipe bakes a sweet, so that the size of the tray decides how much of it to make.

    Wafers are counted among baked sweets too, but are made in irons: the recipe itself must bake, or state
    the size of its vessel.
    """
    desserts = (catalogue.record(Dessert, "desserts", made.dessert) for made in recipe.makes)
    sized = recipe.makes_amount is not None and recipe.makes_amount.vessel_size is not None
    return any(_BAKED in dessert.categories for dessert in desserts) and (
        sized or _BAKING in recipe.techniques
    )


def metric(catalogue: Catalogue, quantity: Quantity) -> MetricQuantity | None:
    """The quantity in metric; None where the unit is metric already or cannot be turned."""
    term = catalogue.vocabularies.get("units", {}).get(quantity.unit)
    if term is None or term.metric is None or quantity.unit in _metric_units(catalogue):
        return None
    factor = Fraction(term.metric.factor)
    low, high = bounds(quantity.amount)
    return MetricQuantity(low * factor, high * factor, term.metric.unit)


def conversions(catalogue: Catalogue, recipe: Recipe) -> list[tuple[str, MetricQuantity]]:
    """What one of each unit of a recipe is in metric, for those units that are turned."""
    lines = [line for group in recipe.ingredients for line in group.lines if line.quantity]
    units = dict.fromkeys(line.quantity.unit for line in lines if line.quantity)
    ones = [(unit, metric(catalogue, Quantity(amount="1", unit=unit))) for unit in units]
    return [(unit, one) for unit, one in ones if one is not None]


def _metric_units(catalogue: Catalogue) -> set[str]:
    """Units that are metric themselves: those others are turned into, and their multiples."""
    units = catalogue.vocabularies.get("units", {})
    return {id for id, term in units.items() if term.metric and id in _METRIC}


def _rounded(number: Fraction) -> str:
    if number >= 10:
        return str(int(number + Fraction(1, 2)))
    return f"{float(number):.2g}"
