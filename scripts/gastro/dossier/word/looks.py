"""How each kind of paragraph of the Word file looks: sizes, spaces, colours, boxes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

INK, SOFT, BROWN, GREEN, ROSE, LINE, LINK = (
    "2E211A",
    "5A4838",
    "5B3216",
    "24492D",
    "7E2222",
    "CDBB93",
    "7A3409",
)
"""Colours of the site, at the contrast of print."""
LEAF, CREAM, BLUSH = "E6EFE0", "FFF6E0", "FDF1EC"
BULLETS, NUMBERS = 1, 2
"""Abstract lists; the numbered lists of a document begin at ``NUMBERS + 1`` (see numbering)."""


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style. Sizes in points, spaces in twentieths of a point; ``box`` draws borders."""

    id: str
    name: str
    size: float = 0
    based: str = "Normal"
    next: str = ""
    bold: bool = False
    italic: bool = False
    colour: str = ""
    before: int | None = None
    after: int | None = None
    line: int = 0
    with_next: bool = False
    whole: bool = False
    """Not parted at the end of a page."""
    level: int = 0
    indent: tuple[int, int] = (0, 0)
    """Left, and by how much the first line hangs."""
    box: str = ""
    """Sides as ``side:line:width:space:colour``, with spaces between."""
    fill: str = ""
    align: str = ""
    list: int = 0
    tab: int = 0
    quick: bool = True


_GAP = " ".join(f"{side}:dashed:8:6:{ROSE}" for side in ("top", "left", "bottom", "right"))
STYLES: Final = (
    Style("Title", "Title", 25, bold=True, colour=BROWN, before=0, after=80, line=264, with_next=True),
    Style("Subtitle", "Subtitle", 13, colour=SOFT, after=320, with_next=True),
    Style(
        "Heading1",
        "heading 1",
        17,
        next="BodyText",
        bold=True,
        colour=GREEN,
        before=480,
        after=160,
        line=264,
        with_next=True,
        level=1,
        box=f"bottom:single:6:4:{LINE}",
    ),
    Style(
        "Heading2",
        "heading 2",
        13.5,
        next="BodyText",
        bold=True,
        colour=BROWN,
        before=360,
        after=100,
        line=264,
        with_next=True,
        level=2,
    ),
    Style(
        "Heading3",
        "heading 3",
        12,
        next="BodyText",
        bold=True,
        colour=GREEN,
        before=280,
        after=80,
        line=264,
        with_next=True,
        level=3,
    ),
    Style(
        "Heading4",
        "heading 4",
        11,
        next="BodyText",
        bold=True,
        colour=SOFT,
        before=220,
        after=60,
        line=264,
        with_next=True,
        level=4,
    ),
    Style("BodyText", "Body Text"),
    Style("Answer", "Answer", based="BodyText"),
    Style(
        "Gap",
        "Gap",
        10.5,
        "BodyText",
        colour=ROSE,
        before=120,
        after=200,
        indent=(142, 0),
        box=_GAP,
        fill=BLUSH,
        whole=True,
    ),
    Style(
        "Notice",
        "Notice",
        10.5,
        "BodyText",
        before=120,
        after=240,
        indent=(170, 0),
        box="left:single:24:8:C98400",
        fill=CREAM,
    ),
    Style("Small", "Small", 9.5, "BodyText", colour=SOFT, after=110, line=264),
    Style(
        "Label",
        "Label",
        10,
        "BodyText",
        "Answer",
        bold=True,
        colour=GREEN,
        before=200,
        after=40,
        with_next=True,
    ),
    Style("Note", "Note", 9.5, "BodyText", after=80, line=264, indent=(397, 397), tab=397),
    Style("ListBullet", "List Bullet", based="BodyText", after=60, indent=(454, 284), list=BULLETS),
    Style("ListNumber", "List Number", based="BodyText", after=60, indent=(510, 340), list=NUMBERS),
    Style("Caption", "caption", 9.5, bold=True, colour=SOFT, before=60, after=120, line=264),
    Style("Picture", "Picture", before=160, after=60, with_next=True, line=240, align="center"),
    Style("TableText", "Table Text", 9.5, after=40, line=259),
    Style("TableHead", "Table Head", based="TableText", bold=True, colour=GREEN),
    Style(
        "ContentsTitle", "Contents Title", 14, bold=True, colour=GREEN, before=240, after=120, with_next=True
    ),
    Style("TOC1", "toc 1", 10.5, bold=True, before=80, after=16, line=259, quick=False),
    Style("TOC2", "toc 2", 10, after=16, line=259, indent=(284, 0), quick=False),
    Style("TOC3", "toc 3", 10, colour=SOFT, after=20, line=264, indent=(567, 0), quick=False),
    Style("TOC4", "toc 4", 10, colour=SOFT, after=20, line=264, indent=(850, 0), quick=False),
    Style(
        "Header", "header", 9, colour=SOFT, after=0, line=240, box=f"bottom:single:4:4:{LINE}", quick=False
    ),
    Style("Footer", "footer", 9, colour=SOFT, after=20, line=240, quick=False),
)
