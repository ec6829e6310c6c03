"""What stands in somebody's way on a page: the rules of axe."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

OPEN_ALL = "document.querySelectorAll('details').forEach(one => { one.open = true; })"


def violations(page: Page, scheme: str) -> list[str]:
    """What axe finds with all open that can be opened; `scheme` is light or dark."""
    page.emulate_media(reduced_motion="reduce", color_scheme=scheme)  # type: ignore[arg-type]
    page.evaluate(OPEN_ALL)
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    return [f"{one['id']}: {node['html'][:120]}" for one in found for node in one["nodes"][:2]]
