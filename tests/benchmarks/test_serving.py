"""The small host that pages are measured on gives what a web host gives."""

from __future__ import annotations

import gzip
import http.client
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import brotli
import pytest
from benchmarks.serving import served

PAGE = "<!doctype html><title>ขนม</title>" + "<p>ขนมหม้อแกง</p>" * 50
Answer = tuple[int, dict[str, str], bytes]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    site = tmp_path / "site"
    (site / "desserts").mkdir(parents=True)
    (site / "index.html").write_text(PAGE, encoding="utf-8")
    (site / "desserts" / "index.html").write_text("desserts", encoding="utf-8")
    (site / "404.html").write_text("nothing here", encoding="utf-8")
    (site / "font.woff2").write_bytes(b"wOF2" + bytes(400))
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    return site


@pytest.fixture
def address(site: Path) -> Iterator[str]:
    with served(site) as address:
        yield address


def ask(address: str, path: str, accepted: str = "", method: str = "GET") -> Answer:
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=5)
    connection.request(method, path, headers={"Accept-Encoding": accepted})
    answer = connection.getresponse()
    told = answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
    connection.close()
    return told


@pytest.mark.parametrize(
    ("accepted", "encoding", "unpacked"),
    [
        ("gzip, deflate, br", "br", brotli.decompress),
        ("gzip, deflate", "gzip", gzip.decompress),
        ("identity", None, bytes),
    ],
)
def test_text_is_compressed_as_the_browser_accepts(address, accepted, encoding, unpacked) -> None:
    status, headers, body = ask(address, "/", accepted)
    assert (status, headers.get("content-encoding")) == (200, encoding)
    assert headers["content-type"] == "text/html; charset=utf-8"
    assert headers["cache-control"] == "max-age=600"
    assert headers["content-length"] == str(len(body))
    assert unpacked(body).decode("utf-8") == PAGE


def test_gzip_alone_where_the_host_gives_no_brotli(site: Path) -> None:
    with served(site, ("gzip",)) as address:
        assert ask(address, "/", "gzip, br")[1]["content-encoding"] == "gzip"


def test_fonts_travel_as_they_are(address: str) -> None:
    _, headers, body = ask(address, "/font.woff2?v=1", "gzip, br")
    assert (headers["content-type"], "content-encoding" in headers) == ("font/woff2", False)
    assert body == b"wOF2" + bytes(400)


def test_a_folder_without_its_slash_leads_on(address: str) -> None:
    status, headers, _ = ask(address, "/desserts")
    assert (status, headers["location"]) == (301, "/desserts/")


@pytest.mark.parametrize("path", ["/nowhere/", "/../secret.txt", "/%2e%2e/secret.txt", "/nowhere.png"])
def test_what_is_not_there_gives_the_sites_own_page(address: str, path: str) -> None:
    status, _, body = ask(address, path)
    assert (status, body) == (404, b"nothing here")


def test_asking_for_the_head_alone(address: str) -> None:
    status, headers, body = ask(address, "/", method="HEAD")
    assert (status, body) == (200, b"")
    assert headers["content-length"] == str(len(PAGE.encode("utf-8")))


def test_a_page_built_anew_is_served_anew(site: Path, address: str) -> None:
    ask(address, "/", "gzip")
    (site / "index.html").write_text("changed", encoding="utf-8")
    assert gzip.decompress(ask(address, "/", "gzip")[2]) == b"changed"
