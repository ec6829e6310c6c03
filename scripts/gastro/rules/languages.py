"""Prose stands in the field of its own language."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gastro.catalogue import Catalogue, Entry
from gastro.problems import Problem
from gastro.records.base import Label, Text
from gastro.text import markdown
from gastro.text.thai import has_thai

_THAI = re.compile("[\u0e00-\u0e7f]")
_LATIN = re.compile("[a-zA-Z]")


def check(catalogue: Catalogue) -> Iterator[Problem]:
    for entry in catalogue:
        for found in entry.values:
            value = found.value
            if isinstance(value, Text) and not has_thai(value.th):
                yield _wrong(entry, (*found.path, "th"), "ไทย", "Thai")
            if isinstance(value, (Text, Label)) and _mostly_thai(markdown.plain(value.en)):
                yield _wrong(entry, (*found.path, "en"), "อังกฤษ", "English")


def _wrong(entry: Entry, path: tuple[str, ...], th: str, en: str) -> Problem:
    return entry.problem("wrong-language", path, language_th=th, language_en=en)


def _mostly_thai(text: str) -> bool:
    return len(_THAI.findall(text)) > len(_LATIN.findall(text))
