"""The parts of a Word file that comes back: read with care, since it may have been through many programs."""

from __future__ import annotations

import io
import posixpath
import zipfile
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final
from xml.etree.ElementTree import Element, ParseError, fromstring

from gastro.dossier.word.anchors import SPACE, Base, read_base
from gastro.dossier.word.xml import NAMESPACES, OFFICE

W: Final = f"{{{NAMESPACES['w']}}}"
R_ID: Final = f"{{{NAMESPACES['r']}}}id"
LARGEST: Final = 64_000_000
"""Bytes of one part, unpacked."""


class NotAWordFile(ValueError):
    """What was given cannot be read as a Word file; the message says why, for developers."""


@dataclass
class Package:
    """A Word file, opened."""

    document: Element
    hrefs: dict[str, str] = field(default_factory=dict)
    """Addresses on the web, by the id of their relation."""
    parts: dict[str, Element] = field(default_factory=dict)
    """The parts that the document points at, by the last word of the relation's type."""
    base: Base | None = None

    @cached_property
    def ordered(self) -> dict[str, bool]:
        """Whether a list counts its items, by ``numId``."""
        numbering = self.parts.get("numbering")
        if numbering is None:
            return {}
        abstract = {}
        for one in numbering.iter(f"{W}abstractNum"):
            kinds = [value(level.find(f"{W}numFmt")) for level in one.iter(f"{W}lvl")]
            abstract[one.get(f"{W}abstractNumId", "")] = bool(kinds) and kinds[0] not in (
                "bullet",
                "none",
                "",
            )
        return {
            one.get(f"{W}numId", ""): abstract.get(value(one.find(f"{W}abstractNumId")), False)
            for one in numbering.iter(f"{W}num")
        }

    @cached_property
    def styles(self) -> dict[str, Element]:
        """Styles by id."""
        root = self.parts.get("styles")
        found = [] if root is None else root.findall(f"{W}style")
        return {one.get(f"{W}styleId", ""): one for one in found}

    def style_name(self, id: str) -> str:
        """What people see a style called; ids may change with the program, names do not."""
        style = self.styles.get(id)
        return value(style.find(f"{W}name")) if style is not None else id

    def list_of_style(self, id: str) -> str:
        """The ``numId`` that a style, or one it is based on, brings along."""
        for _ in range(20):
            style = self.styles.get(id)
            if style is None:
                return ""
            given = style.find(f"{W}pPr/{W}numPr/{W}numId")
            if given is not None:
                return value(given)
            id = value(style.find(f"{W}basedOn"))
        return ""


def value(element: Element | None) -> str:
    """The attribute ``w:val``, or nothing."""
    return "" if element is None else element.get(f"{W}val", "")


def is_on(properties: Element | None, *names: str) -> bool:
    """Whether one of the switches is there and not turned off."""
    if properties is None:
        return False
    found = [properties.find(f"{W}{name}") for name in names]
    return any(one is not None and value(one) not in ("0", "false", "off", "none") for one in found)


def opened(data: bytes) -> Package:
    """Open a file. Raises NotAWordFile."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            return _package(file)
    except (zipfile.BadZipFile, KeyError, ParseError, NotImplementedError, EOFError, OSError) as error:
        raise NotAWordFile(str(error)) from error


def _package(file: zipfile.ZipFile) -> Package:
    main = next(
        (target for kind, target, _ in _relations(file, "").values() if kind == "officeDocument"),
        "word/document.xml",
    )
    relations = _relations(file, main)
    names = set(file.namelist())
    hrefs = {
        id: target for id, (kind, target, outside) in relations.items() if outside and kind == "hyperlink"
    }
    parts: dict[str, Element] = {}
    base = None
    for kind, target, outside in relations.values():
        if outside or target not in names:
            continue
        if kind in ("numbering", "styles", "comments", "footnotes", "endnotes"):
            parts[kind] = _xml(file, target)
        elif kind == "customXml" and base is None:
            root = _xml(file, target)
            base = read_base(root) if root.tag == f"{{{SPACE}}}answers" else None
    return Package(_xml(file, main), hrefs, parts, base)


def _relations(file: zipfile.ZipFile, source: str) -> dict[str, tuple[str, str, bool]]:
    """What a part points at: kind, path or address, and whether it is outside, by id."""
    folder, name = posixpath.split(source)
    path = posixpath.join(folder, "_rels", f"{name}.rels")
    if path not in file.namelist():
        return {}
    found = {}
    for one in _xml(file, path):
        target, outside = one.get("Target", ""), one.get("TargetMode") == "External"
        if not outside:
            target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        kind = one.get("Type", "").removeprefix(f"{OFFICE}/relationships/").rpartition("/")[2]
        found[one.get("Id", "")] = (kind, target, outside)
    return found


def _xml(file: zipfile.ZipFile, name: str) -> Element:
    if file.getinfo(name).file_size > LARGEST:
        raise NotAWordFile(f"{name} is larger than {LARGEST} bytes")
    data = file.read(name)
    if b"<!DOCTYPE" in data[:2000] or b"<!ENTITY" in data:
        raise NotAWordFile(f"{name} declares entities")
    return fromstring(data)  # noqa: S314 - no entities in it
