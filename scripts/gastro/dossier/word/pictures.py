"""Pictures of the Word file, drawings set as PNG for programs that do not draw them."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from typing import Final
from xml.etree.ElementTree import Element

import resvg_py
from PIL import Image

from gastro.dossier.document import Picture
from gastro.dossier.word.xml import NAMESPACES, node, w
from gastro.pictures.lettering import FILES

EMU: Final = 635
"""Units of a drawing in a twentieth of a point."""
PIXELS: Final = 1600
"""How wide a drawing as wide as the text is set."""
_DECORATIVE: Final = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"


@dataclass(frozen=True, slots=True)
class Bitmap:
    """A picture as a file of the package: its bytes, suffix, width and height in pixels."""

    data: bytes
    suffix: str
    size: tuple[int, int]


def bitmap(picture: Picture) -> Bitmap:
    """The picture as Word takes it."""
    data, suffix = picture.data, picture.format
    if picture.format == "svg":
        fonts = files("fontpkg_sarabun").joinpath("files")
        data = bytes(
            resvg_py.svg_to_bytes(
                svg_string=picture.data.decode("utf-8"),
                width=max(320, round(PIXELS * picture.width)),
                skip_system_fonts=True,
                font_files=[str(Path(str(fonts.joinpath(name)))) for name in FILES.values()],
                font_family="Sarabun",
                sans_serif_family="Sarabun",
            )
        )
        suffix = "png"
    with Image.open(BytesIO(data)) as opened:
        return Bitmap(data, suffix, opened.size)


def drawing(picture: Picture, shape: Bitmap, *, id: int, relation: str, room: tuple[int, int]) -> Element:
    """The run that shows a picture; ``room`` is the width and height it may fill, in twips."""
    wide, high = shape.size
    across = min(room[0] * picture.width, room[1] * wide / high)
    extent = {"cx": str(round(across * EMU)), "cy": str(round(across * high / wide * EMU))}
    names = {"id": str(id), "name": f"Picture {id}"}
    told = node("wp:docPr", names | {"descr": picture.alt}, _decorative() if not picture.alt else None)
    shown = node(
        "pic:pic",
        None,
        node("pic:nvPicPr", None, node("pic:cNvPr", names), node("pic:cNvPicPr")),
        node(
            "pic:blipFill",
            None,
            node("a:blip", {"r:embed": relation}),
            node("a:stretch", None, node("a:fillRect")),
        ),
        node(
            "pic:spPr",
            None,
            node("a:xfrm", None, node("a:off", {"x": "0", "y": "0"}), node("a:ext", extent)),
            node("a:prstGeom", {"prst": "rect"}, node("a:avLst")),
        ),
    )
    inline = node(
        "wp:inline",
        dict.fromkeys(("distT", "distB", "distL", "distR"), "0"),
        node("wp:extent", extent),
        told,
        node("wp:cNvGraphicFramePr", None, node("a:graphicFrameLocks", {"noChangeAspect": "1"})),
        node("a:graphic", None, node("a:graphicData", {"uri": NAMESPACES["pic"]}, shown)),
    )
    return w("r", w("drawing", inline))


def _decorative() -> Element:
    """Says that a picture without words needs none."""
    return node("a:extLst", None, node("a:ext", {"uri": _DECORATIVE}, node("adec:decorative", {"val": "1"})))
