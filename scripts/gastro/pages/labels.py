"""The fixed words of pages in both languages, from the files in ``words/``."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from gastro.text.dates import Lang
from gastro.text.words_file import read_words

WORDS = Path(__file__).with_name("words")
"""One file for each room of the site; a key stands in one of them only."""


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
    """All words of a language. Raises ValueError where two files hold the same key."""
    words: dict[str, str] = {}
    for file in sorted(WORDS.glob("*.yml")):
        found: dict[str, dict[str, str]] = read_words(file)
        if twice := words.keys() & found.keys():
            raise ValueError(f"{file.name}: {', '.join(sorted(twice))} stand in another file too")
        words |= {key: both[lang] for key, both in found.items()}
    return Labels(words)
