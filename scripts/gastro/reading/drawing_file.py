"""Looks into an SVG that someone sent: a drawing may hold shapes and colours, and nothing else.

What is allowed is listed; all else is a fault with its line. The parser takes no DOCTYPE,
so there are no entities, and every address must stay inside the drawing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from xml.parsers import expat

from gastro.problems import Spot
from gastro.reading.picture_file import Fault, file_in


def _words(listed: str) -> tuple[str, ...]:
    return tuple(listed.split())


MAX_BYTES: Final = 24 * 1024
MAX_SHOWN: Final = 4000
"""Shapes once every ``<use>`` has been followed; what refers to itself never ends."""
ELEMENTS: Final = _words("svg g defs use path rect circle ellipse polygon polyline line clipPath title desc")
ATTRIBUTES: Final = _words(
    """
    id viewBox preserveAspectRatio version href transform clipPathUnits
    x y x1 y1 x2 y2 cx cy r rx ry width height d points pathLength
    fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin
    stroke-miterlimit stroke-dasharray stroke-dashoffset opacity color display visibility
    clip-path clip-rule paint-order vector-effect shape-rendering
    """
)
"""Geometry and presentation."""

_SVG = "http://www.w3.org/2000/svg"
_XLINK_HREF = "http://www.w3.org/1999/xlink href"
_HARMLESS_CALLS = _words("rgb rgba hsl hsla matrix translate scale rotate skewX skewY")
_CALL = re.compile(r"([^\s(),]*)\s*\(")
_URL = re.compile(r"url\(\s*(['\"]?)#([^\s'\"()]+)\1\s*\)")
_ID = re.compile(r"[A-Za-z_][\w.-]*")
_NUMBER = r"-?\d+(?:\.\d+)?"
_VIEW_BOX = re.compile(rf"\s*{_NUMBER}[\s,]+{_NUMBER}[\s,]+\d+(?:\.\d+)?[\s,]+\d+(?:\.\d+)?\s*")


def inspect_drawing(folder: Path, name: str) -> tuple[Fault, ...]:
    """Everything that is wrong with the drawing ``name`` in ``folder``. Never raises."""
    file = file_in(folder, name)
    if isinstance(file, Fault):
        return (file,)
    try:
        size = file.stat().st_size
        if size > MAX_BYTES:
            # Rounded up: a file just over the limit must not be told to be as large as it.
            shown = {"value": name, "size": -(-size // 1024), "limit": MAX_BYTES // 1024}
            return (Fault("drawing-heavy", shown),)
        return inspect_svg(file.read_bytes())
    except OSError as error:
        return (Fault("file-unreadable", {"reason": error.strerror or type(error).__name__}),)


def inspect_svg(data: bytes) -> tuple[Fault, ...]:
    """Everything that is wrong with the bytes of a drawing, in the order of its lines."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return (Fault("wrong-encoding", spot=_spot(data, error.start)),)
    reader = _Reader(data)
    reader.read()
    return tuple(reader.faults)


def _spot(data: bytes, at: int) -> Spot:
    start = data.rfind(b"\n", 0, at) + 1
    return Spot(data.count(b"\n", 0, at) + 1, len(data[start:at].decode("utf-8", "replace")) + 1)


class _Refused(Exception):
    """What ends the reading; its fault has been noted."""


@dataclass
class _Element:
    """An element: what stands in it and what it refers to, each reference with its place."""

    children: list[_Element] = field(default_factory=list)
    references: list[tuple[str, Spot]] = field(default_factory=list)
    refused: bool = False


class _Reader:
    """Takes what the parser meets, and notes what may not be there."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.faults: list[Fault] = []
        self.top = _Element()
        self.open = [self.top]
        self.by_id: dict[str, _Element] = {}
        # With the encoding given, no declaration in the file can choose another.
        self.parser = expat.ParserCreate(encoding="utf-8", namespace_separator=" ")
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = lambda _name: self.open.pop()
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.ProcessingInstructionHandler = self._instruction
        self.parser.XmlDeclHandler = self._declaration

    def read(self) -> None:
        """Read all of it, then look where its references lead."""
        try:
            self.parser.Parse(self.data, True)  # noqa: FBT003 - expat takes no name for it
        except _Refused:
            return
        except expat.ExpatError as error:
            words = expat.ErrorString(error.code)
            spot = _spot(self.data, max(self.parser.ErrorByteIndex, 0))
            self.faults.append(Fault("drawing-broken", {"reason": words}, spot))
            return
        self._follow()

    @property
    def here(self) -> int:
        return self.parser.CurrentByteIndex

    def _refuse(self, code: str, **values: object) -> None:
        self.faults.append(Fault(code, values, _spot(self.data, self.here)))

    def _doctype(self, *_declared: object) -> None:
        # The parser tells of it only where it has read what is in it.
        start = self.data.find(b"<!DOCTYPE")
        self.faults.append(Fault("drawing-doctype", {}, _spot(self.data, max(start, 0))))
        raise _Refused

    def _instruction(self, target: str, _data: str) -> None:
        self._refuse("drawing-element", found=f"<?{target}?>", allowed=", ".join(ELEMENTS))

    def _declaration(self, _version: str, encoding: str | None, _standalone: int) -> None:
        if encoding is not None and encoding.lower() not in ("utf-8", "us-ascii"):
            self._refuse("wrong-encoding")
            raise _Refused

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        space, _, local = name.rpartition(" ")
        element = _Element()
        outer = self.open[-1]
        outer.children.append(element)
        self.open.append(element)
        if outer.refused:
            element.refused = True  # one word about a thing that may not be there is enough
        elif outer is self.top and name != f"{_SVG} svg":
            element.refused = True
            self._refuse("drawing-root")
        elif space != _SVG or local not in ELEMENTS:
            element.refused = True
            self._refuse("drawing-element", found=f"<{local}>", allowed=", ".join(ELEMENTS))
        elif outer is self.top and not _VIEW_BOX.fullmatch(attributes.get("viewBox", "")):
            self._refuse("drawing-root")
        for attribute, value in attributes.items() if not element.refused else ():
            self._attribute(element, local, attribute, value)

    def _attribute(self, element: _Element, on: str, attribute: str, value: str) -> None:
        name = "href" if attribute == _XLINK_HREF else attribute
        shown = name.rpartition(" ")[2]
        spot = self._spot_of(shown)
        if name not in ATTRIBUTES:
            self.faults.append(Fault("drawing-attribute", {"found": shown, "element": on}, spot))
        elif name == "id":
            self.by_id.setdefault(value, element)
            if not _ID.fullmatch(value):
                self.faults.append(Fault("drawing-address", {"value": value}, spot))
        elif name == "href":
            if value.startswith("#"):
                element.references.append((value[1:], spot))
            else:
                self.faults.append(Fault("drawing-address", {"value": value}, spot))
        else:
            element.references += [(match[2], spot) for match in _URL.finditer(value)]
            calls = [call for call in _CALL.findall(_URL.sub("", value)) if call not in _HARMLESS_CALLS]
            if calls or "\\" in value:
                self.faults.append(Fault("drawing-address", {"value": value}, spot))

    def _spot_of(self, attribute: str) -> Spot:
        """Where the attribute stands: the tag it is in may run over several lines."""
        pattern = re.compile(rb"\s(?:[\w.-]+:)?" + re.escape(attribute.encode("utf-8")) + rb"\s*=")
        match = pattern.search(self.data, self.here)
        return _spot(self.data, match.start() + 1 if match else self.here)

    def _follow(self) -> None:
        for element in _elements(self.top):
            for target, spot in element.references:
                if target not in self.by_id:
                    self.faults.append(Fault("drawing-address", {"value": f"#{target}"}, spot))
        shown, waiting = 0, [self.top]
        while waiting and shown <= MAX_SHOWN:
            element = waiting.pop()
            shown += 1
            waiting += element.children
            waiting += [self.by_id[target] for target, _ in element.references if target in self.by_id]
        if shown > MAX_SHOWN:
            self.faults.append(Fault("drawing-endless", {"limit": MAX_SHOWN}, Spot()))
        self.faults.sort(key=lambda fault: fault.spot or Spot())


def _elements(top: _Element) -> Iterator[_Element]:
    waiting = [top]
    while waiting:
        element = waiting.pop()
        yield element
        waiting += element.children
