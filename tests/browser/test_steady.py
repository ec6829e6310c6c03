"""Nothing moves while a page comes in over a slow line: fonts, scripts and what they add have their places."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

MOST = 0.02
SLOW = {"offline": False, "latency": 200, "downloadThroughput": 60_000, "uploadThroughput": 60_000}
PATHS = (
    "",
    "en/",
    "desserts/",
    "en/ingredients/",
    "desserts/khanom-mo-kaeng/",
    "recipes/khanom-mo-kaeng-barrow/",
    "map/",
)
WATCH = """
window.shifts = [];
new PerformanceObserver((seen) => seen.getEntries().forEach((shift) => window.shifts.push([
  shift.value, shift.sources.map((one) => one.node && (one.node.outerHTML || one.node.textContent).slice(0, 80)),
]))).observe({ type: "layout-shift", buffered: true });
"""


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_moves(browser: Browser, address: str, width: int) -> None:
    """The pages come in side by side, each over a slow line of its own."""
    pages = {}
    for path in PATHS:
        context = browser.new_context(viewport={"width": width, "height": 844}, service_workers="block")
        page = pages[path] = context.new_page()
        line = context.new_cdp_session(page)
        line.send("Network.enable")
        line.send("Network.emulateNetworkConditions", SLOW)
        page.add_init_script(WATCH)
        page.goto(address + path, wait_until="commit")
    moved = {}
    for path, page in pages.items():
        page.wait_for_load_state(timeout=120_000)
        page.evaluate("document.fonts.ready.then(() => new Promise(requestAnimationFrame))")
        shifts = page.evaluate("window.shifts")
        page.context.close()
        if sum(value for value, _ in shifts) > MOST:
            moved[path] = shifts
    assert moved == {}
