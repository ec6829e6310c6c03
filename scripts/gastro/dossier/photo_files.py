"""The photos of a submission as they are sent: upright, in sRGB, within the limit, and with nothing
of what a camera notes beside a picture.

A photo on which somebody can be recognised goes nowhere without a consent for the dossier.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final

from PIL import Image

from gastro.catalogue.consents import Granted
from gastro.dossier.filled import Filled
from gastro.pictures.photos import encoded, may_be_shown, scaled_to, upright
from gastro.reading.picture_file import Fault, file_in
from gastro.records.photos import Photo

QUALITIES: Final = (95, 90, 85, 80)
"""From the best; below the last the picture is made smaller instead."""
SMALLER: Final = 0.85
AT_ONCE: Final = 2
"""Photos worked on side by side: each takes some hundred megabytes of memory."""
SHOWN_SIDE: Final = 1000
"""Pixels on the longer side of the picture in the register."""


@dataclass(frozen=True, slots=True)
class SentPhoto:
    """A photo as it is sent. ``name`` is its place in the edition; sizes are in pixels, upright.

    ``original`` is the size before; ``shown`` is a small JPEG for the register.
    """

    id: str
    name: str
    data: bytes
    size: tuple[int, int]
    original: tuple[int, int]
    shown: bytes


def sent_photos(filled: Filled, content: Path, granted: Granted) -> dict[str, SentPhoto]:
    """By id, in the order of the answers, those that may be sent and whose file is there.

    Raises OSError where a file cannot be read. The records must have passed the checks.
    """
    return dict(_sent(filled, content, granted))


def chosen_photos(filled: Filled) -> tuple[str, ...]:
    """Ids of the photos that the answers name, each once, in the order of the form."""
    ids = (id for one in filled.sections if one.answer for id in one.answer.photos)
    return tuple(dict.fromkeys(ids))


def most_bytes(filled: Filled) -> int | None:
    """How large the file of a photo may be: the form's limit, else the team's own."""
    rule = filled.form.photos
    megabytes = rule.megabytes if rule is not None and rule.megabytes else filled.submission.photo_megabytes
    return megabytes * 1_000_000 if megabytes else None


def _sent(filled: Filled, content: Path, granted: Granted) -> Iterator[tuple[str, SentPhoto]]:
    most = most_bytes(filled)
    jobs: list[tuple[str, str, Path]] = []
    for number, id in enumerate(chosen_photos(filled), start=1):
        photo = filled.catalogue.record(Photo, "photos", id)
        file = file_in(content / "photos", photo.file)
        if not isinstance(file, Fault) and may_be_shown(f"photos/{id}", photo, granted):
            jobs.append((id, f"photos/{number:02}-{id}.jpg", file))
    # Threads are enough: decoding, scaling and encoding leave the interpreter free.
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for sent in pool.map(partial(_made, most=most), jobs):
            yield sent.id, sent


def _made(job: tuple[str, str, Path], most: int | None) -> SentPhoto:
    id, name, file = job
    picture = upright(file)
    data, size = fitting(picture, most)
    shown = picture.copy()
    shown.thumbnail((SHOWN_SIDE, SHOWN_SIDE), Image.Resampling.LANCZOS, reducing_gap=3.0)
    return SentPhoto(id, name, data, size, picture.size, encoded(shown, _jpeg(85)))


def fitting(picture: Image.Image, most: int | None) -> tuple[bytes, tuple[int, int]]:
    """The best JPEG of at most so many bytes, and its size in pixels; never larger than the picture."""
    while True:
        for quality in QUALITIES:
            data = encoded(picture, _jpeg(quality))
            if most is None or len(data) <= most:
                return data, picture.size
            # Large photos take seconds: where the last quality cannot fit, those between cannot either.
            if quality == QUALITIES[0] and len(encoded(picture, _jpeg(QUALITIES[-1]))) > most:
                break
        width, height = (max(1, round(side * SMALLER)) for side in picture.size)
        picture = scaled_to(picture, width, height)


def _jpeg(quality: int) -> Mapping[str, Any]:
    return {"format": "JPEG", "quality": quality, "optimize": True, "subsampling": "4:4:4"}
