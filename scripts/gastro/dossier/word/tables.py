"""Tables of the Word file: header rows that repeat and are marked, columns of fixed width."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element

from gastro.dossier.document import Beside, Block, Paragraph, Runs
from gastro.dossier.word.xml import w

_LETTER, _LINES = 90, 8
"""About the width of a letter in tables, in twips, and the height of a row that is not parted."""


def cell(wide: int, inside: Sequence[Element]) -> Element:
    """A cell, its width in twips."""
    return w("tc", w("tcPr", w("tcW", w=wide, type="dxa")), *inside)


def table(
    rows: Sequence[Element], columns: Sequence[int], *, title: str, header: bool, first: bool
) -> Element:
    """A table; ``title`` is told to those who cannot see it."""
    look = {"firstRow": header, "lastRow": False, "firstColumn": first, "lastColumn": False}
    bits = 0x0400 | 0x0200 | (0x0020 if header else 0) | (0x0080 if first else 0)
    return w(
        "tbl",
        w(
            "tblPr",
            w("tblStyle", val="DossierTable"),
            w("tblW", w=sum(columns), type="dxa"),
            w("tblLayout", type="fixed"),
            w(
                "tblLook",
                val=f"{bits:04X}",
                **{name: int(on) for name, on in look.items()},
                noHBand=1,
                noVBand=1,
            ),
            w("tblCaption", val=title) if title else None,
        ),
        w("tblGrid", *(w("gridCol", w=wide) for wide in columns)),
        *rows,
    )


def side_by_side(pair: Beside) -> list[tuple[Sequence[Block], Sequence[Block]]]:
    """Block beside block where both columns hold the same kinds: a paragraph faces its translation."""
    if [_sort(one) for one in pair.left] == [_sort(one) for one in pair.right]:
        return [((left,), (right,)) for left, right in zip(pair.left, pair.right, strict=True)]
    return [(pair.left, pair.right)]


def _sort(block: Block) -> tuple[type[Block], str]:
    return type(block), block.style if isinstance(block, Paragraph) else ""


def is_low(cells: Sequence[Runs], columns: Sequence[int]) -> bool:
    """Whether a row is some lines high at most: such a row should stand on one page."""
    lengths = (sum(len(run.text) for run in cell) for cell in cells)
    return all(length * _LETTER < wide * _LINES for length, wide in zip(lengths, columns, strict=True))
