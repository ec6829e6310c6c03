"""Facets: what the records of a list can be chosen by, and the values each record has.

A value is the id of a term or of a record, a month (``2``), or a year (``2021``). Allergens
are kept apart as contained, possible and unknown, since who avoids one must avoid all three.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from gastro.catalogue.allergens import allergens_of
from gastro.catalogue.catalogue import Catalogue, Entry
from gastro.catalogue.districts import districts_of
from gastro.catalogue.seasons import season_of

Values = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to choose. ``names`` says where the labels of its values are: a vocabulary or a kind."""

    id: str
    names: str
    values: Callable[[Catalogue, Entry], Values]


def _field(name: str) -> Callable[[Catalogue, Entry], Values]:
    def values(_: Catalogue, entry: Entry) -> Values:
        value = getattr(entry.record, name, None)
        return (value,) if isinstance(value, str) else tuple(value or ())

    return values


def _ingredients(_: Catalogue, entry: Entry) -> Values:
    groups: Any = getattr(entry.record, "ingredients", ())
    lines = [line for group in groups for line in getattr(group, "lines", (group,))]
    return tuple(dict.fromkeys(line.ingredient for line in lines))


def _sweets(_: Catalogue, entry: Entry) -> Values:
    makes: Any = getattr(entry.record, "makes", ())
    return tuple(made.dessert for made in makes)


def _months(catalogue: Catalogue, entry: Entry) -> Values:
    season = season_of(catalogue, entry)
    return tuple(map(str, season.months)) if season else ()


def _years(_: Catalogue, entry: Entry) -> Values:
    when: Any = getattr(entry.record, "date", None)
    return tuple(map(str, range(when.start.year, when.end.year + 1))) if when else ()


_DISTRICT = Facet("district", "places", districts_of)
_SEASON = Facet("season", "months", _months)
_CRITERION = Facet("criterion", "criteria", _field("criteria"))
_INGREDIENT = Facet("ingredient", "ingredients", _ingredients)

FACETS: dict[str, tuple[Facet, ...]] = {
    "desserts": (
        Facet("category", "categories", _field("categories")),
        Facet("tie", "ties", _field("tie")),
        _INGREDIENT,
        _DISTRICT,
        _SEASON,
        _CRITERION,
    ),
    "recipes": (
        Facet("sweet", "desserts", _sweets),
        Facet("technique", "techniques", _field("techniques")),
        _INGREDIENT,
    ),
    "ingredients": (
        Facet("category", "ingredient-categories", _field("category")),
        _SEASON,
        _DISTRICT,
        _CRITERION,
    ),
    "producers": (
        Facet("kind", "producer-kinds", _field("kind")),
        _DISTRICT,
        Facet("sweet", "desserts", _field("desserts")),
        _CRITERION,
    ),
    "places": (Facet("kind", "place-kinds", _field("kind")), _DISTRICT),
    "outcomes": (
        Facet("set", "outcomes", _field("part_of")),
        Facet("institution", "organisations", _field("institutions")),
        _DISTRICT,
        Facet("goal", "goals", _field("goals")),
        Facet("kind", "outcome-kinds", _field("kind")),
        _CRITERION,
    ),
    "events": (
        Facet("kind", "event-kinds", _field("kind")),
        Facet("year", "years", _years),
        _DISTRICT,
    ),
}
WITH_ALLERGENS = ("desserts", "recipes", "ingredients")
"""Kinds that can be chosen by an allergen to avoid."""


@dataclass(frozen=True, slots=True)
class Faceted:
    """The values of one record: by facet, and its allergens."""

    values: dict[str, Values]
    contains: Values = ()
    may_contain: Values = ()
    unsure: bool = False


def faceted(catalogue: Catalogue, entry: Entry) -> Faceted:
    """What a record can be chosen by."""
    values = {facet.id: facet.values(catalogue, entry) for facet in FACETS.get(entry.kind, ())}
    if entry.kind not in WITH_ALLERGENS:
        return Faceted(values)
    found = allergens_of(catalogue, entry)
    unsure = bool(found.unknown) or not found.complete
    return Faceted(values, tuple(found.contains), tuple(found.may_contain), unsure)
