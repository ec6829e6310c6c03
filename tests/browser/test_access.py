"""Nothing stands in the way of those who read with a screen reader or need contrast: the rules of axe.

Every kind of page, in both languages, light and dark, on a phone and at a desk, with all
that can be opened open.
"""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.conftest import Visit
from tests.browser.templates import EVERY_TEMPLATE

OPEN_ALL = "document.querySelectorAll('details').forEach(one => { one.open = true; })"
CONTRAST = {"runOnly": ["color-contrast", "link-in-text-block"]}
"""What may differ between light and dark; everything else is the same page."""


def violations(page: Page, **options: object) -> list[str]:
    found = Axe().run(page, options={"resultTypes": ["violations"], **options}).response["violations"]
    return [f"{one['id']}: {node['html'][:120]}" for one in found for node in one["nodes"][:2]]


@pytest.mark.parametrize("path", [*EVERY_TEMPLATE, "404.html"])
def test_axe_finds_nothing(visit: Visit, path: str) -> None:
    visit.page.emulate_media(reduced_motion="reduce", color_scheme="light")
    for prefix in ("",) if path == "404.html" else ("", "en/"):
        page = visit.go(prefix + path)
        page.evaluate(OPEN_ALL)
        assert violations(page) == [], f"{prefix}{path}, light"
        page.emulate_media(color_scheme="dark")
        assert violations(page, **CONTRAST) == [], f"{prefix}{path}, dark"
        page.emulate_media(color_scheme="light")
