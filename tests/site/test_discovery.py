"""What crawlers and language models are told, as they would read it."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.robotparser import RobotFileParser

import pytest
from protego import Protego

from gastro.catalogue import load
from gastro.pages import render
from gastro.site.discovery import discovery_assets

SAMPLE = Path(__file__).parents[1] / "sample"
SITE = "https://example.org/phet/"
LINK = re.compile(r"- \[([^\]]+)\]\((https://[^)\s]+)\)(?:: (.+))?")


@pytest.fixture(scope="module")
def told() -> dict[str, str]:
    catalogue = load(SAMPLE).catalogue
    pages = render(catalogue) | {"th/data/index.md": "", "en/data/index.md": ""}
    found = dict(discovery_assets(catalogue, pages, SITE))
    return {path: content.decode() for path, content in found.items() if isinstance(content, bytes)}


@pytest.mark.parametrize("robot", ["Googlebot", "bingbot", "GPTBot", "ClaudeBot", "*"])
def test_everyone_may_read_everything(told: dict[str, str], robot: str) -> None:
    plain = RobotFileParser()
    plain.parse(told["robots.txt"].splitlines())
    strict = Protego.parse(told["robots.txt"])
    for path in ("", "en/desserts/khanom-tua-yang/", "assets/calendar/festivals-th.ics"):
        assert plain.can_fetch(robot, SITE + path)
        assert strict.can_fetch(SITE + path, robot)


def test_the_sitemap_is_named_by_its_whole_address(told: dict[str, str]) -> None:
    assert list(Protego.parse(told["robots.txt"]).sitemaps) == [f"{SITE}sitemap.xml"]
    plain = RobotFileParser()
    plain.parse(told["robots.txt"].splitlines())
    assert plain.site_maps() == [f"{SITE}sitemap.xml"]


def test_an_address_without_its_slash_does_as_well() -> None:
    catalogue = load(SAMPLE).catalogue
    assert dict(discovery_assets(catalogue, {}, SITE)) == dict(discovery_assets(catalogue, {}, SITE[:-1]))


def sections(text: str) -> tuple[list[str], dict[str, list[tuple[str, str, str]]]]:
    """The opening lines, and the links of each section; fails where the form of llmstxt.org is not kept."""
    opening, *rest = re.split(r"^## ", text, flags=re.MULTILINE)
    found: dict[str, list[tuple[str, str, str]]] = {}
    for section in rest:
        title, *lines = section.splitlines()
        links = [LINK.fullmatch(line) for line in lines if line]
        assert title not in found
        assert links
        assert all(links), section
        found[title] = [(link[1], link[2], link[3] or "") for link in links if link]
    return [line for line in opening.splitlines() if line], found


def test_the_guide_for_language_models_has_its_form(told: dict[str, str]) -> None:
    opening, found = sections(told["llms.txt"])
    assert opening[0].startswith("# ")
    assert opening[1].startswith("> ")
    assert not any(line.startswith("#") for line in opening[1:])
    assert list(found) == [
        "Lists (English)",
        "Key pages (English)",
        "รายการ (ภาษาไทย)",
        "หน้าหลัก (ภาษาไทย)",
    ]
    assert ("Sweets", f"{SITE}en/desserts/") in [link[:2] for link in found["Lists (English)"]]
    assert ("ขนม", f"{SITE}desserts/") in [link[:2] for link in found["รายการ (ภาษาไทย)"]]
    assert found["Key pages (English)"][0][1] == f"{SITE}en/data/"


def test_every_page_it_names_is_there(told: dict[str, str]) -> None:
    catalogue = load(SAMPLE).catalogue
    there = {path.removesuffix("index.md").removesuffix(".md").rstrip("/") for path in render(catalogue)}
    there |= {f"{lang}/{path}" for lang in ("th", "en") for path in ("about", "about/marks", "data")}
    for links in sections(told["llms.txt"])[1].values():
        for _, address, _ in links:
            below = address.removeprefix(SITE).rstrip("/")
            assert (below if below.startswith("en") else f"th/{below}") in there, address


def test_lists_without_records_are_not_named(told: dict[str, str]) -> None:
    assert "/routes/" not in told["llms.txt"]


def test_the_data_are_named_only_where_they_are() -> None:
    catalogue = load(SAMPLE).catalogue
    content = dict(discovery_assets(catalogue, render(catalogue), SITE))["llms.txt"]
    assert isinstance(content, bytes)
    assert b"/data/" not in content
