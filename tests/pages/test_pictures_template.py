"""The HTML of photos and drawings: what a browser, a screen reader and a strict policy need."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import markdown
import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from gastro.catalogue import Catalogue, Entry
from gastro.pages.environment import environment
from gastro.pages.page import Page
from gastro.pictures.photos import ShownPhoto
from gastro.reading import Document
from gastro.records.illustrations import Illustration
from gastro.records.photos import Photo
from gastro.text.dates import Lang

CatalogueOf = Callable[[Mapping[str, str]], Catalogue]
PLACE = "name: {th: ที่ทดลอง, en: Trial place}\nkind: market\nconfidence: strong\n"
HOSTILE = 'a "b" <script>alert(1)</script> & [c](https://x.example) `d` \\* *e* {{ figure:f }}'
USE = """\
{% import "_pictures.md.jinja" as pictures with context %}
Before.

{{ pictures.photo(shown, lead=lead) }}

{{ pictures.drawing(drawn, lead=lead) }}

After.
"""
Show = Callable[..., LexborHTMLParser]


def label(text: str) -> dict[str, str]:
    return {"th": text, "en": text}


@pytest.fixture
def show(catalogue_of: CatalogueOf) -> Show:
    """A page with a photo and a drawing, as a browser gets it."""
    catalogue = catalogue_of({"places/trial.yml": PLACE})

    def page_with(lang: Lang = "en", *, lead: bool = False, **changed: object) -> LexborHTMLParser:
        fields: dict[str, object] = {
            "file": "trial.jpg",
            "alt": {"th": "ขนมสีเหลือง", "en": "A yellow sweet"},
            "caption": {"th": "ขนมทดลอง", "en": "Trial sweet"},
            "photographer": {"th": "ช่างภาพ", "en": "The photographer"},
            "rights_holder": {"th": "สำนักงาน", "en": "The office"},
            "licence": "by-permission",
            "people_shown": "none",
            **changed,
        }
        photo = Photo.model_validate(fields)
        shown = ShownPhoto("trial", 960, 720, (480, 960), "data:image/webp;base64,UklG+/8=", photo)
        drawing = Illustration.model_validate({"of": "places/trial", "alt": fields["alt"]})
        page = Page(catalogue, lang, "desserts/trial.md")
        text = (
            environment(lang)
            .from_string(USE)
            .render(
                page=page,
                words=page.words,
                lang=lang,
                catalogue=catalogue,
                shown=shown,
                drawn=Entry("illustrations", "trial", drawing, Document("illustrations/trial.yml")),
                lead=lead,
            )
        )
        return LexborHTMLParser(markdown.markdown(text, extensions=["attr_list", "md_in_html", "smarty"]))

    return page_with


def the(html: LexborHTMLParser, selector: str) -> LexborNode:
    [found] = html.css(selector)
    return found


def words_of(html: LexborHTMLParser, selector: str) -> str:
    return " ".join(the(html, selector).text().split())


def test_a_browser_chooses_format_and_width(show: Show) -> None:
    html = show()
    sources = html.css("figure.photo > picture > source")
    assert [source.attributes["type"] for source in sources] == ["image/avif", "image/webp"]
    assert sources[0].attributes["srcset"] == (
        "../../../assets/photos/trial-480.avif 480w, ../../../assets/photos/trial-960.avif 960w"
    )
    image = the(html, "figure.photo > picture > img").attributes
    assert image["src"] == "../../../assets/photos/trial-960.jpg"
    assert image["srcset"] == (
        "../../../assets/photos/trial-480.jpg 480w, ../../../assets/photos/trial-960.jpg 960w"
    )
    assert (image["width"], image["height"], image["alt"]) == ("960", "720", "A yellow sweet")
    assert {one.attributes["sizes"] for one in (*sources, the(html, "picture > img"))} == {
        "(min-width: 60em) 44em, 100vw"
    }


def test_only_the_lead_is_fetched_at_once(show: Show) -> None:
    for selector in ("picture > img", "img.drawing"):
        later, lead = the(show(), selector).attributes, the(show(lead=True), selector).attributes
        assert (later["loading"], later["decoding"], "fetchpriority" in later) == ("lazy", "async", False)
        assert (lead["loading"], lead["fetchpriority"], "decoding" in lead) == ("eager", "high", False)


def test_the_preview_is_decoration_without_a_style(show: Show) -> None:
    html = show()
    preview = the(html, "figure.photo > img.photo__preview").attributes
    assert (preview["alt"], preview["aria-hidden"]) == ("", "true")
    assert preview["src"] == "data:image/webp;base64,UklG+/8="
    assert html.css("[style]") == []


@pytest.mark.parametrize(
    ("lang", "caption", "credit"),
    [
        (
            "en",
            "Trial sweet",
            "Photo: The photographer · Rights: The office · By permission, for this project only · 5 July 2021 · Trial place",
        ),
        (
            "th",
            "ขนมทดลอง",
            "ภาพ: ช่างภาพ · ผู้ถือสิทธิ์: สำนักงาน · ได้รับอนุญาตเฉพาะโครงการนี้ · 5 กรกฎาคม พ.ศ. 2564 · ที่ทดลอง",
        ),
    ],
)
def test_who_took_it_stands_under_it(lang: Lang, caption: str, credit: str, show: Show) -> None:
    html = show(lang, date="2021-07-05", place="trial")
    assert words_of(html, "figcaption .photo__caption") == caption
    assert words_of(html, "figcaption .photo__credit") == credit


def test_the_rights_holder_is_named_where_it_is_another(show: Show) -> None:
    html = show(rights_holder={"th": "ช่างภาพ", "en": "The photographer"}, licence="cc0")
    assert words_of(html, ".photo__credit") == "Photo: The photographer · CC0"


def test_a_drawing_is_a_picture_of_a_fixed_size(show: Show) -> None:
    drawing = the(show(), "img.drawing").attributes
    assert drawing["src"] == "../../../assets/illustrations/trial.svg"
    assert (drawing["width"], drawing["height"], drawing["alt"]) == ("400", "300", "A yellow sweet")


def test_words_of_a_record_stay_words(show: Show) -> None:
    names = ("alt", "caption", "photographer", "rights_holder")
    html = show(**{name: label(HOSTILE) for name in names})
    assert html.css("script, em, code, a") == []
    assert the(html, "picture > img").attributes["alt"] == HOSTILE
    assert the(html, "img.drawing").attributes["alt"] == HOSTILE
    assert the(html, ".photo__caption").text() == HOSTILE
    assert HOSTILE in the(html, ".photo__credit").text()
    assert [paragraph.text() for paragraph in html.css("p")] == ["Before.", "", "After."]
