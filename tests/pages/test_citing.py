"""How to cite: the forms of both languages, nothing that is not known, nothing that breaks BibTeX."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from gastro.catalogue import Catalogue, load
from gastro.catalogue.changes import Changed
from gastro.pages import render
from gastro.pages.citing import bibtex, citing
from gastro.pages.render import Scope, Setting
from gastro.text.dates import When

SAMPLE = Path(__file__).parents[1] / "sample"
SITE = "https://example.org/sweets/"
SWEET = "desserts/khanom-tua-yang"
CHANGED = (Changed(SWEET, When.parse("2025-07-05"), new=True),)


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load(SAMPLE).catalogue


def test_a_record_is_cited_in_both_languages(catalogue: Catalogue) -> None:
    told = citing(catalogue.at(SWEET), "th", SITE, CHANGED)
    assert told.sentences["th"].text == (
        "ผู้ร่วมจัดทำคลังความรู้อาหารเพชรบุรี. (5 กรกฎาคม พ.ศ. 2568). ขนมตัวอย่าง. "
        f"ใน คลังความรู้อาหารเพชรบุรี ({SWEET} รุ่น {told.version}). {SITE}{SWEET}/"
    )
    assert told.sentences["en"].text == (
        "Contributors to the Phetchaburi gastronomy record. (5 July 2025). Sample sweet. "
        f"In The Phetchaburi gastronomy record ({SWEET}, version {told.version}). {SITE}en/{SWEET}/"
    )
    assert told.bibtex == (
        "@misc{phetchaburi-desserts-khanom-tua-yang,\n"
        "  author = {{Contributors to the Phetchaburi gastronomy record}},\n"
        "  title = {{ขนมตัวอย่าง (Sample sweet)}},\n"
        "  year = {2025},\n"
        "  month = jul,\n"
        f"  howpublished = {{The Phetchaburi gastronomy record, record {SWEET}, version {told.version}}},\n"
        f"  url = {{{SITE}{SWEET}/}},\n"
        "}"
    )
    assert told.address == f"{SITE}{SWEET}/"
    assert citing(catalogue.at(SWEET), "en", SITE).address == f"{SITE}en/{SWEET}/"


def test_a_day_that_is_not_known_is_left_out(catalogue: Catalogue) -> None:
    told = citing(catalogue.at(SWEET), "en", SITE)
    assert told.day is None
    assert told.sentences["en"].before == "Contributors to the Phetchaburi gastronomy record. "
    assert "year" not in told.bibtex
    assert "month" not in told.bibtex


def test_earlier_versions_are_told_of_only_where_there_is_a_repository(catalogue: Catalogue) -> None:
    entry = catalogue.at(SWEET)
    assert citing(entry, "en", SITE).history == ""
    repository = "https://github.com/example/sweets/"
    assert citing(entry, "en", SITE, (), repository).history == (
        f"https://github.com/example/sweets/commits/main/content/{SWEET}.yml"
    )


def test_the_title_of_a_source_stays_in_its_language(catalogue: Catalogue) -> None:
    source = catalogue.at("sources/sample-page")
    told = citing(source, "en", SITE)
    assert told.own == getattr(source.record, "language", None)
    assert told.sentences["th"].name == told.sentences["en"].name
    assert f"title = {{{{{source.name('th')}}}}}" in told.bibtex


def test_signs_that_mean_something_to_bibtex_are_escaped() -> None:
    made = bibtex("k", r"50% {a} & $b_c #1 ~ ^ \x", "https://example.org/a_b%20c", None, "w")
    assert (
        r"title = {{50\% \{a\} \& \$b\_c \#1 \textasciitilde{} \textasciicircum{} \textbackslash{}x}},"
        in made
    )
    assert "url = {https://example.org/a_b%20c}," in made


@pytest.mark.parametrize("lang", ["th", "en"])
def test_the_page_of_a_record_says_how_to_cite_it(catalogue: Catalogue, lang: str) -> None:
    setting = Setting(site_url=SITE, changes=CHANGED, repository="https://github.com/example/sweets")
    page = _page(catalogue, setting, lang)
    told = citing(catalogue.at(SWEET), lang, SITE, CHANGED)  # type: ignore[arg-type]
    for text in (*(said.text for said in told.sentences.values()), told.bibtex, told.version):
        assert text in page
    assert f"/commits/main/content/{SWEET}.yml" in page
    assert "/commits/" not in _page(catalogue, Setting(site_url=SITE), lang)


def _page(catalogue: Catalogue, setting: Setting, lang: str) -> str:
    return render(catalogue, setting, only=Scope({SWEET}, set(), set()))[f"{lang}/{SWEET}.md"]


def test_what_a_name_holds_is_shown_not_run(catalogue_of: Callable[[Mapping[str, str]], Catalogue]) -> None:
    name = '<script>alert(1)</script> & \\"a\\"'
    catalogue = catalogue_of(
        {"places/a.yml": f'name: {{th: "{name}", en: "{name}"}}\nkind: market\nconfidence: strong\n'}
    )
    page = render(catalogue, only=Scope({"places/a"}, set(), set()))["en/places/a.md"]
    _, _, shown = page.split("---\n", 2)
    assert "&lt;script&gt;" in shown
    assert "<script" not in shown
