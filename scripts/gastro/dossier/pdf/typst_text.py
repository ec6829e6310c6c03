"""What of a text can be set on a page and read back from it, and where its lines may not end."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from gastro.text.dates import month_name
from gastro.text.thai import normalise
from gastro.text.thai_lines import known_words

NO_BREAK: Final = {"-": "\u2011", " ": "\u00a0"}
"""What stands in for a hyphen and a space at which no line may end; both are read back as they were
(finish). Readers of PDF take a hyphen at the end of a line for one that only divides a word."""
_UNDIVIDED: Final = re.compile(r"[^\s/\u0e00-\u0e7f]+")
_LONGEST_UNDIVIDED: Final = 20
"""In characters; what is longer may have to be divided to fit a column."""
_HELD: Final = re.compile(r" (?=ๆ)|(?<=[พค]\.ศ\.) (?=\d)")
_UNSHOWN: Final = frozenset({"Cc", "Cf", "Zl", "Zp", "Co", "Cs", "Cn"})
_LONG: Final = 6
"""Letters of a word that is worth keeping whole."""
_LAST_WORD: Final = re.compile(r"(?<!\S)[^\s\u0e00-\u0e7f]{1,20}$")
_NUMBER: Final = re.compile(r"[-−+]?[฿$]?\d[\d,. ]*%?|[-–]")


def shown(text: str) -> str:
    """A text as it can be set and read back: spaces alike, without what cannot be seen."""
    spaced = "".join(
        " "
        if character in "\t\n\r" or (unicodedata.category(character) == "Zs" and character != "\u00a0")
        else character
        for character in normalise(text)
    )
    return "".join(character for character in spaced if unicodedata.category(character) not in _UNSHOWN)


def undivided(texts: Iterable[str]) -> list[str]:
    """Words that the record knows, and months, which no line should divide; the longest first.

    The dictionary for Thai that Typst goes by lacks names: it would divide เพชร|บุรี and ยู|เนสโก.
    """
    everything = "\n".join(texts)
    words = {word for word in _whole_words() if word in everything}
    words |= {both for both in _overlapping(words) if both in everything}
    return sorted(words, key=lambda word: (-len(word), word))


@cache
def _whole_words() -> frozenset[str]:
    months = {month_name(month, "th") for month in range(1, 13)}
    return frozenset(months | {word for word in known_words() if len(word) >= _LONG})


def _overlapping(words: Iterable[str]) -> Iterator[str]:
    """Two words that share letters, as one: เมืองเพชร and เพชรบุรี as เมืองเพชรบุรี."""
    begun: dict[str, list[str]] = {}
    for word in words:
        for end in range(2, len(word)):
            begun.setdefault(word[:end], []).append(word[end:])
    for word in words:
        for start in range(1, len(word) - 1):
            yield from (word + rest for rest in begun.get(word[start:], ()))


def held(text: str) -> str:
    """The text with hyphens in words, and spaces that bind, at which no line ends."""
    return _HELD.sub(NO_BREAK[" "], _UNDIVIDED.sub(_held_together, text))


def _held_together(match: re.Match[str]) -> str:
    return match[0] if len(match[0]) > _LONGEST_UNDIVIDED else match[0].replace("-", NO_BREAK["-"])


def last_word(text: str) -> tuple[str, str]:
    """What comes before the last word, and that word where it is short and not Thai, else nothing."""
    found = _LAST_WORD.search(text)
    return (text[: found.start()], found[0]) if found else (text, "")


def is_number(text: str) -> bool:
    """Whether it is a number or a dash in the place of one."""
    return bool(_NUMBER.fullmatch(text))
