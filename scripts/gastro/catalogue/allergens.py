"""Allergens, derived from ingredients and never typed.

*Contains*: every version has an ingredient that contains it. *May contain*: a variant, a
recipe or an uncertain ingredient has it. *Unknown*: an ingredient whose allergens nobody
has stated, or a list of ingredients that is not complete.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from gastro.catalogue.catalogue import Catalogue, Entry
from gastro.records.desserts import Dessert
from gastro.records.ingredients import Ingredient
from gastro.records.recipes import Recipe


@dataclass(frozen=True, slots=True)
class Allergens:
    """Allergen ids, each with the ids of the ingredients that bring it."""

    contains: dict[str, tuple[str, ...]]
    may_contain: dict[str, tuple[str, ...]]
    unknown: tuple[str, ...]
    complete: bool


def allergens_of(catalogue: Catalogue, entry: Entry) -> Allergens:
    """Allergens of a dessert, a recipe or an ingredient."""
    record = entry.record
    if isinstance(record, Dessert):
        uses = [(use.ingredient, use.presence == "always") for use in record.ingredients]
        for recipe in catalogue.mentioned_by(entry, "recipes", "makes"):
            assert isinstance(recipe.record, Recipe)
            roles = {made.role for made in recipe.record.makes if made.dessert == entry.id}
            if "itself" in roles:
                uses += [(ingredient, False) for ingredient, _ in _lines(recipe.record)]
        return _derive(catalogue, uses, complete=record.ingredients_complete == "complete")
    if isinstance(record, Recipe):
        return _derive(catalogue, _lines(record), complete=record.completeness != "partial")
    return _derive(catalogue, [(entry.id, True)], complete=True)


def _lines(recipe: Recipe) -> Iterator[tuple[str, bool]]:
    for group in recipe.ingredients:
        for line in group.lines:
            yield line.ingredient, line.presence == "always"


def _derive(catalogue: Catalogue, uses: Iterable[tuple[str, bool]], *, complete: bool) -> Allergens:
    contains: dict[str, list[str]] = {}
    may_contain: dict[str, list[str]] = {}
    unknown: list[str] = []
    for ingredient, always in dict.fromkeys(uses):
        entry = catalogue.get("ingredients", ingredient)
        record = entry.record if entry else None
        if not isinstance(record, Ingredient) or record.allergens is None:
            unknown.append(ingredient)
            continue
        for carried in record.allergens:
            sure = always and carried.presence == "contains"
            (contains if sure else may_contain).setdefault(carried.allergen, []).append(ingredient)
    order = list(catalogue.vocabularies.get("allergens", {}))

    def ordered(found: dict[str, list[str]]) -> dict[str, tuple[str, ...]]:
        ids = sorted(found, key=lambda id: (order.index(id) if id in order else len(order), id))
        return {id: tuple(dict.fromkeys(found[id])) for id in ids}

    only_maybe = {id: found for id, found in may_contain.items() if id not in contains}
    return Allergens(ordered(contains), ordered(only_maybe), tuple(dict.fromkeys(unknown)), complete)
