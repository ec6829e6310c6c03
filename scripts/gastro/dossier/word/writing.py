"""A document as a Word file that opens in Word and LibreOffice and can be worked on.

Written part by part, without a template, so that the same document gives the same bytes. The answers
in it can be found again after editing: see anchors, edited.
"""

from __future__ import annotations

import re
from typing import Final
from xml.etree.ElementTree import Element

from gastro.dossier.document import Document, Run
from gastro.dossier.word.anchors import base_part, digest_of, store_part
from gastro.dossier.word.blocks import Body
from gastro.dossier.word.fonts import CONTENT_TYPE, embedded
from gastro.dossier.word.settings import (
    RELATION_OF_CORE,
    app_part,
    core_part,
    fonts_part,
    numbering_part,
    settings_part,
)
from gastro.dossier.word.styles import styles_part
from gastro.dossier.word.xml import Relations, node, packed, part, w, words
from gastro.text.dates import Lang

A4: Final = (11906, 16838)
"""In twentieths of a point."""
MARGINS: Final = {"top": 1531, "right": 1361, "bottom": 1814, "left": 1361}
PAGE_OF: Final[dict[Lang, str]] = {"th": "หน้า {0} จาก {1}", "en": "Page {0} of {1}"}
_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_STORE: Final = "{6F1B1C52-0C7E-4B8C-9F39-5D1A6C1E7A01}"


def docx(document: Document) -> bytes:
    """The Word file of a document."""
    relations = Relations()
    page = (A4[1], A4[0]) if document.landscape else A4
    room = (page[0] - MARGINS["left"] - MARGINS["right"], page[1] - MARGINS["top"] - MARGINS["bottom"])
    for kind in ("styles", "numbering", "settings", "fontTable"):
        relations.add(kind, f"{kind}.xml")
    relations.add("customXml", "../customXml/item1.xml")
    body = Body(document, relations, room)
    title = [body.paragraph("Title", body.text.runs((Run(document.title),)))]
    if document.subtitle:
        title.append(body.paragraph("Subtitle", body.text.runs((Run(document.subtitle),))))
    blocks = body.blocks(document.blocks, document.lang, room[0])
    section = _section(relations, page)
    for one in (*title, *blocks):
        body.text.base.paragraphs |= {digest_of(_words_of(paragraph)) for paragraph in one.iter("w:p")}
    parts: dict[str, bytes] = {
        "word/document.xml": part(
            w("document", w("body", *title, *blocks, section)), "w", "r", "wp", "a", "pic", "adec"
        ),
        "word/header1.xml": part(
            w("hdr", body.paragraph("Header", _run(document.header or document.title))), "w"
        ),
        "word/footer1.xml": part(w("ftr", *_footer(document, body)), "w"),
        "word/styles.xml": styles_part(document.lang),
        "word/numbering.xml": numbering_part(body.numbered),
        "word/settings.xml": settings_part(document.lang),
        "docProps/core.xml": core_part(document),
        "docProps/app.xml": app_part(),
        "customXml/item1.xml": base_part(body.text.base),
        "customXml/itemProps1.xml": store_part(_STORE),
        "word/_rels/document.xml.rels": relations.part(),
    }
    parts |= {f"word/{name}": shape.data for name, shape in body.pictures.items()}
    parts |= _fonts() | _relations()
    return packed(parts, _types(parts), document.date)


def _section(relations: Relations, page: tuple[int, int]) -> Element:
    header, footer = relations.add("header", "header1.xml"), relations.add("footer", "footer1.xml")
    turned = {"orient": "landscape"} if page[0] > page[1] else {}
    return w(
        "sectPr",
        node("w:headerReference", {"w:type": "default", "r:id": header}),
        node("w:footerReference", {"w:type": "default", "r:id": footer}),
        w("pgSz", w=page[0], h=page[1], **turned),
        w("pgMar", **MARGINS, header=709, footer=567, gutter=0),
    )


def _footer(document: Document, body: Body) -> list[Element]:
    """The notice, and the page's number of all pages."""
    found = [body.paragraph("Footer", _run(document.notice))] if document.notice else []
    inside: list[Element] = []
    for piece in re.split(r"(\{[01]\})", document.words.get("page", PAGE_OF[document.lang])):
        if piece in ("{0}", "{1}"):
            inside += _counted("PAGE" if piece == "{0}" else "NUMPAGES")
        elif piece:
            inside += _run(piece)
    return [*found, body.paragraph("Footer", inside, w("jc", val="right"))]


def _counted(code: str) -> list[Element]:
    """A field that Word fills in as it lays out the page."""
    kinds = {kind: w("r", w("fldChar", fldCharType=kind)) for kind in ("begin", "separate", "end")}
    told = w("r", words("w:instrText", f" {code} "))
    return [kinds["begin"], told, kinds["separate"], *_run("1"), kinds["end"]]


def _run(text: str) -> list[Element]:
    return [w("r", words("w:t", text))] if text else []


def _words_of(paragraph: Element) -> str:
    return "".join(text.text or "" for text in paragraph.iter("w:t"))


def _fonts() -> dict[str, bytes]:
    """The table of fonts, and the files it embeds."""
    relations, named, parts = Relations(), [], {}
    for number, (kind, key, data) in enumerate(embedded(), 1):
        name = f"fonts/font{number}.odttf"
        named.append((kind, relations.add("font", name), key))
        parts[f"word/{name}"] = data
    return parts | {
        "word/fontTable.xml": fonts_part(named),
        "word/_rels/fontTable.xml.rels": relations.part(),
    }


def _relations() -> dict[str, bytes]:
    """How the package and its store of answers hang together."""
    package, store = Relations(), Relations()
    package.add("officeDocument", "word/document.xml")
    package.add(RELATION_OF_CORE, "docProps/core.xml")
    package.add("extended-properties", "docProps/app.xml")
    store.add("customXmlProps", "itemProps1.xml")
    return {"_rels/.rels": package.part(), "customXml/_rels/item1.xml.rels": store.part()}


def _types(parts: dict[str, bytes]) -> dict[str, str]:
    named = {
        "word/document.xml": f"{_WORD}.document.main+xml",
        "word/header1.xml": f"{_WORD}.header+xml",
        "word/footer1.xml": f"{_WORD}.footer+xml",
        "word/styles.xml": f"{_WORD}.styles+xml",
        "word/numbering.xml": f"{_WORD}.numbering+xml",
        "word/settings.xml": f"{_WORD}.settings+xml",
        "word/fontTable.xml": f"{_WORD}.fontTable+xml",
        "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
        "customXml/itemProps1.xml": "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
    }
    by_suffix = {
        ".rels": "application/vnd.openxmlformats-package.relationships+xml",
        ".xml": "application/xml",
        ".odttf": CONTENT_TYPE,
        ".png": "image/png",
        ".jpeg": "image/jpeg",
    }
    used = {f".{name.rpartition('.')[2]}" for name in parts}
    return named | {suffix: type_ for suffix, type_ in by_suffix.items() if suffix in used}
