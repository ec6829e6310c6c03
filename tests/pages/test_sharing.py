"""Addresses and cards of pages: what a shared link leads to and shows."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml

from gastro.catalogue import Catalogue, load
from gastro.pages import render
from gastro.pages.cards import share_cards
from gastro.pages.render import WITH_CARDS, Setting
from gastro.pages.sharing import WITH_CODES, codes, page_address, sharing
from gastro.pictures.cards import Card
from gastro.project import Project
from gastro.records.kinds import PUBLIC_KINDS

SAMPLE = Path(__file__).parents[1] / "sample"


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load(SAMPLE).catalogue


@pytest.fixture(scope="module")
def cards(catalogue: Catalogue) -> list[Card]:
    return list(share_cards(catalogue, {}, lambda path: Project.here().docs / "assets" / path))


@pytest.mark.parametrize("root", ["https://example.org/phet/", "https://example.org/phet"])
def test_addresses_are_absolute(root: str) -> None:
    assert page_address(root, "th", "desserts/khanom-tan") == "https://example.org/phet/desserts/khanom-tan/"
    assert (
        page_address(root, "en", "desserts/khanom-tan") == "https://example.org/phet/en/desserts/khanom-tan/"
    )


def test_links_carry_the_address_of_the_page() -> None:
    links = sharing("https://example.org/", "en", "places/wat-mahathat")
    line, facebook = urlsplit(links.line), urlsplit(links.facebook)
    assert (line.netloc, line.path) == ("social-plugins.line.me", "/lineit/share")
    assert (facebook.netloc, facebook.path) == ("www.facebook.com", "/sharer/sharer.php")
    assert parse_qs(line.query) == {"url": [links.address]}
    assert parse_qs(facebook.query) == {"u": [links.address]}
    assert links.code == "codes/en/places/wat-mahathat"
    assert sharing("https://example.org/", "th", "sources/a-book").code == ""


def test_what_pages_say_without_a_setting_is_what_mkdocs_says() -> None:
    assert f'SITE_URL, "{Setting.site_url}"' in Project.here().config.read_text(encoding="utf-8")


def test_kinds_shown_as_cards_have_codes() -> None:
    assert WITH_CODES == WITH_CARDS


def test_every_code_leads_to_a_page_in_its_language(catalogue: Catalogue) -> None:
    found = {code.path: code.address for code in codes(catalogue, "https://example.org/")}
    records = [entry for kind in WITH_CODES for entry in catalogue.of(kind)]
    assert len(found) == 2 * len(records) > 0
    for entry in records:
        assert found[f"assets/codes/th/{entry.address}"] == f"https://example.org/{entry.address}/"
        assert found[f"assets/codes/en/{entry.address}"] == f"https://example.org/en/{entry.address}/"


def test_every_generated_page_names_a_card_that_is_drawn(catalogue: Catalogue, cards: list[Card]) -> None:
    drawn = {card.path for card in cards}
    for path, text in render(catalogue).items():
        head = yaml.safe_load(text.split("---\n")[1])
        assert f"assets/{head['card']}" in drawn, path
        assert head["card"].startswith(f"cards/{path.partition('/')[0]}/"), path


def test_every_record_has_a_card_in_each_language(catalogue: Catalogue, cards: list[Card]) -> None:
    by_path = {card.path: card for card in cards}
    assert len(by_path) == len(cards)
    for kind in PUBLIC_KINDS:
        for entry in catalogue.of(kind.name):
            for lang in ("th", "en"):
                assert by_path[f"assets/cards/{lang}/{entry.address}.png"].words.name == entry.name(lang)


def test_a_card_tells_the_other_name_and_the_gloss(cards: list[Card]) -> None:
    words = next(card.words for card in cards if card.path == "assets/cards/th/desserts/khanom-tua-yang.png")
    assert (words.name, words.other, words.label) == ("ขนมตัวอย่าง", "Sample sweet", "ขนม")
    assert words.note == "ขนมสำหรับทดสอบหน้าเว็บ"
    assert words.site == "เพชรบุรี เมืองแห่งขนมหวาน"
