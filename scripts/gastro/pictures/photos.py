"""Photos as the site shows them: three widths, three formats, sRGB, nothing about where and by what.

What is made is kept in a folder under the hash of the original and of the settings here,
so that a photo is worked on once. The same original gives the same bytes on any machine.
"""

from __future__ import annotations

import base64
import hashlib
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

import PIL
from PIL import Image, ImageFilter

from gastro.catalogue import Catalogue
from gastro.catalogue.consents import Granted
from gastro.pictures.colours import to_srgb
from gastro.pictures.keep import store
from gastro.reading.picture_file import Fault, file_in, format_of, open_picture, turn_of
from gastro.records.photos import Photo

WIDTHS: Final = (480, 960, 1600)
FORMATS: Final[Mapping[str, Mapping[str, Any]]] = {
    # One thread and no tiling by threads: the bytes must not depend on the machine.
    "avif": {
        "format": "AVIF",
        "quality": 60,
        "speed": 6,
        "subsampling": "4:2:0",
        "codec": "aom",
        "max_threads": 1,
        "autotiling": False,
    },
    "webp": {"format": "WEBP", "quality": 80, "method": 5},
    "jpg": {
        "format": "JPEG",
        "quality": 82,
        "progressive": True,
        "optimize": True,
        "subsampling": "4:2:0",
    },
}
"""How each kind of file is written, by its ending; the best first."""
PREVIEW_SIDE: Final = 24
PREVIEW_LENGTH: Final = 400
"""Characters of the preview's address: it stands in every page that shows the photo."""
SETTINGS: Final = f"1 {PIL.__version__} {WIDTHS} {FORMATS} {PREVIEW_SIDE} {PREVIEW_LENGTH}"
"""Whatever changes the result changes this; raise the number when the code does."""

_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


@dataclass(frozen=True, slots=True)
class ShownPhoto:
    """A photo that may be shown.

    ``width`` and ``height`` are those of the largest rendition in pixels, upright;
    ``widths`` go from small to large; ``preview`` is a ``data:`` address of a few dozen
    pixels; ``digest`` names its files in the cache.
    """

    id: str
    width: int
    height: int
    widths: tuple[int, ...]
    preview: str
    photo: Photo
    digest: str = ""


@dataclass(frozen=True, slots=True)
class _Made:
    """What is known of a photo once its files are in the cache."""

    width: int
    height: int
    widths: tuple[int, ...]
    preview: str


def shown_photos(catalogue: Catalogue, content: Path, cache: Path, granted: Granted) -> dict[str, ShownPhoto]:
    """Photos that may be shown, by id; their files stand in ``cache`` when this returns.

    ``granted`` holds the consents for this use and day: a photo on which someone can be
    recognised is left out without one. Photos must have passed the checks; one whose file
    is not there is left out too. Raises OSError where files cannot be read or written.
    """
    shown = {}
    for entry in catalogue.of("photos"):
        photo = entry.record
        assert isinstance(photo, Photo)
        original = file_in(content / "photos", photo.file)
        if isinstance(original, Fault) or not may_be_shown(entry.address, photo, granted):
            continue
        digest = _digest(original)
        made = _read(cache, digest) or _make(original, cache, digest)
        shown[entry.id] = ShownPhoto(
            entry.id, made.width, made.height, made.widths, made.preview, photo, digest
        )
    return shown


def photo_assets(shown: Mapping[str, ShownPhoto], cache: Path) -> Iterator[tuple[str, Path]]:
    """Every file of the photos: its path below the site, and where it lies in the cache."""
    for photo in shown.values():
        for width in photo.widths:
            for suffix in FORMATS:
                file = _cached(cache, photo.digest, width, suffix)
                yield f"assets/photos/{photo.id}-{width}.{suffix}", file


def may_be_shown(address: str, photo: Photo, granted: Granted) -> bool:
    if photo.people_shown != "recognisable":
        return True
    return any(consent.item == "photo" for consent in granted.get(address, ()))


def _digest(original: Path) -> str:
    with original.open("rb") as opened:
        hashed = hashlib.file_digest(opened, "sha256")
    hashed.update(SETTINGS.encode("utf-8"))
    return hashed.hexdigest()[:32]


def _cached(cache: Path, digest: str, width: int, suffix: str) -> Path:
    return cache / f"{digest}-{width}.{suffix}"


def _read(cache: Path, digest: str) -> _Made | None:
    """What an earlier run made, if all of it is there. The note is written last."""
    try:
        note = json.loads((cache / f"{digest}.json").read_text(encoding="utf-8"))
        made = _Made(note["width"], note["height"], tuple(note["widths"]), note["preview"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
    files = (_cached(cache, digest, width, suffix) for width in made.widths for suffix in FORMATS)
    return made if all(file.is_file() for file in files) else None


def _make(original: Path, cache: Path, digest: str) -> _Made:
    picture = upright(original)
    width, height = picture.size
    widths = tuple(one for one in WIDTHS if one <= width) or (width,)
    for one in widths:
        scaled = scaled_to(picture, one, max(1, round(height * one / width)))
        for suffix, options in FORMATS.items():
            store(_cached(cache, digest, one, suffix), encoded(scaled, options))
    made = _Made(widths[-1], scaled.height, widths, _preview(scaled))
    store(cache / f"{digest}.json", json.dumps(asdict(made)).encode("utf-8"))
    return made


def upright(original: Path) -> Image.Image:
    """The photo as it is meant to be seen, in sRGB, with nothing attached."""
    with open_picture(original, format_of(original)) as opened:
        opened.load()
        turn = _TURNS.get(turn_of(opened))
        picture = to_srgb(opened)
    if turn is not None:
        picture = picture.transpose(turn)
    picture.info = {}
    return picture


def scaled_to(picture: Image.Image, width: int, height: int) -> Image.Image:
    if picture.size == (width, height):
        return picture
    return picture.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3.0)


def encoded(picture: Image.Image, options: Mapping[str, Any]) -> bytes:
    written = io.BytesIO()
    picture.save(written, **options)
    return written.getvalue()


def _preview(picture: Image.Image) -> str:
    """A blur of the photo as an address; as good as fits into its length."""
    address = ""
    for side, quality in ((PREVIEW_SIDE, 50), (PREVIEW_SIDE, 20), (PREVIEW_SIDE, 0), (12, 0)):
        tiny = picture.copy()
        tiny.thumbnail((side, side), Image.Resampling.LANCZOS)
        blurred = tiny.filter(ImageFilter.GaussianBlur(1))
        data = encoded(blurred, {"format": "WEBP", "quality": quality, "method": 6})
        address = f"data:image/webp;base64,{base64.b64encode(data).decode('ascii')}"
        if len(address) < PREVIEW_LENGTH:
            break
    return address
