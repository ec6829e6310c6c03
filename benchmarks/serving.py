"""A small web host for measuring: compresses, names types and lets files be kept as GitHub Pages does.

Python's own http.server compresses nothing, so what is measured against it is not what a visitor gets.
"""

from __future__ import annotations

import gzip
import http.server
import mimetypes
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from http import HTTPStatus
from pathlib import Path
from urllib.parse import unquote, urlsplit

import brotli

LEVEL = 6
KEPT_FOR = "max-age=600"
TEXT_OF_OTHERS = frozenset(
    {"application/json", "application/manifest+json", "application/xml", "image/svg+xml", "text/javascript"}
)
TYPES = {
    ".css": "text/css",
    ".html": "text/html",
    ".ics": "text/calendar",
    ".js": "text/javascript",
    ".json": "application/json",
    ".md": "text/markdown",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
    ".webmanifest": "application/manifest+json",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
    ".avif": "image/avif",
    ".webp": "image/webp",
}
COMPRESSORS: Mapping[str, Callable[[bytes], bytes]] = {
    "br": lambda body: brotli.compress(body, quality=LEVEL),
    "gzip": lambda body: gzip.compress(body, LEVEL, mtime=0),
}
"""By the names of the header Accept-Encoding, the better first."""


def type_of(path: Path) -> str:
    """The content type of a file, without its character set."""
    return TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"


def is_text(kind: str) -> bool:
    """Whether a host compresses files of this type; pictures and fonts are compressed already."""
    return kind.startswith("text/") or kind in TEXT_OF_OTHERS


def compressed(path: Path, encoding: str) -> bytes:
    """The bytes of a file as they travel; ``encoding`` is "br", "gzip" or "identity"."""
    if encoding == "identity" or not is_text(type_of(path)):
        return path.read_bytes()
    return _compressed(path, path.stat().st_mtime_ns, encoding)


@lru_cache(maxsize=4096)
def _compressed(path: Path, changed: int, encoding: str) -> bytes:
    return COMPRESSORS[encoding](path.read_bytes())


class Handler(http.server.BaseHTTPRequestHandler):
    """One site, read only, over connections that stay open."""

    protocol_version = "HTTP/1.1"
    site: Path
    encodings: tuple[str, ...]
    sent: list[tuple[str, int]] | None

    def do_GET(self) -> None:
        self._answer(with_body=True)

    def do_HEAD(self) -> None:
        self._answer(with_body=False)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""

    def _answer(self, *, with_body: bool) -> None:
        address = urlsplit(self.path)
        path = (self.site / unquote(address.path).lstrip("/")).resolve()
        status = HTTPStatus.OK
        if not path.is_relative_to(self.site):
            path = self.site / "404.html"
            status = HTTPStatus.NOT_FOUND
        elif path.is_dir() and not address.path.endswith("/"):
            self._send(HTTPStatus.MOVED_PERMANENTLY, {"Location": f"{address.path}/"}, b"")
            return
        elif path.is_dir():
            path /= "index.html"
        if not path.is_file():
            path = self.site / "404.html"
            status = HTTPStatus.NOT_FOUND
        if not path.is_file():
            self._send(status, {"Content-Type": "text/plain"}, b"Not found\n" if with_body else b"")
            return
        kind = type_of(path)
        headers = {
            "Content-Type": f"{kind}; charset=utf-8" if is_text(kind) else kind,
            "Cache-Control": KEPT_FOR,
        }
        encoding = self._encoding() if is_text(kind) else "identity"
        if encoding != "identity":
            headers |= {"Content-Encoding": encoding, "Vary": "Accept-Encoding"}
        self._send(status, headers, compressed(path, encoding), with_body=with_body)

    def _encoding(self) -> str:
        accepted = {one.split(";")[0].strip() for one in self.headers.get("Accept-Encoding", "").split(",")}
        return next((one for one in self.encodings if one in accepted), "identity")

    def _send(
        self, status: HTTPStatus, headers: Mapping[str, str], body: bytes, *, with_body: bool = True
    ) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if with_body:
            self.wfile.write(body)
        if self.sent is not None:
            self.sent.append((urlsplit(self.path).path, len(body) if with_body else 0))


class _Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that closes a connection early is no fault."""


@contextmanager
def served(
    site: Path,
    encodings: tuple[str, ...] = ("br", "gzip"),
    port: int = 0,
    sent: list[tuple[str, int]] | None = None,
) -> Iterator[str]:
    """Serve a folder on this machine only; gives its address, with a slash at the end.

    What goes out is added to ``sent``: the path asked for, and the bytes of the body.
    """
    values = {"site": site.resolve(), "encodings": encodings, "sent": sent}
    handler = type("SiteHandler", (Handler,), values)
    server = _Server(("127.0.0.1", port), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
