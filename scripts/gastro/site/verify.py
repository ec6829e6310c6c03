"""Reads the built HTML, as a browser would find it, and names what does not hold.

MkDocs is not trusted for this: every link and anchor is looked up among the files and ids
that are really there, where a moved page leads on to as well, and every page must have its
twin in the other language.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from gastro.problems import Message

_LINKS = {"a": "href", "link": "href", "img": "src", "script": "src", "source": "src", "iframe": "src"}
_OUTSIDE = ("http:", "https:", "mailto:", "tel:", "data:")
_LOADING = (
    "img, script, source, iframe, video, audio, embed, object, use, image,"
    " link:not([rel~=canonical]):not([rel~=alternate])"
)
_LOADED_FROM = ("src", "href", "srcset", "poster", "data", "xlink:href")
"""What a browser asks for by itself; a link is followed only by people."""
_ENGLISH = "en"
_SINGLE = {"404.html"}


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """Something wrong on a page of the built site (path under the site)."""

    page: str
    message: Message


@dataclass(frozen=True)
class _Page:
    path: str
    lang: str
    ids: tuple[str, ...]
    links: tuple[str, ...]
    loaded: tuple[str, ...]
    canonical: str


def verify(site: Path, base: str = "/") -> list[Fault]:
    """Every fault of the site in ``site``; ``base`` is the path it is served under."""
    read = (_read(file, site) for file in sorted(site.rglob("*.html")))
    pages = {page.path: page for page in read}
    ids = {path: set(page.ids) for path, page in pages.items()}
    files = {file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()}
    faults: list[Fault] = []
    for page in pages.values():
        faults.extend(_links(page, files, ids, base))
        faults.extend(_elsewhere(page))
        faults.extend(_language(page, pages))
        repeated = [id for id, times in Counter(page.ids).items() if times > 1]
        faults.extend(_fault(page, "มี id ซ้ำ: {0}", "an id is used twice: {0}", id) for id in repeated)
    return sorted(faults)


def _read(file: Path, site: Path) -> _Page:
    tree = LexborHTMLParser(file.read_bytes())
    html = tree.css_first("html")
    ids = [node.attributes.get("id") or "" for node in tree.css("[id]")]
    names = [node.attributes.get("name") or "" for node in tree.css("a[name]")]
    links = []
    canonical = ""
    for node in tree.css(",".join(f"{tag}[{name}]" for tag, name in _LINKS.items())):
        value = node.attributes.get(_LINKS[node.tag or ""]) or ""
        if node.tag == "link" and "canonical" in (node.attributes.get("rel") or ""):
            canonical = value
        else:
            links.append(value)
    links += [target for node in tree.css("meta[http-equiv=refresh]") for target in _moved_to(node)]
    lang = (html.attributes.get("lang") or "") if html is not None else ""
    path = file.relative_to(site).as_posix()
    return _Page(path, lang, (*ids, *names), tuple(links), tuple(_loaded(tree)), canonical)


def _moved_to(node: LexborNode) -> Iterator[str]:
    """Where a page that has moved leads on to by itself."""
    _, _, target = (node.attributes.get("content") or "").partition("url=")
    if target:
        yield target


def _loaded(tree: LexborHTMLParser) -> Iterator[str]:
    for node in tree.css(_LOADING):
        for name in _LOADED_FROM:
            value = node.attributes.get(name)
            if value and name == "srcset":
                yield from (candidate.split()[0] for candidate in value.split(",") if candidate.strip())
            elif value:
                yield value


def _elsewhere(page: _Page) -> Iterator[Fault]:
    """A page asks no other host for anything: what it shows lies on the site itself."""
    for address in dict.fromkeys(page.loaded):
        if urlsplit(address).netloc:
            yield _fault(page, "หน้านี้เรียกไฟล์จากเว็บไซต์อื่น: {0}", "asks another website for a file: {0}", address)


def _links(page: _Page, files: set[str], ids: dict[str, set[str]], base: str) -> Iterator[Fault]:
    for link in dict.fromkeys(page.links):
        parts = urlsplit(link)
        if link.lower().startswith(_OUTSIDE):
            continue
        target = None if parts.netloc else _target(page.path, unquote(parts.path), files, base)
        if target is None:
            yield _fault(page, "ลิงก์เสีย: {0}", "broken link: {0}", link)
        elif parts.fragment and target in ids and unquote(parts.fragment) not in ids[target]:
            yield _fault(page, "ลิงก์ไปหัวข้อที่ไม่มี: {0}", "dead anchor: {0}", link)


def _target(page: str, path: str, files: set[str], base: str) -> str | None:
    """The file that a link's path leads to, if it is there."""
    if not path:
        return page
    if path.startswith("/"):
        if not path.startswith(base):
            return None
        steps = path.removeprefix(base).split("/")
        at: list[str] = []
    else:
        at = page.split("/")[:-1]
        steps = path.split("/")
    for step in steps:
        if step == "..":
            if not at:
                return None
            at.pop()
        elif step not in ("", "."):
            at.append(step)
    joined = "/".join(at)
    candidates = (joined, f"{joined}/index.html".lstrip("/"))
    return next((name for name in candidates if name in files), None)


def _language(page: _Page, pages: dict[str, _Page]) -> Iterator[Fault]:
    if page.path in _SINGLE:
        return
    english = page.path.startswith(f"{_ENGLISH}/")
    twin = page.path.removeprefix(f"{_ENGLISH}/") if english else f"{_ENGLISH}/{page.path}"
    if twin not in pages:
        yield _fault(page, "ไม่มีหน้าคู่ในอีกภาษา: {0}", "no twin in the other language: {0}", twin)
    expected = "en" if english else "th"
    if page.lang != expected:
        yield _fault(page, "ภาษาของหน้าไม่ใช่ {0}", "the language of the page is not {0}", expected)


def _fault(page: _Page, th: str, en: str, value: str) -> Fault:
    return Fault(page.path, Message(th.format(value), en.format(value)))


def page_count(site: Path) -> int:
    """How many HTML pages the site has."""
    return sum(1 for _ in site.rglob("*.html"))


def shown(faults: Iterable[Fault]) -> str:
    """Faults for people, one a line."""
    return "\n".join(f"{one.page}: {one.message.th} · {one.message.en}" for one in faults)
