"""QR codes: the address in them, the white around them, their size, and that none is made twice."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pytest
import segno
import zxingcpp
from PIL import Image

from gastro.pictures import codes
from gastro.pictures.codes import QUIET, Code, as_png, as_svg, code_assets, make

ADDRESS = "https://example.org/phetchaburi/en/desserts/khanom-mo-kaeng/"


def _matrix_of_png(data: bytes) -> list[list[bool]]:
    """The modules of a PNG, with the white around them; every module must be of one colour."""
    picture = Image.open(BytesIO(data))
    side = int(make(ADDRESS).symbol_size(border=QUIET)[0])
    scale = picture.width // side
    rows = []
    for y in range(side):
        row = []
        for x in range(side):
            box = (x * scale, y * scale, (x + 1) * scale, (y + 1) * scale)
            colours = picture.crop(box).convert("L").getcolors() or []
            assert len(colours) == 1
            row.append(colours[0][1] == 0)
        rows.append(row)
    return rows


def _matrix_of_svg(text: str, side: int) -> list[list[bool]]:
    """The modules of an SVG, drawn by its moves and horizontal strokes."""
    rows = [[False] * side for _ in range(side)]
    path = re.findall(r'stroke="#000" d="([^"]+)"', text)[0]
    x, y = 0.0, 0.0
    for command, numbers in re.findall(r"([Mmh])([^Mmh]*)", path):
        values = [float(number) for number in re.findall(r"-?[\d.]+", numbers)]
        if command == "M":
            x, y = values
        elif command == "m":
            x, y = x + values[0], y + values[1]
        else:
            for column in range(int(x), int(x + values[0])):
                rows[int(y)][column] = True
            x += values[0]
    return rows


def _expected() -> list[list[bool]]:
    return [
        [bool(dark) for dark in row] for row in segno.make_qr(ADDRESS, error="m").matrix_iter(border=QUIET)
    ]


def test_png_holds_the_address_at_print_size() -> None:
    data = as_png(make(ADDRESS))
    picture = Image.open(BytesIO(data))
    assert (picture.format, picture.mode) == ("PNG", "1")
    assert 900 <= picture.width == picture.height <= 1000
    assert [round(dots) for dots in picture.info["dpi"]] == [300, 300]
    assert _matrix_of_png(data) == _expected()


def test_svg_holds_the_address_and_is_small() -> None:
    text = as_svg(make(ADDRESS)).decode("utf-8")
    side = len(_expected())
    assert f'viewBox="0 0 {side} {side}"' in text
    assert 'fill="#fff"' in text
    assert not re.search(r'\s(width|height|class|style)="', text)
    assert len(text) < 4_000
    assert _matrix_of_svg(text, side) == _expected()


def test_the_quiet_zone_is_white() -> None:
    rows = _matrix_of_png(as_png(make(ADDRESS)))
    assert not any(any(row) for row in (*rows[:QUIET], *rows[-QUIET:]))
    assert not any(any(row[:QUIET]) or any(row[-QUIET:]) for row in rows)
    assert rows[QUIET][QUIET]


def test_error_correction_is_m_or_better() -> None:
    assert make(ADDRESS).error in ("M", "Q", "H")
    assert not make(ADDRESS).is_micro


def test_unchanged_codes_are_made_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def counting(address: str) -> segno.QRCode:
        asked.append(address)
        return make(address)

    monkeypatch.setattr(codes, "make", counting)
    order = Code("assets/codes/th/desserts/khanom-tan", "https://example.org/desserts/khanom-tan/")
    first = {path: file.read_bytes() for path, file in code_assets([order], tmp_path)}
    again = {path: file.read_bytes() for path, file in code_assets([order], tmp_path)}
    assert list(first) == [f"{order.path}.svg", f"{order.path}.png"]
    assert first == again
    assert asked == [order.address]
    list(code_assets([Code(order.path, "https://example.com/desserts/khanom-tan/")], tmp_path))
    assert len(asked) == 2


def test_a_reader_finds_the_address_in_the_picture() -> None:
    found = zxingcpp.read_barcodes(Image.open(BytesIO(as_png(make(ADDRESS)))).convert("L"))
    assert [one.text for one in found] == [ADDRESS]
