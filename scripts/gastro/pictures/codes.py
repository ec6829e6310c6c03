"""QR codes of pages, for signs on market stalls: as SVG, and as PNG of print size.

Error correction of level M or better: a code still reads with a seventh of it soiled. The
quiet zone of four modules around it is part of the picture, white in the dark scheme too.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Final

import PIL
import segno
from PIL import Image

from gastro.pictures.keep import store
from gastro.pictures.workers import do_all

QUIET: Final = 4
"""Modules of white around a code, as ISO/IEC 18004 asks for."""
PRINT_SIDE: Final = 1000
"""Pixels that the side of a PNG comes close to; at 300 dots an inch about 8.5 cm."""
PRINT_RESOLUTION: Final = 300
SUFFIXES: Final = ("svg", "png")
_BATCH: Final = 40
_VERSION: Final = f"1 {segno.__version__} {PIL.__version__}"


@dataclass(frozen=True, slots=True)
class Code:
    """A code to make: its path below the site without an ending, and the address it leads to."""

    path: str
    address: str


def code_assets(codes: Iterable[Code], cache: Path) -> Iterator[tuple[str, Path]]:
    """Path below the site and file in ``cache`` of every code, as SVG and as PNG."""
    kept = {code.path: (code.address, cache / f"code-{_digest(code.address)}") for code in codes}
    missing = [
        one for one in kept.values() if not all(_with(one[1], suffix).is_file() for suffix in SUFFIXES)
    ]
    batches = [tuple(missing[start : start + _BATCH]) for start in range(0, len(missing), _BATCH)]
    do_all(_make_all, batches, many=len(batches) > 2)
    for path, (_, file) in kept.items():
        for suffix in SUFFIXES:
            yield f"{path}.{suffix}", _with(file, suffix)


def _digest(address: str) -> str:
    return hashlib.sha256(f"{_VERSION} {address}".encode()).hexdigest()[:32]


def _with(file: Path, suffix: str) -> Path:
    return file.with_name(f"{file.name}.{suffix}")


def _make_all(codes: tuple[tuple[str, Path], ...]) -> None:
    for address, file in codes:
        made = make(address)
        store(_with(file, "svg"), as_svg(made))
        store(_with(file, "png"), as_png(made))


def make(address: str) -> segno.QRCode:
    """The code of an address: level M, or better where that needs no larger code."""
    return segno.make_qr(address, error="m", boost_error=True)


def as_svg(code: segno.QRCode) -> bytes:
    """Black on white; its size is left to the page, its viewBox counts modules."""
    written = BytesIO()
    code.save(
        written,
        kind="svg",
        border=QUIET,
        dark="#000",
        light="#fff",
        xmldecl=False,
        omitsize=True,
        svgclass=None,
        lineclass=None,
        nl=False,
    )
    return written.getvalue()


def as_png(code: segno.QRCode) -> bytes:
    """One bit a pixel, every module the same whole number of pixels."""
    side = int(code.symbol_size(border=QUIET)[0])
    modules = Image.frombytes(
        "L", (side, side), bytes(255 * (not dark) for row in code.matrix_iter(border=QUIET) for dark in row)
    )
    scale = PRINT_SIDE // side
    shown = modules.resize((side * scale, side * scale), Image.Resampling.NEAREST).convert(
        "1", dither=Image.Dither.NONE
    )
    written = BytesIO()
    shown.save(written, "PNG", compress_level=9, dpi=(PRINT_RESOLUTION, PRINT_RESOLUTION))
    return written.getvalue()
