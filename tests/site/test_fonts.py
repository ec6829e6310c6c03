"""The web fonts hold the letters they are loaded for, and what stands in for them is as wide."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from fontTools.subset import parse_unicodes
from fontTools.ttLib import TTFont

from gastro.site.fonts import ASCENT, DESCENT, SCRIPTS, STYLESHEET, font_assets, preloaded

CACHE = TemporaryDirectory(prefix="gastro-fonts-")
ASSETS = dict(font_assets(Path(CACHE.name)))
SHEET = str(ASSETS[STYLESHEET], "utf-8")


def opened(name: str) -> TTFont:
    return TTFont(ASSETS[f"assets/fonts/{name}.woff2"])


def test_a_part_is_cut_once_and_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gastro.site.fonts._part", lambda *_: pytest.fail("cut again"))
    assert dict(font_assets(Path(CACHE.name))) == ASSETS


def test_each_script_in_two_weights_and_one_sheet() -> None:
    parts = {f"assets/fonts/sarabun-{script}-{weight}.woff2" for script in SCRIPTS for weight in (400, 700)}
    assert set(ASSETS) == {*parts, "assets/fonts/sarabun.css"}
    assert all(SHEET.count(f'url("{part.rpartition("/")[2]}")') == 1 for part in parts)


def test_a_part_holds_its_letters_and_no_others() -> None:
    thai = opened("sarabun-thai-400").getBestCmap()
    assert {ord(letter) for letter in "ขนมหม้อแกงเมืองเพชร ฤๅ๙".replace(" ", "")} <= set(thai)
    assert ord("A") not in thai
    latin = opened("sarabun-latin-700").getBestCmap()
    assert {ord(letter) for letter in "Khanom – “½ × °C”"} <= set(latin)
    assert ord("ā") not in latin
    assert ord("ā") in opened("sarabun-latin-extended-400").getBestCmap()


def test_no_letter_belongs_to_two_parts() -> None:
    ranges = [set(parse_unicodes(part.replace("U+", "").replace(" ", ""))) for part in SCRIPTS.values()]
    assert sum(map(len, ranges)) == len(set().union(*ranges))


def test_thai_marks_still_find_their_places() -> None:
    features = opened("sarabun-thai-400")["GPOS"].table.FeatureList.FeatureRecord
    assert {one.FeatureTag for one in features} == {"mark", "mkmk"}


def test_only_what_the_first_lines_show_is_preloaded() -> None:
    latin = ("assets/fonts/sarabun-latin-400.woff2", "assets/fonts/sarabun-latin-700.woff2")
    thai = ("assets/fonts/sarabun-thai-400.woff2", "assets/fonts/sarabun-thai-700.woff2")
    assert preloaded("th") == thai + latin
    assert preloaded("en") == latin


def test_what_stands_in_keeps_the_height_of_a_line() -> None:
    font = opened("sarabun-thai-400")
    em = font["head"].unitsPerEm
    assert (font["hhea"].ascent / em, -font["hhea"].descent / em) == (ASCENT, DESCENT)
    assert (
        '  font-family: "Sarabun like Noto Sans Thai";\n'
        '  src: local("Noto Sans Thai"), local("Noto Sans Thai Regular"), local("NotoSansThai-Regular");\n'
        "  font-weight: 400;\n"
        "  size-adjust: 103.1%;\n"
        "  ascent-override: 103.6%;\n"
        "  descent-override: 22.5%;\n"
    ) in SHEET
