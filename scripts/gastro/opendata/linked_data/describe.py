"""One record as JSON-LD, without the page around it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from gastro.catalogue import Catalogue, Entry
from gastro.opendata.linked_data import events, food, makers, places, research, vocabulary, works
from gastro.opendata.linked_data.teller import Node, Teller, Told, filled
from gastro.pages.sharing import page_address
from gastro.pictures.photos import ShownPhoto
from gastro.text.dates import Lang

TELLING: Mapping[str, Callable[[Teller], Told]] = {
    "desserts": food.dessert,
    "recipes": food.recipe,
    "ingredients": food.ingredient,
    "producers": makers.producer,
    "places": places.place,
    "routes": places.route,
    "stories": works.story,
    "outcomes": works.outcome,
    "organisations": makers.organisation,
    "events": events.event,
    "figures": research.figure,
    "initiatives": research.initiative,
    "evidence": works.evidence,
    "sources": works.source,
    "vocabulary": vocabulary.vocabulary,
}
"""How each kind of record that has a page is told of."""


def thing(
    catalogue: Catalogue,
    entry: Entry,
    lang: Lang,
    site_url: str,
    *,
    photos: Mapping[str, ShownPhoto] | None = None,
) -> Node:
    """What a record is about, as the open data hold it: one node, without ``@context``.

    What only a page can say (what a sweet is made of, which sources are cited) stands at
    its ``mainEntityOfPage``. Private values are never in it. Raises KeyError for a kind
    without pages.
    """
    teller = Teller(catalogue, entry, lang, site_url, photos or {})
    told = TELLING[entry.kind](teller)
    page = {"@type": "WebPage", "@id": teller.address, **told.page, "citation": teller.citations()}
    return filled(told.thing) | {"mainEntityOfPage": filled(page)}


def thing_in_both(
    catalogue: Catalogue, entry: Entry, site_url: str, *, photos: Mapping[str, ShownPhoto] | None = None
) -> Node:
    """The same in both languages: words that differ stand side by side, each with its language."""
    th, en = (thing(catalogue, entry, lang, site_url, photos=photos) for lang in ("th", "en"))
    names = [name for name in (entry.name("th"), entry.name("en")) if name]
    both: Node = _joined(th | {"mainEntityOfPage": None}, en | {"mainEntityOfPage": None})
    spoken = [*_listed(th.get("alternateName")), *_listed(en.get("alternateName"))]
    both["alternateName"] = [name for name in dict.fromkeys(spoken) if name not in names]
    both["mainEntityOfPage"] = [
        th["mainEntityOfPage"],
        {"@type": "WebPage", "@id": page_address(site_url, "en", entry.address)},
    ]
    return filled(both)


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value] if value else []


def _joined(th: Any, en: Any) -> Any:
    """Two values as one; where words differ, both with their language; where addresses do, both."""
    if th == en:
        return th
    if isinstance(th, dict) and isinstance(en, dict):
        return {key: _joined(th.get(key), en.get(key)) for key in {**th, **en}}
    if isinstance(th, list) and isinstance(en, list) and len(th) == len(en):
        return [value for pair in zip(th, en, strict=True) for value in _listed(_joined(*pair))]
    if not (isinstance(th, str) and isinstance(en, str)):
        return th if en is None else en if th is None else [*_listed(th), *_listed(en)]
    if th.startswith(("https://", "http://")):
        return [th, en]
    return [{"@language": "th", "@value": th}, {"@language": "en", "@value": en}]
