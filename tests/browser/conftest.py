"""The project's own site, built once, served on this machine, in a real browser."""

from __future__ import annotations

import functools
import http.server
import os
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.builds import built_once

LEFT = "net::ERR_ABORTED"
"""What a browser says of a file it still waited for when one went on to another page."""
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Serves a site as a web host does: on lines that stay open, with its own 404 page, without chatter."""

    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)


class _Server(http.server.ThreadingHTTPServer):
    """A visitor who goes on before a file has come is no trouble."""

    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the project's records: the one that `make test` has just built, else one of our own."""
    just_built = os.environ.get("GASTRO_TESTED_SITE")
    return Path(just_built).resolve() if just_built else built_once(tmp_path_factory, "project")


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the site is served, with a slash at the end."""
    handler = functools.partial(_Handler, directory=str(site))
    server = _Server(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The browser that tests/browser/find_browser.py found."""
    path = os.environ.get("GASTRO_BROWSER", "")
    assert path, "run `make browser`, or set GASTRO_BROWSER to the path of a Chromium"
    with sync_playwright() as playwright:
        chosen = None if path == "playwright" else path
        browser = playwright.chromium.launch(executable_path=chosen, args=ARGUMENTS)
        yield browser
        browser.close()


@dataclass
class Visit:
    """A tab, its width in CSS pixels, and everything that went wrong in it."""

    page: Page
    base: str
    width: int
    trouble: list[str] = field(default_factory=list)

    def go(self, path: str) -> Page:
        self.page.goto(self.base + path)
        return self.page


@pytest.fixture(params=[390, 1280], ids=["phone", "desk"])
def visit(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Visit]:
    """A fresh tab of a phone's width and of a desk's; nothing is kept in it for later (see test_offline.py)."""
    context = browser.new_context(
        viewport={"width": request.param, "height": 844}, locale="th-TH", service_workers="block"
    )
    tab = Visit(context.new_page(), address, request.param)
    tab.page.on("console", lambda said: said.type == "error" and tab.trouble.append(said.text))
    tab.page.on("pageerror", lambda error: tab.trouble.append(str(error)))
    tab.page.on(
        "requestfailed", lambda asked: asked.failure != LEFT and tab.trouble.append(f"failed: {asked.url}")
    )
    tab.page.on(
        "request",
        lambda asked: (
            asked.url.startswith((address, "data:")) or tab.trouble.append(f"left the site: {asked.url}")
        ),
    )
    yield tab
    context.close()


def eventually(page: Page, expression: str) -> bool:
    """Whether an expression comes true within five seconds; Playwright's own wait needs what our policy forbids."""
    for _ in range(50):
        if page.evaluate(expression):
            return True
        page.wait_for_timeout(100)
    return False


NOT_KEPT = """async wanted => {
  const base = new URL(document.documentElement.dataset.base + "/", location.href).href;
  const own = performance.getEntriesByType("resource").map(one => one.name.split("#")[0]);
  const urls = [location.href.split(/[?#]/)[0], ...wanted, ...own.filter(url => url.startsWith(base))];
  let missing = urls;
  for (let tries = 0; missing.length && tries < 200; tries += 1) {
    await new Promise(done => setTimeout(done, 100));
    const found = await Promise.all(missing.map(url => caches.match(url)));
    missing = missing.filter((_, at) => !found[at]);
  }
  return missing;
}"""


def not_kept(page: Page, address: str) -> list[str]:
    """What a page should have kept for when there is no signal and has not within twenty seconds."""
    lang = page.locator("html").get_attribute("lang") or ""
    lists = page.request.get(address + "assets/offline.json").json()[lang]
    missing: list[str] = page.evaluate(
        NOT_KEPT, [address + path for path in (*lists["pages"], *lists["files"])]
    )
    return missing
