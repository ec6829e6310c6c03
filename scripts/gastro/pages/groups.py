"""How the list of a kind is divided: sweets by their tie, places by kind of place, and so on."""

from __future__ import annotations

from dataclasses import dataclass

from gastro.catalogue import Catalogue, Entry
from gastro.text.dates import Lang

_GROUPED_BY = {
    "desserts": ("ties", "tie"),
    "ingredients": ("ingredient-categories", "category"),
    "producers": ("producer-kinds", "kind"),
    "places": ("place-kinds", "kind"),
    "outcomes": ("outcome-kinds", "kind"),
    "organisations": ("organisation-kinds", "kind"),
    "events": ("event-kinds", "kind"),
    "evidence": ("criteria", "criterion"),
    "sources": ("source-kinds", "kind"),
}


@dataclass(frozen=True, slots=True)
class Group:
    """Records under one heading; a list that is not divided is one group without title."""

    id: str
    title: str
    entries: tuple[Entry, ...]


def grouped(catalogue: Catalogue, kind: str, lang: Lang) -> list[Group]:
    """The records of a kind in groups, each in the order of a dictionary; none is empty."""
    entries = catalogue.sorted(kind, lang)
    if kind not in _GROUPED_BY:
        return [Group("all", "", entries)] if entries else []
    vocabulary, field = _GROUPED_BY[kind]
    groups = [
        Group(
            id,
            getattr(term.label, lang),
            tuple(entry for entry in entries if getattr(entry.record, field) == id),
        )
        for id, term in catalogue.vocabularies[vocabulary].items()
    ]
    return [group for group in groups if group.entries]
