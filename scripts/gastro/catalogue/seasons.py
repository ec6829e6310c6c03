"""Seasons: as a source states them, else as the main ingredients allow."""

from __future__ import annotations

from dataclasses import dataclass

from gastro.catalogue.catalogue import Catalogue, Entry
from gastro.records.desserts import Dessert
from gastro.records.ingredients import Ingredient


@dataclass(frozen=True, slots=True)
class Season:
    """Months (1 to 12), and the ingredients they are derived from (none if stated)."""

    months: tuple[int, ...]
    derived_from: tuple[str, ...] = ()


def season_of(catalogue: Catalogue, entry: Entry) -> Season | None:
    """When a dessert or ingredient is to be had; None where no source says."""
    record = entry.record
    if isinstance(record, (Dessert, Ingredient)) and record.season:
        return Season(record.season)
    if isinstance(record, Dessert):
        uses = [use.ingredient for use in record.ingredients if use.presence == "always"]
    elif isinstance(record, Ingredient):
        uses = list(record.made_from)
    else:
        return None
    months: set[int] = set(range(1, 13))
    limiting = []
    for ingredient in uses:
        found = catalogue.get("ingredients", ingredient)
        if found and isinstance(found.record, Ingredient) and found.record.season:
            limiting.append(ingredient)
            months &= set(found.record.season)
    return Season(tuple(sorted(months)), tuple(limiting)) if limiting and months else None
