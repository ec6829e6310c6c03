"""What search engines, feed readers and home screens find: on every page of the site, and in a real browser."""

from __future__ import annotations

import functools
import http.server
import json
import shutil
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import feedparser
import pytest
from click.testing import CliRunner
from lxml import etree
from playwright.sync_api import Browser, expect
from selectolax.lexbor import LexborHTMLParser, LexborNode

from gastro.cli import cli
from gastro.site.manifest import manifest_path
from gastro.site.sitemap import SITEMAP, XHTML

TESTS = Path(__file__).parents[1]
SCHEMAS = TESTS / "site" / "schemas"


@dataclass(frozen=True)
class Head:
    """What the head of a page says to search engines."""

    canonical: str
    alternates: dict[str, str]
    hidden: bool
    feed: str
    shared: dict[str, str]
    """What messengers and social networks are shown."""


def read_heads(site: Path) -> dict[str, Head]:
    """The heads of all pages by their address below the site."""
    found = {}
    for file in site.rglob("*.html"):
        tree = LexborHTMLParser(file.read_bytes().partition(b"</head>")[0])
        links = [node.attributes for node in tree.css("link")]
        canonical = [link["href"] or "" for link in links if link.get("rel") == "canonical"]
        assert len(canonical) <= 1, file
        pairs = [(link["hreflang"] or "", link["href"] or "") for link in links if "hreflang" in link]
        assert len(pairs) == len(dict(pairs)), file
        feeds = [link["href"] or "" for link in links if link.get("type") == "application/atom+xml"]
        path = file.relative_to(site).as_posix().removesuffix("index.html")
        found[path] = Head(
            "".join(canonical),
            dict(pairs),
            bool(tree.css("meta[name=robots][content*=noindex]")),
            "".join(feeds),
            {name: node.attributes["content"] or "" for node in tree.css("meta") for name in named(node)},
        )
    return found


def named(node: LexborNode) -> list[str]:
    """The name of an Open Graph or Twitter tag."""
    name = node.attributes.get("property") or node.attributes.get("name") or ""
    return [name] if name.startswith(("og:", "article:", "twitter:")) else []


@pytest.fixture(scope="module")
def heads(site: Path) -> dict[str, Head]:
    return read_heads(site)


def test_every_page_names_itself_and_its_other_language(heads: dict[str, Head]) -> None:
    root = heads[""].canonical
    for path, head in heads.items():
        if path == "404.html":
            continue
        assert head.canonical == root + path
        below = path.removeprefix("en/") if path != "en/" else ""
        thai, english = root + below, f"{root}en/{below}"
        assert head.alternates == {"th": thai, "en": english, "x-default": english}, path


def test_the_page_of_what_is_not_there_is_hidden_and_names_nothing(heads: dict[str, Head]) -> None:
    assert heads["404.html"] == Head("", {}, hidden=True, feed=heads["404.html"].feed, shared={})
    hidden = {path for path, head in heads.items() if head.hidden}
    assert hidden == {"404.html", "about/offline/", "en/about/offline/"}


def test_every_page_can_be_shown_where_it_is_shared(site: Path, heads: dict[str, Head]) -> None:
    root = heads[""].canonical
    wanted = {f"og:{name}" for name in ("type", "site_name", "title", "url", "locale", "locale:alternate")}
    wanted |= {f"og:image{part}" for part in ("", ":type", ":width", ":height", ":alt")}
    wanted |= {"og:description", "twitter:card", "twitter:image:alt"}
    for path, head in heads.items():
        if path == "404.html":
            continue
        told = head.shared
        assert told.keys() - {"article:modified_time"} == wanted, path
        assert all(told.values()), path
        assert told["og:url"] == head.canonical
        assert told["og:locale"] == ("en_GB" if path.startswith("en/") else "th_TH")
        assert (site / told["og:image"].removeprefix(root)).is_file(), path
        if "article:modified_time" in told:
            assert told["og:type"] == "article"
            assert date.fromisoformat(told["article:modified_time"])


def test_the_sitemap_lists_every_page_that_is_not_hidden(site: Path, heads: dict[str, Head]) -> None:
    tree = etree.parse(site / "sitemap.xml")
    grammar = etree.RelaxNG(etree.parse(SCHEMAS / "sitemap.rng"))
    assert grammar.validate(tree), grammar.error_log
    listed = {
        url.findtext(f"{{{SITEMAP}}}loc"): {
            link.get("hreflang"): link.get("href") for link in url.iter(f"{{{XHTML}}}link")
        }
        for url in tree.getroot()
    }
    assert listed == {head.canonical: head.alternates for head in heads.values() if not head.hidden}


def test_a_feed_is_named_where_there_is_one(site: Path, heads: dict[str, Head]) -> None:
    there = (site / "feed.xml").is_file()
    assert (site / "en/feed.xml").is_file() is there
    assert {bool(head.feed) for head in heads.values()} == {there}
    if not there:  # a copy without its history
        return
    grammar = etree.RelaxNG(etree.parse(SCHEMAS / "atom.rng"))
    for path, start in (("feed.xml", ""), ("en/feed.xml", "en/")):
        assert grammar.validate(etree.parse(site / path)), grammar.error_log
        parsed = feedparser.parse((site / path).read_bytes())
        assert not parsed.bozo
        pages = {head.canonical for found, head in heads.items() if found.startswith(start)}
        assert {entry.link for entry in parsed.entries} <= pages
        days = [entry.updated for entry in parsed.entries]
        assert days == sorted(days, reverse=True)


@pytest.mark.parametrize("path", ["desserts/khanom-tan/", "en/map/"])
def test_the_browser_takes_the_manifest(browser: Browser, address: str, path: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(address + path)
    asked = context.new_cdp_session(page)
    answer = asked.send("Page.getAppManifest")
    lang = "en" if path.startswith("en/") else "th"
    assert answer["url"] == address + manifest_path(lang)
    assert answer["errors"] == []
    assert json.loads(answer["data"])["lang"] == lang
    told = asked.send("Page.getInstallabilityErrors")["installabilityErrors"]
    assert [one for one in told if one["errorId"] != "in-incognito"] == []
    context.close()


@pytest.fixture(scope="module")
def moved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site below the root of its host, of the sample records, one of which had another id."""
    folder = tmp_path_factory.mktemp("moved")
    content = Path(shutil.copytree(TESTS / "sample", folder / "content"))
    with (content / "desserts/khanom-tua-yang.yml").open("a", encoding="utf-8") as file:
        file.write("\nrenamed_from: [khanom-kao]\n")
    command = ["build", "--content", str(content), "--site", str(folder / "host/phet")]
    result = CliRunner(env={"SITE_URL": "https://example.org/phet/"}).invoke(cli, command)
    assert result.exit_code == 0, result.output
    return folder / "host"


@pytest.fixture
def host(moved: Path) -> Iterator[str]:
    handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=str(moved))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/phet/"
    server.shutdown()


@pytest.mark.parametrize(("prefix", "name"), [("", "ขนมตัวอย่าง"), ("en/", "Sample sweet")])
def test_a_former_address_leads_on_without_a_script(
    browser: Browser, host: str, prefix: str, name: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{host}{prefix}desserts/khanom-kao/")
    page.wait_for_url(f"{host}{prefix}desserts/khanom-tua-yang/")
    expect(page.locator("h1")).to_have_text(name)
    context.close()


def test_a_former_page_says_in_its_language_where_to_go(moved: Path) -> None:
    for prefix, heading, name in (
        ("", "หน้านี้ย้ายแล้ว", "ขนมตัวอย่าง"),
        ("en/", "This page has moved", "Sample sweet"),
    ):
        file = moved / "phet" / prefix / "desserts/khanom-kao/index.html"
        page = LexborHTMLParser(file.read_bytes())
        assert page.css_first("h1").text() == heading
        link = page.css_first("article a")
        assert (link.text(), link.attributes["href"]) == (name, "../khanom-tua-yang/")
        assert name in page.css_first("title").text()
        assert page.css("header nav, .menu")
        assert page.css("footer")
        assert page.css("script[type='application/ld+json']") == []


def test_search_engines_are_shown_only_the_new_address(moved: Path) -> None:
    heads = read_heads(moved / "phet")
    for prefix in ("", "en/"):
        head = heads[f"{prefix}desserts/khanom-kao/"]
        new = f"https://example.org/phet/{prefix}desserts/khanom-tua-yang/"
        assert (head.canonical, head.hidden, head.alternates) == (new, True, {})
        assert heads[f"{prefix}desserts/khanom-tua-yang/"].canonical == new
    told = "".join(
        (moved / "phet" / path).read_text(encoding="utf-8") for path in ("sitemap.xml", "llms.txt")
    )
    assert "khanom-tua-yang/" in told
    assert "khanom-kao" not in told
