"""Drawings: shapes and colours pass; whatever could act, load or grow is a fault with its line."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gastro.problems import Spot
from gastro.project import Project
from gastro.reading.drawing_file import MAX_BYTES, inspect_drawing, inspect_svg
from gastro.reading.picture_file import Fault

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300">'


def faults(body: str, head: str = HEAD) -> list[tuple[str, int]]:
    """Codes and lines of what is wrong with a drawing whose body begins on line 2."""
    found = inspect_svg(f"{head}\n{body}\n</svg>".encode())
    return [(fault.code, fault.spot.line if fault.spot else 0) for fault in found]


@pytest.mark.parametrize(
    "body",
    [
        '<rect width="400" height="300" rx="4" fill="#f3e4c6" opacity=".5"/>',
        '<path d="M0 0h9" stroke="rgb(1, 2, 3)" stroke-width="2" stroke-linecap="round" fill="none"/>',
        '<defs><g id="a-1"><circle cx="1" cy="2" r="3"/></g></defs><use href="#a-1" transform="translate(9 9) scale(-1,1)"/>',
        '<clipPath id="c"><ellipse rx="9" ry="9"/></clipPath><g clip-path="url(#c)"><line x2="9" y2="9"/></g>',
        "<g clip-path=\"url( '#c' )\"/><clipPath id='c'/>",
        "<title>ขนมตาล</title><desc>a &lt;b&gt; &#3585;</desc><!-- leaf -->",
        '<g id="x"/><use xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="#x"/>',
    ],
)
def test_shapes_and_colours_pass(body: str) -> None:
    assert faults(body) == []


@pytest.mark.parametrize("prolog", ["", '<?xml version="1.0" encoding="UTF-8"?>\n', "\ufeff", "<!-- a -->\n"])
def test_what_may_stand_before_the_drawing(prolog: str) -> None:
    assert inspect_svg(f"{prolog}{HEAD}</svg>".encode()) == ()


@pytest.mark.parametrize(
    "body",
    [
        "<script>alert(1)</script>",
        "<style>*{fill:url(//x.example)}</style>",
        "<foreignObject/>",
        '<image href="#a"/>',
        '<a href="#a"/>',
        "<text>a</text>",
        "<animate/>",
        '<set attributeName="href"/>',
        '<script xmlns="http://www.w3.org/1999/xhtml"/>',
        '<g xmlns="http://www.w3.org/1999/xhtml"/>',
        "<PATH/>",
        '<?xml-stylesheet href="//x.example/a.css"?>',
    ],
)
def test_other_elements_are_refused(body: str) -> None:
    assert faults(f"<g/>\n{body}") == [("drawing-element", 3)]


@pytest.mark.parametrize(
    "attribute",
    [
        'onload="alert(1)"',
        'ONCLICK="x"',
        'style="fill:red"',
        'class="a"',
        'filter="url(#f)"',
        'mask="url(#m)"',
        'tabindex="0"',
        'xml:base="//x.example"',
        'data-x="1"',
        'xmlns:i="http://www.inkscape.org/" i:label="a"',
        'src="#a"',
    ],
)
def test_other_attributes_are_refused_where_they_stand(attribute: str) -> None:
    assert faults(f'<path\n  d="M0 0"\n  {attribute}/>') == [("drawing-attribute", 4)]


@pytest.mark.parametrize(
    "element",
    [
        '<use href="//x.example/a.svg#b"/>',
        '<use href="javascript:alert(1)"/>',
        '<use href="data:image/svg+xml,x"/>',
        '<use href=" #a"/>',
        '<use href=""/>',
        '<use href="#nowhere"/>',
        '<use xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="https://x.example"/>',
        '<rect fill="url(https://x.example/#a)"/>',
        '<rect fill="URL(//x.example)"/>',
        '<rect fill="url(#nowhere)"/>',
        '<rect fill="\\75rl(//x.example)"/>',
        '<rect fill="image-set(//x.example)"/>',
        '<rect fill="&#117;rl(//x.example)"/>',
        '<rect fill="url(//x.example"/>',
        '<g id="ก ข"/>',
    ],
)
def test_no_address_leads_outside(element: str) -> None:
    assert faults(f'<g id="a"/>\n{element}') == [("drawing-address", 3)]


@pytest.mark.parametrize(
    "prolog",
    [
        "<!DOCTYPE svg>",
        '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">',
        '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>',
    ],
)
def test_a_doctype_ends_the_reading(prolog: str) -> None:
    assert inspect_svg(f"\n{prolog}\n{HEAD}<script/></svg>".encode()) == (
        Fault("drawing-doctype", {}, Spot(2, 1)),
    )


@pytest.mark.parametrize(
    "head",
    [
        "<svg>",
        '<svg viewBox="0 0 400 300">',
        '<svg xmlns="http://www.w3.org/2000/svg">',
        HEAD.replace("400 300", "400"),
        HEAD.replace("400 300", "400 auto"),
        HEAD.replace("svg ", "g ", 1),
    ],
)
def test_the_frame_must_be_there(head: str) -> None:
    name = "g" if head.startswith("<g") else "svg"
    found = inspect_svg(f"{head}<g/></{name}>".encode())
    assert [fault.code for fault in found] == ["drawing-root"]


@pytest.mark.parametrize("body", ["<g>", "<g/", "&nbsp;", "<g id='a' id='b'/>", "<p:g/>", "a < b", "\x01"])
def test_what_is_no_xml_is_told(body: str) -> None:
    [(code, line)] = faults(body)
    assert code == "drawing-broken"
    assert line in (2, 3)


@pytest.mark.parametrize("data", [b"", b"GIF89a", b"{}"])
def test_what_is_no_drawing_at_all_is_told(data: bytes) -> None:
    assert [fault.code for fault in inspect_svg(data)] == ["drawing-broken"]


def test_another_encoding_is_told() -> None:
    assert inspect_svg(f"{HEAD}<title>\n".encode() + b"ab\xa1</title></svg>") == (
        Fault("wrong-encoding", {}, Spot(2, 3)),
    )
    declared = f'<?xml version="1.0" encoding="UTF-7"?>{HEAD}</svg>'.encode()
    assert [fault.code for fault in inspect_svg(declared)] == ["wrong-encoding"]
    assert [fault.code for fault in inspect_svg(f"{HEAD}</svg>".encode("utf-16"))] == ["wrong-encoding"]


@pytest.mark.parametrize(
    "body",
    [
        '<g id="a"><use href="#a"/></g>',
        '<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>',
        '<g id="x0"><path/></g>'
        + "".join(f'<g id="x{n}">' + f'<use href="#x{n - 1}"/>' * 10 + "</g>" for n in range(1, 12)),
    ],
)
def test_a_drawing_that_repeats_itself_without_end_is_told(body: str) -> None:
    assert faults(body) == [("drawing-endless", 1)]


def test_every_fault_is_told_in_order() -> None:
    body = '<use href="#b"/>\n<path style="x" onclick="y"/>\n<script><b onload="x"/></script>\n<rect fill="url(x)"/>'
    assert faults(body) == [
        ("drawing-address", 2),
        ("drawing-attribute", 3),
        ("drawing-attribute", 3),
        ("drawing-element", 4),
        ("drawing-address", 5),
    ]


def test_a_large_drawing_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.svg").write_text(f"{HEAD}{' ' * MAX_BYTES}</svg>", encoding="utf-8")
    assert inspect_drawing(tmp_path, "a.svg") == (
        Fault("drawing-heavy", {"value": "a.svg", "size": 25, "limit": 24}),
    )


def test_a_missing_drawing_or_a_link_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.svg").symlink_to("/etc/passwd")
    assert [fault.code for fault in inspect_drawing(tmp_path, "a.svg")] == ["picture-path"]
    assert [fault.code for fault in inspect_drawing(tmp_path, "b.svg")] == ["picture-missing"]


@given(st.text(max_size=60), st.binary(max_size=60))
def test_nothing_makes_the_inspection_fail(text: str, data: bytes) -> None:
    for one in (data, text.encode("utf-8", "replace"), f"{HEAD}{text}</svg>".encode("utf-8", "replace")):
        assert isinstance(inspect_svg(one), tuple)


def test_the_drawings_of_the_record_are_sound() -> None:
    folder = Project.here().content / "illustrations"
    for file in sorted(folder.glob("*.svg")):
        assert inspect_drawing(folder, file.name) == (), file.name
