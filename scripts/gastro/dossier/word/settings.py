"""The lesser parts of the Word file: lists, settings, fonts, and what the file says about itself."""

from __future__ import annotations

from collections.abc import Sequence

from gastro.dossier.document import Document
from gastro.dossier.word.looks import BULLETS, NUMBERS, STYLES
from gastro.dossier.word.styles import FONT, LOCALES, letters
from gastro.dossier.word.xml import OFFICE, PACKAGE, node, part, w, words
from gastro.text.dates import Lang

PANOSE = "00000500000000000000"
FALLBACK = ("Leelawadee UI", "020B0502040204020203")
"""Where Sarabun is not: a font of Windows that sets Thai at the same size."""


def numbering_part(numbered: int) -> bytes:
    """Bullets, and for each of ``numbered`` lists its own numbers from 1."""
    by_id = {style.list: style for style in STYLES if style.list}
    abstract, lists = [], []
    for id, kind, text in ((BULLETS, "bullet", "•"), (NUMBERS, "decimal", "%1.")):
        left, hanging = by_id[id].indent
        levels = []
        for level in range(3):
            ind = w("ind", left=left + 340 * level, hanging=hanging)
            levels.append(
                w(
                    "lvl",
                    w("start", val=1),
                    w("numFmt", val=kind),
                    w("pStyle", val=by_id[id].id) if level == 0 else None,
                    w("lvlText", val=text.replace("1", str(level + 1)) if kind == "decimal" else text),
                    w("lvlJc", val="left"),
                    w("pPr", ind),
                    w("rPr", w("rFonts", ascii=FONT, hAnsi=FONT, cs=FONT), *letters(size=11)),
                    ilvl=level,
                )
            )
        multi = w("multiLevelType", val="hybridMultilevel")
        abstract.append(w("abstractNum", w("nsid", val=f"4F2A10{id:02X}"), multi, *levels, abstractNumId=id))
        lists.append(w("num", w("abstractNumId", val=id), numId=id))
    for number in range(numbered):
        start = w("lvlOverride", w("startOverride", val=1), ilvl=0)
        lists.append(w("num", w("abstractNumId", val=NUMBERS), start, numId=NUMBERS + 1 + number))
    return part(w("numbering", *abstract, *lists), "w")


def settings_part(lang: Lang) -> bytes:
    """Settings of today's Word, so that it opens the file as its own and asks nothing."""
    compat = [
        w("compatSetting", name=name, uri="http://schemas.microsoft.com/office/word", val=value)
        for name, value in (
            ("compatibilityMode", 15),
            ("overrideTableStyleFontSizeAndJustification", 1),
            ("enableOpenTypeFeatures", 1),
            ("doNotFlipMirrorIndents", 1),
            ("differentiateMultirowTableHeaders", 1),
        )
    ]
    root = w(
        "settings",
        w("zoom", percent=100),
        w("embedTrueTypeFonts"),
        w("saveSubsetFonts"),
        w("defaultTabStop", val=567),
        w("characterSpacingControl", val="doNotCompress"),
        w("compat", *compat),
        w("themeFontLang", val=LOCALES[lang], bidi=LOCALES["th"]),
        w("decimalSymbol", val="."),
        w("listSeparator", val=","),
    )
    return part(root, "w")


def fonts_part(embedded: Sequence[tuple[str, str, str]]) -> bytes:
    """The fonts: ours with its files (kind, id of the relation, key), and what stands in for it."""
    files = [node(f"w:embed{kind}", {"r:id": id, "w:fontKey": key}) for kind, id, key in embedded]
    root = w(
        "fonts",
        w(
            "font",
            w("altName", val=FALLBACK[0]),
            w("panose1", val=PANOSE),
            w("charset", val="DE"),
            w("family", val="swiss"),
            w("pitch", val="variable"),
            *files,
            name=FONT,
        ),
        w(
            "font",
            w("panose1", val=FALLBACK[1]),
            w("charset", val="DE"),
            w("family", val="swiss"),
            w("pitch", val="variable"),
            name=FALLBACK[0],
        ),
    )
    return part(root, "w", "r")


def core_part(document: Document) -> bytes:
    """Title, author, language, dates: all from the document."""
    day = {"xsi:type": "dcterms:W3CDTF"}
    moment = f"{document.date.isoformat()}T00:00:00Z"
    root = node(
        "cp:coreProperties",
        None,
        words("dc:title", document.title),
        words("dc:subject", document.subtitle),
        words("dc:creator", document.author),
        words("cp:keywords", "; ".join(document.keywords)),
        words("cp:lastModifiedBy", document.author),
        words("dcterms:created", moment, day),
        words("dcterms:modified", moment, day),
        words("dc:language", LOCALES[document.lang]),
    )
    return part(root, "cp", "dc", "dcterms", "xsi")


def app_part() -> bytes:
    """What kind of program the file is for."""
    root = node(
        "Properties",
        {"xmlns": f"{OFFICE}/extended-properties"},
        words("Application", "Microsoft Office Word"),
        words("AppVersion", "16.0000"),
    )
    return part(root)


RELATION_OF_CORE = f"{PACKAGE}/relationships/metadata/core-properties"
