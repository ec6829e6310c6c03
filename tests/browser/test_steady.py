"""Nothing moves while a page comes in over a slow line: fonts, scripts and what they add have their places."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

MOST = 0.02
SLOW = {"offline": False, "latency": 200, "downloadThroughput": 60_000, "uploadThroughput": 60_000}
WATCH = """
window.shifts = [];
new PerformanceObserver((seen) => seen.getEntries().forEach((shift) => window.shifts.push([
  shift.value, shift.sources.map((one) => one.node && (one.node.outerHTML || one.node.textContent).slice(0, 80)),
]))).observe({ type: "layout-shift", buffered: true });
"""


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize(
    "path",
    [
        "",
        "en/",
        "desserts/",
        "en/ingredients/",
        "desserts/khanom-mo-kaeng/",
        "recipes/khanom-mo-kaeng-barrow/",
        "map/",
    ],
)
def test_nothing_moves(browser: Browser, address: str, path: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 844}, service_workers="block")
    page = context.new_page()
    line = context.new_cdp_session(page)
    line.send("Network.enable")
    line.send("Network.emulateNetworkConditions", SLOW)
    page.add_init_script(WATCH)
    page.goto(address + path, wait_until="load")
    page.evaluate("document.fonts.ready.then(() => new Promise(requestAnimationFrame))")
    shifts = page.evaluate("window.shifts")
    context.close()
    assert sum(value for value, _ in shifts) <= MOST, shifts
