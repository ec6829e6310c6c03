"""A large number that has a figure of its own is not typed again in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gastro.catalogue import Catalogue
from gastro.problems import Problem
from gastro.records.base import Text
from gastro.records.figures import Figure
from gastro.text import markdown

SMALLEST = 10_000
"""Smaller numbers stand for too many things to be told apart by their digits."""


def check(catalogue: Catalogue) -> Iterator[Problem]:
    known = dict(_spellings(catalogue))
    if not known:
        return
    typed = re.compile(rf"(?<![\d,.])(?:{'|'.join(map(re.escape, known))})(?![\d,]|\.\d)")
    for entry in catalogue:
        if entry.kind in ("figures", "sources", "consents"):
            continue
        for found in entry.values:
            if not isinstance(found.value, Text):
                continue
            for lang in ("th", "en"):
                words = markdown.FIGURE.sub("", getattr(found.value, lang))
                if match := typed.search(words):
                    values = {"value": match[0], "figure": known[match[0]]}
                    yield entry.problem(
                        "figure-typed", (*found.path, lang), key=False, near=match[0], **values
                    )


def _spellings(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    for entry in catalogue.of("figures"):
        assert isinstance(entry.record, Figure)
        value = entry.record.value
        if value >= SMALLEST:
            yield f"{value:,}", entry.id
            yield f"{value}", entry.id
