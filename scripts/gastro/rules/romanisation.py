"""One person, publisher or author of a recipe has one English form all through the record."""

from __future__ import annotations

from collections.abc import Iterator

from gastro.catalogue import Catalogue
from gastro.problems import Problem
from gastro.records.base import Label
from gastro.text.thai import comparison_key


def check(catalogue: Catalogue) -> Iterator[Problem]:
    seen: dict[str, tuple[str, str]] = {}
    for entry in catalogue:
        for found in entry.values:
            named = found.path[0] == "people" and found.path[-1] == "name"
            if not (isinstance(found.value, Label) and (named or found.path[-1] in ("publisher", "author"))):
                continue
            english, where = seen.setdefault(comparison_key(found.value.th), (found.value.en, entry.address))
            if english != found.value.en:
                values = {"value": found.value.en, "other": english, "where": f"{where}.yml"}
                yield entry.problem("romanisation-differs", (*found.path, "en"), key=False, **values)
