"""Documents for the tests of the Word file: every construct, and texts of the sample records."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date

from markdown_it import MarkdownIt
from markdown_it.token import Token
from PIL import Image

from gastro.dossier.document import (
    Beside,
    Block,
    Contents,
    Document,
    Heading,
    ListBlock,
    PageBreak,
    Paragraph,
    Picture,
    Run,
    Runs,
    Table,
)
from gastro.text.dates import Lang
from gastro.text.markdown import CITATION, FIGURE, RECORD_LINK

SITE = "https://example.org/phetchaburi"
DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 60"><rect width="160" height="60" fill="#e6efe0"/>'
    '<circle cx="30" cy="30" r="18" fill="#f5a623"/><text x="60" y="36" font-size="14">ลูกตาลสุก</text></svg>'
)
TEXTS: dict[Lang, tuple[str, ...]] = {
    "en": (
        "Phetchaburi has **one million** toddy palms; in 2019 there were {{ figure:palms }}. [^census] [^province]",
        "The *ripe pulp* of the [toddy palm](ingredients/luk-tan-suk) gives ***khanom tan***, see"
        " [the office](https://example.org/a_b?c=1). [^census]\n\n- salt\n- **sugar** of the palm\n- ลูกตาล (toddy palm)",
        "1. First step\n2. Second step [^province]\n\nA price of 5 \\* 3 and [brackets\\] stay. [^census]",
    ),
    "th": (
        "เพชรบุรีมีตาลโตนด **หนึ่งล้านต้น** ใน พ.ศ. 2562 นับได้ {{ figure:palms }} [^census] [^province]",
        "เนื้อ*ลูกตาลสุก*จาก[ต้นตาล](ingredients/luk-tan-suk)ใช้ทำ**ขนมตาล**และกลิ่นหอม น้ำตาลโตนดเป็นวัตถุดิบหลัก"
        " [^census]\n\n- เกลือ\n- **น้ำตาลโตนด**\n- กะทิ",
        "1. ขั้นแรก\n2. ขั้นที่สอง [^province]\n\nทำกันมานานตามที่เล่าต่อกันมา [^census]",
    ),
}
FIGURES = {"palms": "357,902"}


def document(lang: Lang = "en", *, keyed: bool = True) -> Document:
    """A document with everything a document can hold."""
    other: Lang = "th" if lang == "en" else "en"
    blocks: list[Block] = [
        Paragraph((Run("Reconstructed from public sources. "), Run("ร่างเพื่อตรวจ", lang="th")), "notice"),
        Contents("Contents" if lang == "en" else "สารบัญ", 2),
        PageBreak(),
        Heading(1, (Run("The city and its food"),), "city"),
        Heading(2, (Run("Presentation · "), Run("แนะนำเมือง", lang="th")), "presentation"),
    ]
    for number, text in enumerate(TEXTS[lang], 1):
        key = f"city/presentation/{number}/{lang}" if keyed else ""
        blocks.append(Paragraph((Run(f"Question {number}"),), "label"))
        blocks += blocks_of(text, key)
    blocks += [
        Paragraph((Run("Still to come from the city: the mayor's letter."),), "gap", key="city/letter/1/en"),
        Heading(3, (Run("Budget"),), "budget"),
        Table(
            (Run("Table 1. Budget lines"),),
            ((Run("Line"),), (Run("Amount"),), (Run("หมายเหตุ", lang="th"),)),
            (
                ((Run("Palms"),), (Run("100"),), runs_of("ดูแล**ต้นตาล** [^census]")),
                ((Run("Total"),), (Run("100"),), ()),
            ),
            (2, 1, 3),
            row_headers=True,
            keys=(("", "budget/palms/amount", "budget/palms/note"), ("", "", "budget/total/note")),
        ),
        Picture(DRAWING.encode(), "svg", "A palm fruit, drawn", (Run("Figure 1. ลูกตาลสุก"),), 0.5),
        Picture(png(), "png", ""),
        PageBreak(),
        Heading(1, (Run("Both languages"),), "both"),
        *(
            Beside(tuple(blocks_of(en, f"both/text/{n}/en")), tuple(blocks_of(th, f"both/text/{n}/th")))
            for n, (en, th) in enumerate(zip(TEXTS["en"], TEXTS["th"], strict=True), 1)
        ),
        Heading(1, (Run("Sources"),), "sources"),
        Heading(4, (Run("Printed"),), "printed"),
        Paragraph(
            (Run("1\tCensus of palms, "), Run("ทะเบียนต้นตาล", lang=other)), "note", anchor="source-census"
        ),
        Paragraph((Run("2\tProvince of Phetchaburi"),), "note", anchor="source-province"),
        ListBlock(((Run("One"),), (Run("Two"),)), anchors=("one", "two")),
        Paragraph((Run("See "), Run("the list", target="two"), Run(" above.")), "small"),
    ]
    return Document(
        "Phetchaburi, City of Gastronomy",
        lang,
        date(2026, 11, 20),
        tuple(blocks),
        subtitle="Application, reconstructed · ใบสมัคร",
        header="Phetchaburi · UNESCO Creative Cities Network",
        notice="Reconstructed from public sources; not the file submitted in 2021.",
        author="Phetchaburi",
        keywords=("gastronomy", "Phetchaburi"),
    )


def blocks_of(text: str, key: str = "") -> Iterator[Block]:
    """A text of a record as blocks of one answer."""
    tokens = MarkdownIt("commonmark").parse(text)
    items: list[Runs] | None = None
    ordered = False
    for token in tokens:
        if token.type in ("bullet_list_open", "ordered_list_open"):
            items, ordered = [], token.type.startswith("ordered")
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            yield ListBlock(tuple(items or ()), ordered, key=key)
            items = None
        elif token.type == "inline":
            runs = tuple(_runs(token.children or []))
            if items is None:
                yield Paragraph(runs, "answer" if key else "body", key=key)
            else:
                items.append(runs)


def runs_of(text: str) -> Runs:
    """One paragraph of a record's text."""
    return tuple(_runs(MarkdownIt("commonmark").parse(text)[1].children or []))


def _runs(children: list[Token]) -> Iterator[Run]:
    bold = italic = False
    link = ""
    for child in children:
        if child.type in ("strong_open", "strong_close"):
            bold = child.type == "strong_open"
        elif child.type in ("em_open", "em_close"):
            italic = child.type == "em_open"
        elif child.type == "link_open":
            link = str(child.attrGet("href"))
        elif child.type == "link_close":
            link = ""
        elif child.type == "softbreak":
            yield Run(" ", bold=bold, italic=italic)
        elif child.type in ("text", "text_special"):
            yield from _words(child.content, bold, italic, link)


def _words(text: str, bold: bool, italic: bool, link: str) -> Iterator[Run]:
    href, origin = link, ""
    if RECORD_LINK.fullmatch(link):
        href, origin = f"{SITE}/en/{link}/", f"link:{link}"
    for at, part in enumerate(CITATION.split(text)):
        if at % 2:
            number = str(1 + ["census", "province"].index(part)) if part in ("census", "province") else "9"
            yield Run(number, raised=True, target=f"source-{part}", origin=f"cite:{part}")
            continue
        for odd, piece in enumerate(FIGURE.split(part)):
            if odd % 2:
                yield Run(FIGURES.get(piece, "12"), bold=bold, italic=italic, origin=f"figure:{piece}")
            elif piece:
                yield Run(piece, bold=bold, italic=italic, href=href, origin=origin)


def png() -> bytes:
    """A small picture."""
    out = io.BytesIO()
    Image.new("RGB", (80, 20), "#2f5d3a").save(out, "PNG")
    return out.getvalue()
