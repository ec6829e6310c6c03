"""How long an answer is, by a rule that is stated: how the official form counts is not known.

Words: what stands between spaces and holds a letter or a digit, as word processors count.
Thai is written without spaces between words; its words are counted at the edges of known
words and are an estimate. Characters: Unicode characters after normalisation, spaces and
Thai vowels and marks among them. Citations and markup do not count; what a figure or a
count stands for does.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from gastro.text.thai import has_thai, normalise
from gastro.text.thai_lines import pieces

_COUNTS = re.compile(r"[^\W_]")


@dataclass(frozen=True, slots=True)
class Length:
    """The length of a text in words and characters."""

    words: int = 0
    characters: int = 0

    def __add__(self, other: Length) -> Length:
        return Length(self.words + other.words, self.characters + other.characters)

    def in_unit(self, unit: Literal["words", "characters"]) -> int:
        """The one that a limit is given in."""
        return self.words if unit == "words" else self.characters


def length(text: str) -> Length:
    """The length of a plain text."""
    text = re.sub(r"\s+", " ", normalise(text)).strip()
    return Length(sum(_words(part) for part in text.split(" ") if part), len(text))


def _words(part: str) -> int:
    if not has_thai(part):
        return 1 if _COUNTS.search(part) else 0
    return sum(1 for piece in pieces(part) if _COUNTS.search(piece.text))
