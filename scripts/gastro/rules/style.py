"""Slips of the pen that an editor would mend: digits, spaces, commas, quotes, eras."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gastro.catalogue import Catalogue, Entry
from gastro.problems import Problem
from gastro.records.base import Label, Text

_TH = "\u0e01-\u0e4e"
_BOTH = (
    ("double-space", re.compile(r"(?<=\S) {2,}(?=\S)")),
    ("straight-quote", re.compile(r'"')),
)
_THAI = (
    ("thai-digits", re.compile("[๐-๙]+")),
    ("comma-in-thai", re.compile(f"(?<=[{_TH}]),")),
    ("era-slip", re.compile(r"พ\.ศ\.\s?(?:1[0-8]|19|20)\d\d(?!\d)|ค\.ศ\.\s?2[45]\d\d(?!\d)")),
    ("mai-yamok", re.compile(f"(?<=[{_TH}])ๆ|ๆ(?=[{_TH}])")),
)
_ENGLISH = (("era-slip", re.compile(r"\b(?:in|since|of|from) 25[4-7]\d\b(?!\s*\()")),)


def check(catalogue: Catalogue) -> Iterator[Problem]:
    for entry in catalogue:
        for found in entry.values:
            if isinstance(found.value, (Text, Label)):
                yield from _slips(entry, (*found.path, "th"), found.value.th, _BOTH + _THAI)
                yield from _slips(entry, (*found.path, "en"), found.value.en, _BOTH + _ENGLISH)


def _slips(
    entry: Entry, path: tuple[str, ...], text: str, slips: tuple[tuple[str, re.Pattern[str]], ...]
) -> Iterator[Problem]:
    for code, pattern in slips:
        if match := pattern.search(text):
            start = max(0, match.start() - 12)
            yield entry.problem(code, path, near=match[0].strip(), value=text[start : match.end() + 12])
