"""Sarabun inside the Word file, so that it is set alike where the font is not installed.

The font is free to be embedded (OFL). Word wants its first 32 bytes mixed with a key that stands beside it.
"""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Final

FACES: Final = {
    "Regular": "Sarabun-Regular.ttf",
    "Bold": "Sarabun-Bold.ttf",
    "Italic": "Sarabun-Italic.ttf",
    "BoldItalic": "Sarabun-BoldItalic.ttf",
}
MIXED: Final = 32
CONTENT_TYPE: Final = "application/vnd.openxmlformats-officedocument.obfuscatedFont"


@cache
def embedded() -> tuple[tuple[str, str, bytes], ...]:
    """Each face: its kind, its key, and the bytes to put into the file."""
    return tuple((kind, *_mixed(name)) for kind, name in FACES.items())


def _mixed(name: str) -> tuple[str, bytes]:
    data = files("fontpkg_sarabun").joinpath("files", name).read_bytes()
    digits = hashlib.sha256(data).hexdigest()[:32].upper()
    mask = bytes.fromhex(digits)[::-1]
    head = bytes(byte ^ mask[at % len(mask)] for at, byte in enumerate(data[:MIXED]))
    ends = (0, 8, 12, 16, 20, 32)
    key = "-".join(digits[start:end] for start, end in pairwise(ends))
    return f"{{{key}}}", head + data[MIXED:]
