"""What Google asks of structured data, and which of it a record knows.

After its pages on Recipe, Event, LocalBusiness, BreadcrumbList, Article, Dataset, ImageObject
and WebSite (developers.google.com/search/docs/appearance/structured-data), read in November
2026. A class whose required properties are not all known must not be claimed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from gastro.records.recipes import Recipe
from tests.opendata.schema_org import above

Node = Mapping[str, Any]
REQUIRED: Mapping[str, tuple[str, ...]] = {
    "Recipe": ("name", "image"),
    "Event": ("name", "startDate", "location.name", "location.address"),
    "LocalBusiness": ("name", "address"),
    "BreadcrumbList": ("itemListElement.position", "itemListElement.name", "itemListElement.item"),
    "Dataset": ("name", "description"),
    "WebSite": ("name", "url"),
    "HowToStep": ("text",),
}
NEVER = (
    "Product",
    "Offer",
    "Review",
    "Rating",
    "VideoObject",
    "Course",
    "FAQPage",
    "QAPage",
    "JobPosting",
    "SoftwareApplication",
    "ClaimReview",
    "NutritionInformation",
)
"""Classes that ask for what no record holds: a price, a mark, a film."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def _exact(amount: str | None) -> bool:
    return amount is not None and "-" not in amount


def _times(record: Recipe, *parts: str) -> bool:
    return record.times is not None and all(_exact(getattr(record.times, part)) for part in parts)


def _has(field: str) -> Callable[[Any], bool]:
    return lambda record: bool(getattr(record, field))


def _always(_record: Any) -> bool:
    return True


def _never(_record: Any) -> bool:
    return False


def _point(record: Any) -> bool:
    return record.coordinates is not None and record.coordinates.exactness == "exact"


RECOMMENDED: Mapping[str, Mapping[str, Callable[[Any], bool]]] = {
    "recipes": {
        "author": _has("author"),
        "datePublished": lambda record: record.published is not None and not record.published.is_period,
        "description": _has("summary"),
        "keywords": _has("techniques"),
        "prepTime": lambda record: _times(record, "prepare"),
        "cookTime": lambda record: _times(record, "cook"),
        "totalTime": lambda record: _times(record, "prepare", "cook", "rest"),
        "recipeCategory": _always,
        "recipeCuisine": _always,
        "recipeIngredient": _has("ingredients"),
        "recipeInstructions": _has("steps"),
        "recipeYield": lambda record: bool(record.makes_amount and record.makes_amount.quantity),
        "aggregateRating": _never,
        "nutrition": _never,
        "video": _never,
    },
    "events": {
        "description": _has("summary"),
        "eventStatus": _never,
        "offers": _never,
        "performer": _never,
    },
    "producers": {
        "geo": _point,
        "url": _has("website"),
        "telephone": _never,
        "openingHours": _never,
        "priceRange": _never,
    },
    "stories": {"headline": _always, "description": _has("summary"), "author": _never},
}
"""By kind of record and property: whether a record (without consents) knows it."""
IF_EVENT: Mapping[str, Callable[[Any], bool]] = {
    "endDate": lambda record: record.date.is_period,
    "organizer": _has("organisers"),
}
"""Recommended where the page claims an event."""


def nodes_in(value: Any) -> Iterator[Node]:
    """Every node of JSON-LD as it is written."""
    if isinstance(value, list):
        for one in value:
            yield from nodes_in(one)
    elif isinstance(value, Mapping):
        yield value
        for one in value.values():
            yield from nodes_in(one)


def kinds(node: Node) -> list[str]:
    """The classes of a node."""
    told = node.get("@type", [])
    return told if isinstance(told, list) else [told]


def is_a(node: Node, kind: str) -> bool:
    """Whether a node is of a class, or of one below it."""
    return any(kind in above(one) for one in kinds(node))


def faults(graph: Node) -> Iterator[str]:
    """What the classes of a page promise to Google and do not hold."""
    for node in nodes_in(graph):
        for kind in NEVER:
            if is_a(node, kind):
                yield f"{kind} is claimed"
        for kind, paths in REQUIRED.items():
            if is_a(node, kind):
                yield from (f"{kind} without {path}" for path in paths if not _holds(node, path.split(".")))
        if is_a(node, "Event"):
            dates = [node[name] for name in ("startDate", "endDate") if name in node]
            yield from (f"Event on {date}" for date in dates if not _DAY.fullmatch(date))
        if is_a(node, "Dataset") and not 50 <= len(str(node.get("description", ""))) <= 5000:
            yield "Dataset with a description that is too short"
        if is_a(node, "BreadcrumbList") and len(node["itemListElement"]) < 2:
            yield "BreadcrumbList of one"


def _holds(value: Any, path: list[str]) -> bool:
    """Whether every value at a path is there."""
    if isinstance(value, list):
        return bool(value) and all(_holds(one, path) for one in value)
    if not path:
        return value not in (None, "", {})
    return isinstance(value, Mapping) and path[0] in value and _holds(value[path[0]], path[1:])
