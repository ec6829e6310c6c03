"""Where a line of a name may end, Thai ones too, and the best way to set it in lines.

Browsers break Thai at words by themselves; pictures cannot. Thai is written without spaces
between words, so lines end at a space, else at the edge of a known word, else before one of
the vowels that are written first and so always begin a syllable. They never end inside a
cluster: a consonant keeps its vowels and marks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Final

from gastro.text.words_file import read_words

WORDS: Final = Path(__file__).with_name("thai_words.yml")
SPACE, WORD, HYPHEN, OPENING, NUMBER, SYLLABLE = 0.0, 2.0, 3.0, 5.0, 8.0, 20.0
"""What it costs to end a line: at a space, a word, after a hyphen or a word that leads on, before a
number, at a syllable."""

_LEADS_ON: Final = re.compile(
    "การ|ความ|ของ|และ|หรือ|ใน|ที่|เพื่อ|จาก|ให้|สู่|ด้วย|โดย|กับ|ต่อ|ว่าด้วย|ตาม|เป็น|แห่ง|ร่วมกับ|ผู้"
)
"""Words that belong to what follows: no line should end with one."""
_RUN = re.compile("[\u0e00-\u0e7f]+")
_LEADING = "\u0e40\u0e41\u0e42\u0e43\u0e44"
_FOLLOWING = "\u0e2f\u0e30-\u0e3a\u0e45-\u0e4e"
_CLUSTER = re.compile(f"[{_LEADING}]?[^{_LEADING}{_FOLLOWING}][{_FOLLOWING}]*|.", re.DOTALL)
_FOLLOWS = re.compile(f"[{_FOLLOWING}]")
_SILENT = re.compile("[\u0e01-\u0e2e][\u0e34\u0e38]?\u0e4c")
_AFTER_HYPHEN = re.compile(r"(?<=\w[-–—/])(?=\w{2})")


@dataclass(frozen=True, slots=True)
class Piece:
    """Letters that stay together; ``cost`` is that of ending the line before them."""

    text: str
    cost: float = SPACE
    spaced: bool = False


@lru_cache(maxsize=10_000)
def pieces(text: str) -> tuple[Piece, ...]:
    """The pieces of a text, in order."""
    found: list[Piece] = []
    for word in text.split():
        if word == "ๆ" and found:
            last = found.pop()
            found.append(Piece(f"{last.text} {word}", last.cost, last.spaced))
            continue
        first = NUMBER if word[0].isdigit() else SPACE
        found += [
            Piece(part, cost if number else first, number == 0 and bool(found))
            for number, (part, cost) in enumerate(_parts(word))
        ]
    return tuple(found)


def set_in_lines(
    text: str, width: float, measure: Callable[[str], float], dearest: float = SYLLABLE
) -> tuple[str, ...] | None:
    """The text in as few lines as fit into ``width``, as even as can be; None if it does not fit.

    No line ends where that costs more than ``dearest``.
    """
    joined = tuple(_joined(pieces(text), dearest))
    widths = [measure(piece.text) for piece in joined]
    if not joined or max(widths) > width:
        return None if joined else ()
    space = measure(" ")
    best: list[tuple[int, float, int]] = [(0, 0.0, 0)]
    for end in range(1, len(joined) + 1):
        best.append(min(_last_lines(joined, widths, space, width, end, best)))
    ends, end = [], len(joined)
    while end:
        ends.append(end)
        end = best[end][2]
    starts = [0, *reversed(ends)]
    return tuple(_line(joined[a:b]) for a, b in pairwise(starts))


def _last_lines(
    joined: Sequence[Piece],
    widths: Sequence[float],
    space: float,
    width: float,
    end: int,
    best: Sequence[tuple[int, float, int]],
) -> Iterator[tuple[int, float, int]]:
    """Every way to end the text before piece ``end``: lines, cost, where the last line starts."""
    length = 0.0
    for start in range(end - 1, -1, -1):
        follower = joined[start + 1] if start + 1 < end else None
        length += widths[start] + (space if follower and follower.spaced else 0.0)
        if length > width:
            return
        lines, cost, _ = best[start]
        loose = (1 - length / width) ** 2 * 10
        yield lines + 1, cost + loose + joined[start].cost, start


def _joined(parts: Sequence[Piece], dearest: float) -> Iterator[Piece]:
    """Pieces with the dear places between them closed."""
    held: Piece | None = None
    for part in parts:
        if held is None:
            held = part
        elif part.cost > dearest:
            held = Piece(held.text + " " * part.spaced + part.text, held.cost, held.spaced)
        else:
            yield held
            held = part
    if held is not None:
        yield held


def _line(parts: Sequence[Piece]) -> str:
    return "".join(" " * (part.spaced and number > 0) + part.text for number, part in enumerate(parts))


def _parts(word: str) -> Iterator[tuple[str, float]]:
    """The parts of what stands between two spaces, each with the cost of a line end before it."""
    costs: dict[int, float] = {match.start(): HYPHEN for match in _AFTER_HYPHEN.finditer(word)}
    for run in _RUN.finditer(word):
        costs |= {run.start() + at: cost for at, cost in _thai_ends(run[0]).items()}
    starts = [0, *sorted(costs)]
    for start, end in zip(starts, [*starts[1:], len(word)], strict=True):
        yield word[start:end], costs.get(start, SPACE)


def _thai_ends(run: str) -> dict[int, float]:
    """Places inside a run of Thai where a line may end, and what each costs."""
    safe = _safe_places(run)
    known = _known_words(run, safe)
    edges = {start for start, _ in known} | {end for _, end in known}
    inside = {at for start, end in known for at in range(start + 1, end)}
    opened = {end for start, end in known if _LEADS_ON.fullmatch(run, start, end)}
    ends = {at: SYLLABLE for at in safe if run[at] in _LEADING and at not in inside}
    return ends | {at: OPENING if at in opened else WORD for at in edges if at in safe}


def _safe_places(run: str) -> set[int]:
    """Where one cluster ends and the next begins; a silenced letter belongs to what is before it."""
    silenced = {silent.start() for silent in _SILENT.finditer(run)}
    starts = {match.start() for match in _CLUSTER.finditer(run)} - {0} - silenced
    return {at for at in starts if run[at - 1] not in _LEADING and not _FOLLOWS.match(run, at)}


def _known_words(run: str, safe: set[int]) -> list[tuple[int, int]]:
    """Known words in a run, chosen so that as few letters as can be are left over, in few words."""
    places = [*sorted(safe | {0}), len(run)]
    best: dict[int, tuple[int, int, int, bool]] = {0: (0, 0, 0, False)}
    for number, end in enumerate(places[1:], 1):
        before = places[number - 1]
        options = [(best[before][0] + end - before, best[before][1], before, False)]
        options += [
            (best[start][0], best[start][1] + 1, start, True)
            for start in places[:number]
            if run[start:end] in known_words()
        ]
        best[end] = min(options)
    found, end = [], len(run)
    while end:
        _, _, start, known = best[end]
        if known:
            found.append((start, end))
        end = start
    return found[::-1]


@cache
def known_words() -> frozenset[str]:
    """The words of ``thai_words.yml``."""
    return frozenset(word for line in read_words(WORDS) for word in line.split())
