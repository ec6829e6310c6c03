"""What a recipe's page needs for the kitchen: amounts as a cook writes them, and the numbers beside them.

The numbers stand in the page as ``data-`` attributes; the browser scales them.
"""

from __future__ import annotations

import html
import json
import re
from dataclasses import dataclass
from fractions import Fraction

from markupsafe import Markup

from gastro.catalogue import Catalogue
from gastro.catalogue.quantities import (
    MetricQuantity,
    base_area,
    bounds,
    conversions,
    fills_a_tray,
    kitchen_units,
    metric,
    written,
)
from gastro.records.recipes import Group, Line, Quantity, Recipe, Step, VesselSize
from gastro.text.dates import Lang

_DIGIT = re.compile(r"\d")


@dataclass(frozen=True)
class Kitchen:
    """A recipe as the page of one language shows it."""

    catalogue: Catalogue
    recipe: Recipe
    lang: Lang

    def amount(self, quantity: Quantity) -> str:
        """A quantity as its source gives it: ``2 cups``, ``½ ถ้วยตวง``."""
        many = bounds(quantity.amount)[1] > 1
        return f"{written(quantity.amount)} {self._unit(quantity.unit, many=many)}"

    def written(self, amount: str) -> str:
        """A bare amount, such as minutes: ``15–20``."""
        return written(amount)

    def metric(self, quantity: Quantity) -> str:
        """The quantity in metric; empty where the source is metric already or cannot be turned."""
        turned = metric(self.catalogue, quantity)
        return self._metric(turned) if turned else ""

    def conversions(self) -> list[tuple[str, str]]:
        """One of each unit of the recipe, and what it is in metric."""
        ones = conversions(self.catalogue, self.recipe)
        return [(f"1 {self._unit(unit, many=False)}", self._metric(one)) for unit, one in ones]

    def data(self, quantity: Quantity | None) -> Markup:
        """``data-`` attributes of an amount: its bounds as fractions, its unit."""
        if quantity is None:
            return Markup()
        low, high = bounds(quantity.amount)
        return Markup('data-low="{}" data-high="{}" data-unit="{}"').format(low, high, quantity.unit)

    def middle(self, quantity: Quantity) -> str:
        """The number to scale by: the middle of a range."""
        return _plain(sum(bounds(quantity.amount), Fraction()) / 2)

    def is_range(self, quantity: Quantity) -> bool:
        low, high = bounds(quantity.amount)
        return low != high

    def unit(self, quantity: Quantity) -> str:
        """The unit in the plural, to be asked for."""
        return self._unit(quantity.unit, many=True)

    def anchor(self, group: Group, line: Line) -> str:
        """Id of an ingredient's line on the page."""
        return f"ingredients.{group.id}.{line.id or line.ingredient}"

    def seconds(self, step: Step) -> str:
        """How long a step takes, in seconds: one number, or the least and the most."""
        if not step.minutes:
            return ""
        low, high = (round(end * 60) for end in bounds(step.minutes))
        return f"{low}" if low == high else f"{low} {high}"

    def has_figures(self, words: str) -> bool:
        """Whether a sentence names figures, which are not scaled."""
        return bool(_DIGIT.search(words))

    @property
    def units(self) -> str:
        """The units as the browser scales them, as JSON for an attribute."""
        units = {
            unit.id: {
                "one": self._unit(unit.id, many=False),
                "many": self._unit(unit.id, many=True),
                "measure": unit.measure,
                "to": unit.metric,
                "by": float(unit.factor),
                "metric": unit.is_metric,
            }
            for unit in kitchen_units(self.catalogue, self.recipe)
        }
        return html.escape(json.dumps(units, ensure_ascii=False), quote=True)

    @property
    def is_scalable(self) -> bool:
        """Whether any line states an amount."""
        return any(line.quantity for group in self.recipe.ingredients for line in group.lines)

    @property
    def has_metric(self) -> bool:
        """Whether any amount can be turned into metric."""
        return bool(conversions(self.catalogue, self.recipe))

    @property
    def fills_a_tray(self) -> bool:
        return fills_a_tray(self.catalogue, self.recipe)

    @property
    def vessel_size(self) -> VesselSize | None:
        """The size of the vessel that the source states; one without area counts as not stated."""
        size = self.recipe.makes_amount.vessel_size if self.recipe.makes_amount else None
        return size if size and base_area(size) > 0 else None

    @property
    def vessel_area(self) -> str:
        """Area of the base of that vessel, in square centimetres; empty where it is not stated."""
        return f"{base_area(self.vessel_size):.2f}" if self.vessel_size else ""

    def vessel_words(self, round_words: str, sides_words: str) -> str:
        """The size of the vessel in words, such as ``20 × 20 cm``."""
        size = self.vessel_size
        if size is None:
            return ""
        length, width = written(size.length), written(size.width or size.length)
        words = round_words if size.shape == "round" and size.width is None else sides_words
        return words.format(length=length, width=width)

    def _unit(self, id: str, *, many: bool) -> str:
        term = self.catalogue.vocabularies["units"][id]
        return (
            term.plural if many and self.lang == "en" and term.plural else str(getattr(term.label, self.lang))
        )

    def _metric(self, turned: MetricQuantity) -> str:
        return f"{turned.shown} {self._unit(turned.unit, many=False)}"


def _plain(number: Fraction) -> str:
    return str(number.numerator) if number.denominator == 1 else f"{float(number):g}"
