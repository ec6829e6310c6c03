"""Every page of the site, not only samples, by the rules of screen readers (axe)."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tests.browser.conftest import address, browser, site

pytestmark = pytest.mark.verify
__all__ = ["address", "browser", "site"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_stands_in_anyones_way(browser: Browser, address: str, site: Path, scheme: str) -> None:
    page = browser.new_context(
        viewport={"width": 390, "height": 844}, color_scheme=scheme, reduced_motion="reduce"
    ).new_page()
    axe = Axe()
    told = []
    for file in sorted(site.rglob("*.html")):
        path = file.relative_to(site).as_posix().removesuffix("index.html")
        page.goto(address + path)
        for one in axe.run(page, options={"resultTypes": ["violations"]}).response["violations"]:
            told += [f"{path}: {one['id']}: {node['html'][:100]}" for node in one["nodes"]]
    assert told[:20] == []
