"""The project's own site, built once, served on this machine, in a real browser."""

from __future__ import annotations

import functools
import http.server
import os
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser, Page, sync_playwright

from gastro.cli import cli

PATIENCE = 600
"""Seconds that a worker waits for the site another one builds."""
LEFT = "net::ERR_ABORTED"
"""What a browser says of a file it still waited for when one went on to another page."""
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Serves a site as a web host does: with its own 404 page, without chatter."""

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


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the project's records, built by the first worker that asks for it."""
    parallel = "PYTEST_XDIST_WORKER" in os.environ
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if parallel else base) / "built"
    try:
        folder.mkdir()
    except FileExistsError:
        deadline = time.monotonic() + PATIENCE
        while not (folder / "done").is_file():
            assert time.monotonic() < deadline, "the site was not built by the other worker"
            time.sleep(0.5)
        return folder / "site"
    result = CliRunner().invoke(cli, ["build", "--site", str(folder / "site")])
    assert result.exit_code == 0, result.output
    (folder / "done").touch()
    return folder / "site"


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the site is served, with a slash at the end."""
    handler = functools.partial(_Handler, directory=str(site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
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
    """A tab, and everything that went wrong in it."""

    page: Page
    base: str
    trouble: list[str] = field(default_factory=list)

    def go(self, path: str) -> Page:
        self.page.goto(self.base + path)
        return self.page


@pytest.fixture(params=[390, 1280], ids=["phone", "desk"])
def visit(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Visit]:
    """A fresh tab of a phone's width and of a desk's."""
    context = browser.new_context(viewport={"width": request.param, "height": 844}, locale="th-TH")
    tab = Visit(context.new_page(), address)
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
