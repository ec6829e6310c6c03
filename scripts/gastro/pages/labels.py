"""The fixed words of pages in both languages, from ``labels.yml``."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml

from gastro.text.dates import Lang

LABELS_FILE = Path(__file__).with_name("labels.yml")


class Labels:
    """Words by key: ``words.story``. A key that is not there is a KeyError."""

    def __init__(self, words: dict[str, str]) -> None:
        self._words = words

    def __getattr__(self, key: str) -> str:
        return self._words[key]

    def __getitem__(self, key: str) -> str:
        return self._words[key]


@cache
def labels(lang: Lang) -> Labels:
    """All words of a language."""
    raw: dict[str, dict[str, str]] = yaml.safe_load(LABELS_FILE.read_text(encoding="utf-8"))
    return Labels({key: words[lang] for key, words in raw.items()})
