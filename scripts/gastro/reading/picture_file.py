"""Looks into a picture file that someone sent: whether it is what it says, whole and fit for the web.

Nothing here trusts the file. Its first bytes choose the one decoder that may read it, its
size is known before anything is decoded, and it is decoded to the last row, because a
picture that breaks off shows only there.
"""

from __future__ import annotations

import stat
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from PIL import ExifTags, Image

from gastro.problems import Spot

MAX_BYTES: Final = 40 * 1024 * 1024
MAX_PIXELS: Final = 100_000_000
LEAST_SIDE: Final = 1200
"""Pixels on the longer side."""
SUFFIXES: Final[Mapping[str, tuple[str, ...]]] = {
    "JPEG": (".jpg", ".jpeg"),
    "PNG": (".png",),
    "WebP": (".webp",),
    "AVIF": (".avif",),
    "TIFF": (".tif", ".tiff"),
}
"""Formats that are taken and the endings of their names, the usual one first."""
OTHER_SUFFIXES: Final = (".heic", ".heif", ".gif", ".bmp")
"""Endings of pictures that are not taken: each gets its own remedy."""

_DECODERS = {"JPEG": ("JPEG", "MPO"), "WebP": ("WEBP",)}
_SIGNS = (
    (b"\xff\xd8\xff", "JPEG"),
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"GIF8", "GIF"),
    (b"BM", "BMP"),
)
_HEIF_BRANDS = frozenset((b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"))


@dataclass(frozen=True, slots=True)
class Fault:
    """The code of what is wrong with a picture file, the values for its wording, and where.

    ``spot`` is a place in the file itself where that is text, else None.
    """

    code: str
    values: Mapping[str, object] = field(default_factory=dict)
    spot: Spot | None = None


@dataclass(frozen=True, slots=True)
class PictureFacts:
    """A sound picture: its format, and its size in pixels as it is meant to be seen."""

    format: str
    width: int
    height: int


def file_in(folder: Path, name: str) -> Path | Fault:
    """The picture ``name`` in ``folder``: a file of its own there, never a way to elsewhere."""
    if not name or name.startswith(".") or any(sign in name for sign in "/\\:\0\n"):
        return Fault("picture-path", {"value": name})
    # The listing tells Photo.JPG from photo.jpg even where the disk does not.
    if not folder.is_dir() or name not in (child.name for child in folder.iterdir()):
        return Fault("picture-missing", {"value": name})
    file = folder / name
    if not stat.S_ISREG(file.lstat().st_mode):
        return Fault("picture-path", {"value": name})
    return file


def inspect_picture(folder: Path, name: str) -> PictureFacts | Fault:
    """The facts of the picture ``name`` in ``folder``, or what is wrong with it. Never raises."""
    file = file_in(folder, name)
    if isinstance(file, Fault):
        return file
    try:
        size = file.stat().st_size
        if not size:
            return Fault("picture-empty", {"value": name})
        if size > MAX_BYTES:
            shown = f"{size / 2**20:.0f}"
            return Fault("picture-heavy", {"value": name, "size": shown, "limit": MAX_BYTES // 2**20})
        found = format_of(file)
        return _unfit(found, name) or _decoded(file, found)
    except OSError as error:
        return Fault("file-unreadable", {"reason": error.strerror or type(error).__name__})


def format_of(file: Path) -> str:
    """The format by the first bytes, whatever the name says; empty where they are no picture's."""
    with file.open("rb") as opened:
        head = opened.read(64)
    for sign, format in _SIGNS:
        if head.startswith(sign):
            return format
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "WebP"
    if head[4:8] == b"ftyp":
        length = min(int.from_bytes(head[:4], "big"), len(head))
        brands = {head[at : at + 4] for at in (8, *range(16, length, 4))}
        if brands & {b"avif", b"avis"}:
            return "AVIF"
        if brands & _HEIF_BRANDS:
            return "HEIC"
    return ""


@contextmanager
def open_picture(file: Path, format: str) -> Iterator[Image.Image]:
    """Open a picture with the decoder of its format alone; nothing is decoded yet.

    Raises whatever Pillow raises for bytes it cannot read.
    """
    with warnings.catch_warnings():
        # Pillow warns at a limit of its own; ours is checked on the size it reports.
        warnings.simplefilter("ignore")
        with Image.open(file, formats=_DECODERS.get(format, (format,))) as image:
            yield image


def turn_of(image: Image.Image) -> int:
    """How a camera says that a decoded picture lies: 1 (upright) to 8, as EXIF counts."""
    try:
        turn = image.getexif().get(ExifTags.Base.Orientation, 1)
    except Exception:  # what a camera wrote beside the picture may be anything
        return 1
    return turn if turn in range(1, 9) else 1


def _unfit(found: str, name: str) -> Fault | None:
    """What the format alone rules out."""
    stem, suffix = Path(name).stem, Path(name).suffix.lower()
    if found == "HEIC":
        return Fault("picture-heic", {"value": name, "name": f"{stem}.jpg"})
    if not found:
        return Fault("picture-unknown", {"value": name})
    if found not in SUFFIXES:
        return Fault("picture-format", {"value": name, "found": found})
    if suffix not in SUFFIXES[found]:
        return Fault(
            "picture-mislabelled", {"value": name, "found": found, "name": f"{stem}{SUFFIXES[found][0]}"}
        )
    return None


def _decoded(file: Path, format: str) -> PictureFacts | Fault:
    try:
        with open_picture(file, format) as image:
            width, height = image.size
            if width * height > MAX_PIXELS:
                return _bomb(file.name)
            if max(width, height) < LEAST_SIDE:
                values = {"value": file.name, "width": width, "height": height, "least": LEAST_SIDE}
                return Fault("picture-small", values)
            if image.format != "MPO" and _has_more(image):
                return Fault("picture-animated", {"value": file.name})
            image.load()
            width, height = image.size
            if turn_of(image) >= 5:
                width, height = height, width
            return PictureFacts(format, width, height)
    except Image.DecompressionBombError:
        return _bomb(file.name)
    except Exception:  # decoders raise anything for broken bytes
        return Fault("picture-broken", {"value": file.name})


def _bomb(name: str) -> Fault:
    return Fault("picture-bomb", {"value": name, "limit": MAX_PIXELS // 1_000_000})


def _has_more(image: Image.Image) -> bool:
    """Whether a second picture follows, without counting how many there are."""
    if image.format != "TIFF":
        return bool(getattr(image, "is_animated", False))
    try:
        image.seek(1)
    except EOFError:
        return False
    return True
