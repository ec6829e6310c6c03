"""Words that two texts share in a row: forms ask that nothing be said twice."""

from __future__ import annotations

import re

LEAST = 12
"""So many words in a row are no coincidence."""


def shared_stretch(left: str, right: str, least: int = LEAST) -> str:
    """The longest run of at least ``least`` words that stands in both texts, as in ``right``; else empty."""
    first, second = _words(left), _words(right)
    known: dict[tuple[str, ...], list[int]] = {}
    for at in range(len(first) - least + 1):
        known.setdefault(tuple(first[at : at + least]), []).append(at)
    best = (0, 0)
    for at in range(len(second) - least + 1):
        for start in known.get(tuple(second[at : at + least]), ()):
            size = least
            while (
                start + size < len(first)
                and at + size < len(second)
                and first[start + size] == second[at + size]
            ):
                size += 1
            best = max(best, (size, -at))
    size, at = best[0], -best[1]
    return " ".join(second[at : at + size]) if size else ""


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+(?:[-'’][^\W_]+)*", text.casefold())
