"""Icons of the site in pixels, drawn from its mark, for places that take no SVG.

The maskable drawing has a ground to its edges and keeps clear of them, as devices that cut
icons to a shape of their own ask for. So has the one for home screens that fill what is
transparent with black.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Final

from PIL import Image

from gastro.pictures.card_window import rasterise

FOLDER: Final = "assets/icons"
SIZES: Final = (192, 512)
"""Pixels of the icons that a web app manifest names, plain and maskable."""
TOUCH: Final = 180
FAVICON: Final = (16, 32, 48)


def icon_assets(drawings: Path) -> Iterator[tuple[str, bytes]]:
    """The icons by their path below the site, from ``mark.svg`` and ``mark-maskable.svg`` in ``drawings``."""
    mark = (drawings / "mark.svg").read_text(encoding="utf-8")
    maskable = (drawings / "mark-maskable.svg").read_text(encoding="utf-8")
    for size in SIZES:
        yield f"{FOLDER}/icon-{size}.png", _png(rasterise(mark, size))
        yield f"{FOLDER}/maskable-{size}.png", _png(rasterise(maskable, size).convert("RGB"))
    yield f"{FOLDER}/touch-{TOUCH}.png", _png(rasterise(maskable, TOUCH).convert("RGB"))
    yield "favicon.ico", _ico([rasterise(mark, size) for size in FAVICON])


def _png(image: Image.Image) -> bytes:
    held = BytesIO()
    image.save(held, "PNG", optimize=True)
    return held.getvalue()


def _ico(images: list[Image.Image]) -> bytes:
    held = BytesIO()
    sizes = [image.size for image in images]
    images[-1].save(held, "ICO", sizes=sizes, append_images=images[:-1])
    return held.getvalue()
