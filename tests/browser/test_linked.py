"""The structured data of every page of the site, as a reader of it finds them; no browser is needed for most."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser
from selectolax.lexbor import LexborHTMLParser

from gastro.pages.render import Setting
from tests.opendata import schema_org, search_engines

HOME = Setting.site_url
SELECTOR = "script[type='application/ld+json']"
MOST = 4096
"""Bytes of one page's data on their way to a phone, packed; half of that is usual for the longest."""


def _pages(site: Path) -> Iterator[tuple[str, LexborHTMLParser]]:
    for file in sorted(site.rglob("index.html")):
        tree = LexborHTMLParser(file.read_bytes())
        if tree.css_first("meta[name=robots][content*=noindex]") is None:
            yield file.parent.relative_to(site).as_posix().removeprefix("."), tree


@pytest.fixture(scope="module")
def told(site: Path) -> dict[str, Any]:
    """The data of every page, by its path."""
    found = {}
    for path, tree in _pages(site):
        blocks = tree.css(SELECTOR)
        assert len(blocks) == 1, path
        text = blocks[0].text()
        assert not set("<>&") & set(text), path
        assert len(gzip.compress(text.encode())) <= MOST, path
        found[path] = json.loads(text)
    return found


def test_every_page_tells_of_itself_under_its_own_address(told: dict[str, Any]) -> None:
    assert len(told) > 1600
    for path, graph in told.items():
        own = {node["@id"] for node in graph["@graph"] if "@id" in node}
        assert f"{HOME}{path}/".replace(":8000//", ":8000/") in own, path


def test_every_page_keeps_to_the_vocabulary_of_schema_org(told: dict[str, Any]) -> None:
    assert schema_org.faults(schema_org.expanded(told.values()), HOME) == set()


def test_every_page_keeps_what_its_classes_promise_to_search_engines(told: dict[str, Any]) -> None:
    found = {f"{path}: {fault}" for path, graph in told.items() for fault in search_engines.faults(graph)}
    assert found == set()


def test_every_address_within_the_site_leads_somewhere(site: Path, told: dict[str, Any]) -> None:
    anchors = {
        path: {node.attributes["id"] for node in tree.css("[id]")} | {"", "this", "set", "website", "dataset"}
        for path, tree in _pages(site)
    }
    lost = set()
    for address in {address for graph in told.values() for address in _addresses(graph)}:
        parts = urlsplit(address)
        path = unquote(parts.path).removeprefix("/")
        if path.endswith("/") or not path:
            if parts.fragment not in anchors.get(path.rstrip("/"), ()):
                lost.add(address)
        elif not (site / path).is_file():
            lost.add(address)
    assert lost == set()


def _addresses(graph: Any) -> Iterator[str]:
    for node in search_engines.nodes_in(graph):
        for value in node.values():
            for one in value if isinstance(value, list) else [value]:
                if isinstance(one, str) and one.startswith(HOME) and "{" not in one:
                    yield one


def test_a_recipe_tells_what_its_page_shows(site: Path, told: dict[str, Any]) -> None:
    recipes = {
        path: node
        for path, graph in told.items()
        for node in graph["@graph"]
        if node.get("@type") == "Recipe"
    }
    assert len(recipes) >= 32
    for path, recipe in recipes.items():
        tree = LexborHTMLParser((site / path / "index.html").read_bytes())
        steps = recipe.get("recipeInstructions", [])
        for step in steps if isinstance(steps, list) else [steps]:
            shown = tree.css_first(f"[id='{urlsplit(step['url']).fragment}']").text()
            words = step["text"].partition(" (")[0].split()
            assert all(word in shown for word in words), step
        lines = recipe["recipeIngredient"]
        assert len(lines if isinstance(lines, list) else [lines]) == len(tree.css("td.amount")), path


def test_data_in_a_page_are_no_script_to_the_policy(browser: Browser, address: str) -> None:
    page = browser.new_context().new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(f"{address}en/recipes/khanom-tan-pbru/")
    assert page.locator(SELECTOR).count() == 1
    assert json.loads(page.locator(SELECTOR).text_content() or "")["@context"] == "https://schema.org"
    assert said == []
    page.context.close()
