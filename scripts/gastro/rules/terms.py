"""Every term is in its closed list."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from gastro.catalogue import Catalogue
from gastro.catalogue.catalogue import terms
from gastro.problems import Problem


def check(catalogue: Catalogue) -> Iterator[Problem]:
    for entry in catalogue:
        for vocabulary, value, path in terms(entry):
            known = list(catalogue.vocabularies.get(vocabulary, ()))
            if value in known or f"vocabulary/{vocabulary}" in catalogue.unread:
                continue
            values = {"value": value, "vocabulary": vocabulary}
            if close := get_close_matches(value, known, n=1, cutoff=0.7):
                yield entry.problem("misspelt-term", path, key=False, **values, meant=close[0])
            else:
                yield entry.problem("unknown-term", path, key=False, **values, choices=", ".join(known))
