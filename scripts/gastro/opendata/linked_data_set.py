"""The open data as what their page is about: a Dataset, with the files that hold all of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gastro.opendata.data_package import File
from gastro.opendata.graph import data_set
from gastro.opendata.making import Making
from gastro.text.dates import LANGUAGES, Lang

_WHOLE = (
    "data/phetchaburi.xlsx",
    "data/phetchaburi.sqlite",
    "data/phetchaburi.jsonld",
    "data/places.geojson",
    "data/producers.geojson",
    "data/datapackage.json",
)
PAGE = "data/index.md"


def data_subjects(making: Making, files: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """The Dataset in each language, by the path of its page; none without the files (by their paths)."""
    found = [File(path.removeprefix("data/"), files[path]) for path in _WHOLE if path in files]
    whole = data_set(making, found)
    return {f"{lang}/{PAGE}": in_language(whole, lang) for lang in LANGUAGES} if found else {}


def in_language(value: Any, lang: Lang) -> Any:
    """JSON-LD with words in both languages, in one of them."""
    if isinstance(value, dict):
        return {key: in_language(one, lang) for key, one in value.items()}
    if isinstance(value, list) and all(isinstance(one, dict) and "@language" in one for one in value):
        return next((one["@value"] for one in value if one["@language"] == lang), None)
    return [in_language(one, lang) for one in value] if isinstance(value, list) else value
