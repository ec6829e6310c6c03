"""XML and the packed file of a Word document, the same bytes from the same content.

Elements carry their prefix in the tag (``w:p``); the prefixes are declared once, at the root of a part.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from datetime import date
from typing import Final
from xml.etree.ElementTree import Element, tostring

OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006"
PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
NAMESPACES: Final = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": f"{OFFICE}/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "ds": f"{OFFICE}/customXml",
    "cp": f"{PACKAGE}/metadata/core-properties",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
}
_HEAD = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def node(tag: str, attributes: Mapping[str, str] | None = None, *children: Element | None) -> Element:
    """An element with its children; those that are None are left out."""
    made = Element(tag, {name: clean(value) for name, value in (attributes or {}).items()})
    made.extend([child for child in children if child is not None])
    return made


def w(tag: str, *children: Element | None, **attributes: str | int) -> Element:
    """An element of WordprocessingML: ``w("pStyle", val="Answer")``."""
    named = {f"w:{name}": clean(str(value)) for name, value in attributes.items()}
    return node(f"w:{tag}", named, *children)


def words(tag: str, text: str, attributes: Mapping[str, str] | None = None) -> Element:
    """An element that holds text, its spaces kept."""
    made = node(tag, attributes)
    made.text = clean(text)
    if made.text != made.text.strip() or "  " in made.text:
        made.set("xml:space", "preserve")
    return made


def clean(text: str) -> str:
    """The text without the characters that XML cannot hold."""
    return _NOT_IN_XML.sub("", text)


def part(root: Element, *prefixes: str) -> bytes:
    """A part of the package, its prefixes declared."""
    for prefix in prefixes:
        root.set(f"xmlns:{prefix}", NAMESPACES[prefix])
    data: bytes = tostring(root, encoding="utf-8")
    return _HEAD + data


class Relations:
    """What a part points at: other parts, and addresses on the web."""

    def __init__(self) -> None:
        self._ids: dict[tuple[str, str, bool], str] = {}

    def add(self, kind: str, target: str, *, outside: bool = False) -> str:
        """The id to point with; ``kind`` is the last word of the relationship's type, or the whole of it."""
        return self._ids.setdefault((kind, target, outside), f"rId{len(self._ids) + 1}")

    def part(self) -> bytes:
        """The part that lists them."""
        root = node("Relationships", {"xmlns": f"{PACKAGE}/relationships"})
        for (kind, target, outside), id in self._ids.items():
            type_ = kind if "/" in kind else f"{OFFICE}/relationships/{kind}"
            mode = {"TargetMode": "External"} if outside else {}
            root.append(node("Relationship", {"Id": id, "Type": type_, "Target": target, **mode}))
        return part(root)


def packed(parts: Mapping[str, bytes], types: Mapping[str, str], made: date) -> bytes:
    """The file: parts by path; ``types`` gives their content types by path, or by suffix (``.png``)."""
    root = node("Types", {"xmlns": f"{PACKAGE}/content-types"})
    for name in sorted(types):
        if name.startswith("."):
            root.append(node("Default", {"Extension": name[1:], "ContentType": types[name]}))
    for name in sorted(types):
        if not name.startswith("."):
            root.append(node("Override", {"PartName": f"/{name}", "ContentType": types[name]}))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as file:
        for name, data in [("[Content_Types].xml", part(root)), *sorted(parts.items())]:
            entry = zipfile.ZipInfo(name, (max(made.year, 1980), made.month, made.day, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            file.writestr(entry, data)
    return out.getvalue()
