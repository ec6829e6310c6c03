"""Share cards: the picture that a messenger or a social network shows of a page, 1200 × 630 pixels.

Cards are kept under the hash of everything that goes into them; only those that changed are
drawn again, each picture made ready once for all the cards that show it, on every processor.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import astuple, dataclass
from functools import cache
from pathlib import Path
from typing import Final

import PIL

from gastro.pictures.card_design import VERSION, Words, draw
from gastro.pictures.card_window import window
from gastro.pictures.keep import store
from gastro.pictures.lettering import fonts_digest, shaper
from gastro.pictures.workers import Progress, do_all

_BATCH: Final = 48
"""Cards of one picture that are drawn in a row."""
_MANY: Final = 60
"""So many cards are worth the start of other processes."""


@dataclass(frozen=True, slots=True)
class Card:
    """A card to draw: its path below the site, what it says, and the files of its picture and of the mark."""

    path: str
    words: Words
    picture: Path
    mark: Path


@dataclass(frozen=True, slots=True)
class _Job:
    """Cards that show the same picture, each with the file it is kept in."""

    cards: tuple[tuple[Words, Path], ...]
    picture: Path
    mark: Path


def card_assets(cards: Iterable[Card], cache: Path, progress: Progress = list) -> Iterator[tuple[str, Path]]:
    """The path of every card below the site, and the file in ``cache`` that holds it.

    Raises OSError where a picture cannot be read, DoesNotFit where words are too long.
    """
    digest = _digester()
    kept = {card.path: (card, cache / f"card-{digest(card)}.png") for card in cards}
    jobs = _jobs(kept.values())
    do_all(_draw, jobs, progress, many=sum(len(job.cards) for job in jobs) >= _MANY)
    for path, (_, file) in kept.items():
        yield path, file


def _digester() -> Callable[[Card], str]:
    """What names a card in the cache; each picture is read once."""
    common = f"{VERSION} {PIL.__version__} {fonts_digest()} {shaper()}"

    @cache
    def content(file: Path) -> str:
        return hashlib.sha256(file.read_bytes()).hexdigest()

    def digest(card: Card) -> str:
        parts = (common, astuple(card.words), card.picture.suffix, content(card.picture), content(card.mark))
        return hashlib.sha256(json.dumps(parts).encode("utf-8")).hexdigest()[:32]

    return digest


def _jobs(cards: Iterable[tuple[Card, Path]]) -> list[_Job]:
    """What is still to be drawn, by picture."""
    wanted: dict[tuple[Path, Path], dict[Path, Words]] = {}
    for card, file in cards:
        if not file.is_file():
            wanted.setdefault((card.picture, card.mark), {})[file] = card.words
    jobs = []
    for (picture, mark), found in wanted.items():
        ordered = [(words, file) for file, words in found.items()]
        for start in range(0, len(ordered), _BATCH):
            jobs.append(_Job(tuple(ordered[start : start + _BATCH]), picture, mark))
    return jobs


def _draw(job: _Job) -> None:
    shown = window(job.picture)
    for words, file in job.cards:
        store(file, draw(words, shown, job.mark))
