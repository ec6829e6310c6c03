"""Every kind of page: whole, quiet, no wider than its screen, and in nobody's way by the rules of axe.

Each in both languages, on a phone and at a desk, light and dark. Every two of language, screen and
scheme meet here; all three in all ways meet in `make verify`.
"""

from __future__ import annotations

import pytest

from tests.browser.audit import violations
from tests.browser.conftest import Visit
from tests.browser.templates import EVERY_TEMPLATE

PHONE, DESK = 390, 1280
SCHEMES = {(PHONE, "th"): "light", (PHONE, "en"): "dark", (DESK, "th"): "dark", (DESK, "en"): "light"}
"""Which scheme a page is audited in, by screen and language."""
OTHER = {"light": "dark", "dark": "light"}
PREFIXES = {"th": "", "en": "en/"}
NARROWEST = {"width": 320, "height": 256}
"""The smallest phone in CSS pixels, which is also what 400 % zoom leaves of a desk's 1280."""
TOO_WIDE = "document.documentElement.scrollWidth > innerWidth"


@pytest.mark.parametrize("path", EVERY_TEMPLATE)
def test_a_page_is_whole_and_quiet_and_in_nobodys_way(visit: Visit, path: str) -> None:
    for lang, prefix in PREFIXES.items():
        page, name = visit.go(prefix + path), prefix + path
        assert page.locator("html").get_attribute("lang") == lang
        assert page.locator("h1").count() == 1, name
        assert page.locator("h1").inner_text().strip(), name
        assert page.title().strip(), name
        assert not page.evaluate(TOO_WIDE), f"{name} is wider than the screen"
        assert visit.trouble == [], name
        scheme = SCHEMES[visit.width, lang]
        assert violations(page, scheme) == [], f"{name}, {visit.width} px, {scheme}"
        if visit.width == PHONE:
            page.set_viewport_size(NARROWEST)  # type: ignore[arg-type]
            assert not page.evaluate(TOO_WIDE), f"{name} is wider than the smallest screen"
            page.set_viewport_size({"width": PHONE, "height": 844})


def test_nothing_stands_in_the_way_of_what_is_not_found(visit: Visit) -> None:
    page = visit.go("404.html")
    for scheme in OTHER:
        assert violations(page, scheme) == [], f"{visit.width} px, {scheme}"


@pytest.mark.verify
@pytest.mark.parametrize("path", EVERY_TEMPLATE)
def test_nothing_stands_in_the_way_in_the_other_scheme(visit: Visit, path: str) -> None:
    for lang, prefix in PREFIXES.items():
        scheme = OTHER[SCHEMES[visit.width, lang]]
        assert violations(visit.go(prefix + path), scheme) == [], (
            f"{prefix}{path}, {visit.width} px, {scheme}"
        )
