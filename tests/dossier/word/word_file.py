"""Looks into a Word file, and changes it as people and programs do."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

from lxml import etree

NAMES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}
W = f"{{{NAMES['w']}}}"
HEAD = f'<x xmlns:w="{NAMES["w"]}" xmlns:r="{NAMES["r"]}">'


def xml(data: bytes, name: str = "word/document.xml") -> etree._Element:
    """A part of the file."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return etree.fromstring(file.read(name))


def found(root: etree._Element, path: str) -> list[etree._Element]:
    """What an XPath finds."""
    return list(root.xpath(path, namespaces=NAMES))


def changed(
    data: bytes,
    change: Callable[[etree._Element], None],
    more: dict[str, str] | None = None,
    without: str = "-",
) -> bytes:
    """The file with its document changed, and with or without other parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as file, zipfile.ZipFile(out, "w") as new:
        for name in file.namelist():
            content = file.read(name)
            if name.startswith(without):
                continue
            if name == "word/document.xml":
                root = etree.fromstring(content)
                change(root)
                content = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
            if name == "word/_rels/document.xml.rels" and more:
                kinds = "".join(
                    f'<Relationship Id="rIdMore{at}" Type="{NAMES["r"]}/{path.rpartition("/")[2].removesuffix(".xml")}"'
                    f' Target="{path.removeprefix("word/")}"/>'
                    for at, path in enumerate(more)
                )
                content = content.replace(b"</Relationships>", f"{kinds}</Relationships>".encode())
            new.writestr(name, content)
        for name, text in (more or {}).items():
            new.writestr(name, text)
    return out.getvalue()


def made(text: str) -> list[etree._Element]:
    """Elements from XML with the usual prefixes."""
    return list(etree.fromstring(f"{HEAD}{text}</x>"))


def paragraph_of(root: etree._Element, words: str) -> etree._Element:
    """The last paragraph that holds these words."""
    return next(p for p in reversed(found(root, "//w:p")) if words in "".join(p.itertext()))


def run_of(root: etree._Element, words: str) -> etree._Element:
    """The first run with these words."""
    return next(r for r in found(root, "//w:r") if words in "".join(r.itertext()))
