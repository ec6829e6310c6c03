"""The filters of a list: which choices it offers, and what each record answers to.

Everything stands in the page itself as ``data-`` attributes; the browser only hides.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from gastro.catalogue import Catalogue, Entry
from gastro.catalogue.facets import FACETS, WITH_ALLERGENS, Facet, Faceted, faceted
from gastro.pages.labels import labels
from gastro.text.dates import BUDDHIST_ERA, Lang, month_name
from gastro.text.thai import sort_key


@dataclass(frozen=True, slots=True)
class Option:
    """A value to choose, its label, and how many records of the list have it."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Filter:
    """A choice: its name in the address, its title, its options in order."""

    id: str
    title: str
    options: tuple[Option, ...]


@dataclass(frozen=True)
class Filters:
    """All choices of a list, the allergens to avoid, and the values of each record by its address."""

    choices: tuple[Filter, ...]
    avoid: tuple[Option, ...]
    values: dict[str, Faceted]

    def data(self, entry: Entry) -> dict[str, str]:
        """``data-`` attributes of a record in the list, without those that are empty."""
        found = self.values[entry.address]
        data = {id: " ".join(values) for id, values in found.values.items()}
        data |= {"contains": " ".join(found.contains), "may-contain": " ".join(found.may_contain)}
        data["unsure"] = "yes" if found.unsure else ""
        return {name: value for name, value in data.items() if value}


def filters_of(catalogue: Catalogue, kind: str, lang: Lang) -> Filters | None:
    """The filters of the list of a kind; None where it has none."""
    if kind not in FACETS:
        return None
    values = {entry.address: faceted(catalogue, entry) for entry in catalogue.of(kind)}
    choices = (_filter(catalogue, facet, values, lang) for facet in FACETS[kind])
    avoid = _allergens(catalogue, values, lang) if kind in WITH_ALLERGENS else ()
    return Filters(tuple(choice for choice in choices if len(choice.options) > 1), avoid, values)


def _filter(catalogue: Catalogue, facet: Facet, values: dict[str, Faceted], lang: Lang) -> Filter:
    counted = Counter(value for found in values.values() for value in found.values[facet.id])
    order = _order(catalogue, facet.names, counted, lang)
    options = tuple(Option(value, label, counted[value]) for value, label in order)
    return Filter(facet.id, labels(lang)[f"filter-{facet.id}"], options)


def _order(catalogue: Catalogue, names: str, counted: Counter[str], lang: Lang) -> list[tuple[str, str]]:
    """Values with their labels: terms in their own order, months and years by time, records by name."""
    if names == "months":
        return [(month, month_name(int(month), lang)) for month in sorted(counted, key=int)]
    if names == "years":
        shown = {year: str(int(year) + BUDDHIST_ERA) if lang == "th" else year for year in counted}
        return sorted(shown.items(), reverse=True)
    if names in catalogue.vocabularies:
        terms = catalogue.vocabularies[names]
        return [(id, getattr(term.label, lang)) for id, term in terms.items() if id in counted]
    named = [(id, catalogue.at(f"{names}/{id}").name(lang)) for id in counted]
    return sorted(named, key=lambda found: sort_key(found[1]))


def _allergens(catalogue: Catalogue, values: dict[str, Faceted], lang: Lang) -> tuple[Option, ...]:
    counted = Counter(
        allergen for found in values.values() for allergen in (*found.contains, *found.may_contain)
    )
    terms = catalogue.vocabularies.get("allergens", {})
    return tuple(
        Option(id, getattr(term.label, lang), counted[id]) for id, term in terms.items() if counted[id]
    )
