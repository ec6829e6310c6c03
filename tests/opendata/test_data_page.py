"""The page of the data: it offers every file, tells every column, and its examples run."""

from __future__ import annotations

import csv
import io
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from gastro.opendata.data_page import EXAMPLES, data_pages, size, told_together
from gastro.opendata.making import Making
from gastro.opendata.publish import OpenData, open_data
from gastro.opendata.tables import Table
from gastro.pages import Pages
from gastro.pages.render import Setting
from gastro.project import Project
from gastro.records.kinds import PUBLIC_KINDS
from tests.opendata.conftest import CHANGES, SITE

SCRIPTS = Project.here().docs / "assets" / "examples"
TEXTS = {name: (SCRIPTS / name).read_text(encoding="utf-8") for name in EXAMPLES}
SETTING = Setting(site_url=SITE, changes=CHANGES)


@pytest.fixture(scope="module")
def pages(making: Making, made: OpenData) -> Pages:
    return data_pages(making.catalogue, SETTING, made, TEXTS)


def test_the_page_offers_every_file_in_both_languages(pages: Pages, made: OpenData) -> None:
    for path, here in (("th/data/index.md", ""), ("en/data/index.md", "../../data/")):
        links = set(re.findall(r'href="([^"]+)" download', pages[path]))
        offered = {link.removeprefix(here) for link in links if "examples/" not in link}
        assert offered == set(made.files)


def test_the_page_tells_every_column(pages: Pages, made: OpenData) -> None:
    for lang in ("th", "en"):
        shared, *sections = pages[f"{lang}/data/index.md"].split("<caption><code>")
        told = {section.partition("<")[0]: _codes(section) for section in sections}
        assert list(told) == [table.name for table in made.tables]
        once = _codes(shared.rpartition("<caption>")[2])
        assert {"id", "name_th", "summary_citations", "confidence", "version", "page_en"} <= once
        for table in made.tables:
            rest = {column.name for column in table.columns} - told[table.name]
            assert rest <= (once if table.name in {kind.name for kind in PUBLIC_KINDS} else set())


def _codes(html: str) -> set[str]:
    return {
        name
        for row in re.findall(r'<th scope="row">(.*?)</th>', html)
        for name in re.findall("<code>(.*?)<", row)
    }


def test_columns_that_say_the_same_are_told_together(table: Callable[[str], Table]) -> None:
    told = {group.names: group.about for group in told_together(table("desserts").columns, "en")}
    assert told["summary_th", "summary_en", "summary_citations"] == "one or two sentences"
    assert told["tie", "tie_th", "tie_en"] == "strength of the tie to Phetchaburi"
    assert told["ingredients", "ingredients_th", "ingredients_en"] == "main ingredients"
    assert told[("ingredients_complete",)] == "whether the list of ingredients is complete"


def test_the_page_says_version_days_and_how_to_cite(pages: Pages, made: OpenData) -> None:
    thai, english = pages["th/data/index.md"], pages["en/data/index.md"]
    version = made.making.version
    assert (
        f"Contributors to the Phetchaburi gastronomy record. (8 September 2025). Data of the Phetchaburi "
        f"gastronomy record (version {version}). {SITE}data/" in english
    )
    assert "(8 กันยายน พ.ศ. 2568)" in thai
    assert "\n- 5 July 2025: 1 added\n" in english
    assert "\n- 8 กันยายน พ.ศ. 2568: แก้ไข 1\n" in thai
    assert "doi.org" not in english + thai


def test_without_a_history_no_days_are_told(making: Making, citation: str) -> None:
    made = open_data(Making(making.catalogue, SITE), citation)
    page = data_pages(making.catalogue, Setting(site_url=SITE), made, TEXTS)["en/data/index.md"]
    assert "no days are known" in page
    assert "year = {" not in page


def test_a_preview_says_that_it_has_no_files(making: Making) -> None:
    page = data_pages(making.catalogue, SETTING, None, TEXTS)["en/data/index.md"]
    assert "A preview holds no data files" in page
    assert "download" not in page.partition("---\n# ")[2].lower().replace("downloads", "")


def test_the_scripts_stand_on_the_page_as_they_are(pages: Pages) -> None:
    for page in pages.values():
        for text in TEXTS.values():
            indented = "\n".join(f"    {line}".rstrip() for line in text.splitlines())
            assert indented in "\n".join(line.rstrip() for line in page.splitlines())


def run(script: str, *arguments: str) -> list[str]:
    """What an example prints, run as the page says."""
    done = subprocess.run(
        [sys.executable, "-I", "-X", "utf8", str(SCRIPTS / script), *arguments],
        capture_output=True,
        check=False,
    )
    assert done.stderr.decode("utf-8") == ""
    return done.stdout.decode("utf-8").splitlines()


def test_the_example_for_csv_runs(data: Path) -> None:
    assert run("read_csv.py", f"{data}/") == [
        "1 sweets · ขนม",
        "   1  ขนมขึ้นชื่อของเพชรบุรี",
        "1 producers · ผู้ผลิต",
        "   1  not known",
        "ขนมจากตาลโตนด: ",
    ]


def test_the_example_for_sqlite_runs(data: Path) -> None:
    lines = run("ask_sqlite.py", str(data / "phetchaburi.sqlite"), "desserts/khanom-tua-yang")
    assert lines[:2] == [
        "story.disputed: weak: A page of samples: *not* bold",
        "varieties.large: weak: A page of samples: *not* bold",
    ]
    assert "   1  ขนมขึ้นชื่อของเพชรบุรี · Signature of Phetchaburi" in lines


def test_the_formulas_of_the_page_name_the_right_columns(pages: Pages, data: Path) -> None:
    """A spreadsheet counts by the letter of a column: what stands under it in the file?"""
    for sheet, letters, word in re.findall(
        r"=COUNTIF\((\w+)!([A-Z]+):[A-Z]+,\"([^\"]+)\"\)", pages["th/data/index.md"]
    ):
        at = 0
        for letter in letters:
            at = at * 26 + ord(letter) - ord("A") + 1
        text = (data / "excel" / f"{sheet}.csv").read_text(encoding="utf-8-sig")
        head = next(csv.reader(io.StringIO(text, newline="")))
        assert (sheet, head[at - 1], word) in (
            ("desserts", "tie", "signature"),
            ("producers", "district_th", "อำเภอบ้านแหลม"),
        )


@pytest.mark.parametrize(
    ("octets", "thai", "english"),
    [(1, "1 กิโลไบต์", "1 KB"), (12_345, "12 กิโลไบต์", "12 KB"), (3_670_016, "3.7 เมกะไบต์", "3.7 MB")],
)
def test_sizes_are_told_for_reading(octets: int, thai: str, english: str) -> None:
    assert (size(octets, "th"), size(octets, "en")) == (thai, english)
