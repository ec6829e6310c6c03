"""Thai text: one stored form, and the order of a Thai dictionary.

The same Thai word can be typed as different code points that look alike: tone mark and
vowel in either order, sara am as one character or two, invisible spaces between. Text is
brought to one form before it is stored, compared or sorted.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from pyuca import Collator

_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))
_MARKS = re.compile("[\u0e31\u0e34-\u0e3a\u0e47-\u0e4d]{2,}")
_TONES = re.compile("[\u0e48-\u0e4c]")
_SPLIT_SARA_AM = re.compile("\u0e4d([\u0e48-\u0e4b]*)\u0e32")
_TONE_AFTER_SARA_AM = re.compile("\u0e33([\u0e48-\u0e4b]+)")
_DOUBLE_SARA_E = re.compile("\u0e40\u0e40")


def normalise(text: str) -> str:
    """Bring Thai (and any other) text to its one stored form.

    NFC; no zero-width characters; vowels above and below before tone marks; nikhahit
    with sara aa becomes sara am, the tone mark before it; two sara e become sara ae.
    Doing it twice changes nothing more.
    """
    text = unicodedata.normalize("NFC", text.translate(_INVISIBLE))
    text = _MARKS.sub(_tones_last, text)
    text = _SPLIT_SARA_AM.sub("\\1\u0e33", text)
    text = _TONE_AFTER_SARA_AM.sub("\\1\u0e33", text)
    return unicodedata.normalize("NFC", _DOUBLE_SARA_E.sub("\u0e41", text))


def _tones_last(marks: re.Match[str]) -> str:
    return _TONES.sub("", marks[0]) + "".join(_TONES.findall(marks[0]))


def comparison_key(text: str) -> str:
    """What two spellings of one name share: no spaces, hyphens, dots or upper case."""
    return re.sub(r"[\s\-‐-―.,'’\"“”()]+", "", normalise(text)).casefold()


@lru_cache(maxsize=20_000)
def sort_key(text: str) -> tuple[int, ...]:
    """Key for the order of a dictionary (Unicode collation, which Thai dictionaries share).

    Thai dictionaries pass over spaces and signs, so that กกหู comes before ก กา, and put
    words in other scripts after their own.
    """
    text = normalise(text)
    if has_thai(text):
        text = re.sub(r"[\s\-–.,'’\"“”()]+", "", text)
    weights = _collator().sort_key(text)
    end = weights.index(0)
    return (*map(_thai_first, weights[:end]), *weights[end:])


def _thai_first(weight: int) -> int:
    """A primary weight, moved behind all Thai letters if it is that of another script's."""
    first, last, latin = _script_weights()
    return weight if weight < latin or first <= weight <= last else weight + 0x10000


@cache
def _script_weights() -> tuple[int, int, int]:
    """Primary weights of the first and last Thai letter or vowel, and of the letter a."""
    thai = [_collator().sort_key(chr(code))[0] for code in (*range(0xE01, 0xE3A), *range(0xE40, 0xE46))]
    return min(filter(None, thai)), max(thai), _collator().sort_key("a")[0]


def has_thai(text: str) -> bool:
    """Whether any character is Thai."""
    return any("\u0e00" <= character <= "\u0e7f" for character in text)


@cache
def _collator() -> Collator:
    return Collator()
