"""The styles of the Word file, each with its Thai half: font, size, weight and language for complex scripts.

Thai is a complex script to Word: it takes ``cs`` fonts, ``szCs``, ``bCs`` and the language ``bidi``, and
leaves the Latin ones aside, so a style that says only the Latin half sets Thai wrongly.
"""

from __future__ import annotations

from typing import Final
from xml.etree.ElementTree import Element

from gastro.dossier.word.looks import BROWN, INK, LEAF, LINE, LINK, STYLES, Style
from gastro.dossier.word.xml import part, w
from gastro.text.dates import Lang

FONT: Final = "Sarabun"
LOCALES: Final[dict[Lang, str]] = {"th": "th-TH", "en": "en-GB"}


def letters(
    *, size: float = 0, bold: bool = False, italic: bool = False, colour: str = "", raised: bool = False
) -> list[Element]:
    """Properties of letters, for Latin and Thai alike, in the order of the schema."""
    found: list[Element] = []
    if bold:
        found += [w("b"), w("bCs")]
    if italic:
        found += [w("i"), w("iCs")]
    if colour:
        found.append(w("color", val=colour))
    if size:
        found += [w("sz", val=round(size * 2)), w("szCs", val=round(size * 2))]
    if raised:
        found.append(w("vertAlign", val="superscript"))
    return found


def language(lang: Lang) -> Element:
    """The language of letters; what is Thai in them is Thai in either case."""
    return w("lang", val=LOCALES[lang], eastAsia=LOCALES["en"], bidi=LOCALES["th"])


def styles_part(lang: Lang) -> bytes:
    """The part with all styles, for a document in a language."""
    fonts = w("rFonts", ascii=FONT, hAnsi=FONT, eastAsia=FONT, cs=FONT)
    base = [fonts, *letters(size=11, colour=INK), language(lang)]
    space = w("spacing", after=140, line=295, lineRule="auto")
    root = w(
        "styles",
        w(
            "docDefaults",
            w("rPrDefault", w("rPr", *base)),
            w("pPrDefault", w("pPr", w("widowControl"), space)),
        ),
        w("style", w("name", val="Normal"), w("qFormat"), type="paragraph", default=1, styleId="Normal"),
        w(
            "style",
            w("name", val="Default Paragraph Font"),
            w("uiPriority", val=1),
            w("semiHidden"),
            type="character",
            default=1,
            styleId="DefaultParagraphFont",
        ),
        w("style", w("name", val="No List"), w("semiHidden"), type="numbering", default=1, styleId="NoList"),
        *_tables(),
        *(_paragraph(style, lang) for style in STYLES),
        _character("Hyperlink", "Hyperlink", [w("color", val=LINK), w("u", val="single")]),
        _character("Citation", "Citation", letters(colour=BROWN, raised=True)),
        _character("FigureValue", "Figure Value", []),
        _character("Raised", "Raised", letters(raised=True)),
    )
    return part(root, "w")


def _paragraph(style: Style, lang: Lang) -> Element:
    body: list[Element] = [w("name", val=style.name), w("basedOn", val=style.based)]
    if style.next:
        body.append(w("next", val=style.next))
    body.append(w("uiPriority", val=9 if style.level else 10))
    if style.quick:
        body.append(w("qFormat"))
    body += [w("pPr", *_layout(style))]
    shown = letters(size=style.size, bold=style.bold, italic=style.italic, colour=style.colour)
    if shown:
        body.append(w("rPr", w("rFonts", ascii=FONT, hAnsi=FONT, cs=FONT), *shown, language(lang)))
    return w("style", *body, type="paragraph", styleId=style.id)


def _layout(style: Style) -> list[Element]:
    found: list[Element] = []
    if style.with_next:
        found.append(w("keepNext"))
    if style.with_next or style.whole:
        found.append(w("keepLines"))
    if style.list:
        found.append(w("numPr", w("numId", val=style.list)))
    if style.box:
        found.append(w("pBdr", *map(_side, style.box.split())))
    if style.fill:
        found.append(w("shd", val="clear", color="auto", fill=style.fill))
    if style.tab:
        found.append(w("tabs", w("tab", val="left", pos=style.tab)))
    if space := _space(style):
        found.append(w("spacing", **space))
    left, hanging = style.indent
    if left and hanging:
        found.append(w("ind", left=left, hanging=hanging))
    elif left:
        found.append(w("ind", left=left, right=left if style.fill else 0))
    if style.align:
        found.append(w("jc", val=style.align))
    if style.level:
        found.append(w("outlineLvl", val=style.level - 1))
    return found


def _space(style: Style) -> dict[str, str | int]:
    given = {"before": style.before, "after": style.after, "line": style.line or None}
    space: dict[str, str | int] = {name: value for name, value in given.items() if value is not None}
    return space | ({"lineRule": "auto"} if style.line else {})


def _side(text: str) -> Element:
    side, line, width, space, colour = text.split(":")
    return w(side, val=line, sz=width, space=space, color=colour)


def _character(id: str, name: str, shown: list[Element]) -> Element:
    body = [w("name", val=name), w("basedOn", val="DefaultParagraphFont"), w("uiPriority", val=99)]
    return w("style", *body, w("rPr", *shown) if shown else None, type="character", styleId=id)


def _tables() -> list[Element]:
    """The plain table all tables come from, ours with a header, and the one of two languages."""
    margins = w("tblCellMar", *(w(side, w=wide, type="dxa") for side, wide in _MARGINS))
    plain = w(
        "style",
        w("name", val="Normal Table"),
        w("uiPriority", val=99),
        w("semiHidden"),
        w("tblPr", w("tblInd", w=0, type="dxa"), margins),
        type="table",
        default=1,
        styleId="TableNormal",
    )
    lines = {
        side: w(side, val="single", sz=4, space=0, color=LINE)
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    }
    head = w(
        "tblStylePr",
        w("rPr", w("b"), w("bCs")),
        w("tcPr", w("shd", val="clear", color="auto", fill=LEAF)),
        type="firstRow",
    )
    first = w("tblStylePr", w("rPr", w("b"), w("bCs")), type="firstCol")
    ours = w(
        "style",
        w("name", val="Dossier Table"),
        w("basedOn", val="TableNormal"),
        w("uiPriority", val=59),
        w("qFormat"),
        w("tblPr", w("tblBorders", *lines.values())),
        head,
        first,
        type="table",
        styleId="DossierTable",
    )
    return [plain, ours]


_MARGINS = (("top", 50), ("left", 100), ("bottom", 30), ("right", 100))
