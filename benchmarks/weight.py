"""What the first visit to each built page weighs: the bytes that travel, everything the page needs included.

Counted from the files, without a browser and without timing: the page, its style sheets, scripts, icon,
manifest, fonts (those preloaded and those whose letters the page shows) and the pictures it loads at once;
pictures that wait until they are scrolled to are counted apart. Run: ``make weight`` or ``make bench``.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode
from serving import compressed, is_text, type_of

MOST_BYTES = 150_000
HEAVIEST = 10
NO_KIND = "(top)"
_FACE = re.compile(r"@font-face\s*\{(.*?)\}", re.DOTALL)
_RANGE = re.compile(r"unicode-range:\s*([^;}]+)")
_URL = re.compile(r"""url\(\s*["']?([^"')]+)["']?\s*\)""")


@dataclass(frozen=True)
class Face:
    """A web font file and the code points it is loaded for."""

    file: Path
    letters: frozenset[int]


@dataclass(frozen=True)
class Weight:
    """Bytes of one page: the page alone, the first visit with it in, pictures left for later."""

    path: str
    page: int
    visit: int
    later: int


def main() -> None:
    """Weigh every page and print the heaviest of each kind."""
    made = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    made.add_argument("--site", type=Path, help="a site that is built already")
    made.add_argument("--encoding", choices=("gzip", "br"), default="gzip", help="gzip is GitHub Pages'")
    wishes = made.parse_args()
    with tempfile.TemporaryDirectory(prefix="gastro-weight-") as name:
        site = wishes.site or Path(name) / "site"
        if not wishes.site:
            subprocess.run([sys.executable, "-m", "gastro", "build", "--site", str(site)], check=True)
        print_weights([weigh(page, site.resolve(), wishes.encoding) for page in pages(site.resolve())])


def pages(site: Path) -> list[Path]:
    return sorted(site.rglob("*.html"))


def weigh(page: Path, site: Path, encoding: str) -> Weight:
    """What a first visit to one page loads; each file counts once."""
    tree = LexborHTMLParser(page.read_bytes())
    now = {page}
    for node in tree.css("link[rel=stylesheet], link[rel=preload], link[rel=icon], link[rel=manifest]"):
        now |= found(node.attributes.get("href"), page, site)
    for node in tree.css("script[src]"):
        now |= found(node.attributes.get("src"), page, site)
    for sheet in [file for file in now if file.suffix == ".css"]:
        now |= fonts_shown(sheet, letters_of(tree)) | pictures_of(sheet)
    later: set[Path] = set()
    for image in tree.css("img"):
        loaded = found(picture_of(image), page, site)
        if image.attributes.get("loading") == "lazy":
            later |= loaded
        else:
            now |= loaded
    return Weight(
        page.relative_to(site).as_posix().removesuffix("index.html"),
        size(page, encoding),
        sum(size(file, encoding) for file in now),
        sum(size(file, encoding) for file in later - now),
    )


def found(address: str | None, page: Path, site: Path) -> set[Path]:
    """The file of the site at an address that a page names, if it is one."""
    parts = urlsplit(address or "")
    if not parts.path or parts.scheme or parts.netloc:
        return set()
    below = site if parts.path.startswith("/") else page.parent
    file = (below / unquote(parts.path).lstrip("/")).resolve()
    return {file} if file.is_file() else set()


def picture_of(image: LexborNode) -> str | None:
    """The largest file an image may load: a sharp phone takes it."""
    parent = image.parent
    first = parent.css_first("source[srcset]") if parent is not None and parent.tag == "picture" else None
    choices = (first or image).attributes.get("srcset")
    return choices.split(",")[-1].split()[0] if choices else image.attributes.get("src")


def letters_of(tree: LexborHTMLParser) -> frozenset[int]:
    """The code points a page shows."""
    return frozenset(map(ord, tree.body.text())) if tree.body else frozenset()


@lru_cache(maxsize=256)
def faces_of(sheet: Path) -> tuple[Face, ...]:
    """The web fonts a style sheet declares."""
    return tuple(faces_in(sheet))


def faces_in(sheet: Path) -> Iterator[Face]:
    for rules in _FACE.findall(sheet.read_text(encoding="utf-8")):
        ranges = _RANGE.search(rules)
        letters: set[int] = set()
        for part in (ranges.group(1) if ranges else "U+0-10FFFF").split(","):
            first, _, last = part.strip().upper().removeprefix("U+").partition("-")
            letters |= set(range(int(first, 16), int(last or first, 16) + 1))
        for address in _URL.findall(rules):
            file = (sheet.parent / address).resolve()
            if file.is_file():
                yield Face(file, frozenset(letters))


def fonts_shown(sheet: Path, letters: frozenset[int]) -> set[Path]:
    """The fonts a page loads: every weight of each script that it shows."""
    return {face.file for face in faces_of(sheet) if face.letters & letters}


@lru_cache(maxsize=256)
def pictures_of(sheet: Path) -> set[Path]:
    """The pictures a style sheet may load."""
    text = _FACE.sub("", sheet.read_text(encoding="utf-8"))
    files = {(sheet.parent / address).resolve() for address in _URL.findall(text) if ":" not in address}
    return {file for file in files if file.is_file()}


@lru_cache(maxsize=8192)
def size(file: Path, encoding: str) -> int:
    """Bytes of a file as they travel."""
    return len(compressed(file, encoding if is_text(type_of(file)) else "identity"))


def print_weights(weights: list[Weight]) -> None:
    """The heaviest pages of each kind, and the share of all that weigh too much."""
    by_kind: dict[str, list[Weight]] = defaultdict(list)
    for weight in weights:
        by_kind[kind_of(weight.path)].append(weight)
    for kind, its in sorted(by_kind.items()):
        print(f"\n{kind} ({len(its)})".ljust(60) + f"{'page KB':>9}{'visit KB':>9}{'later KB':>9}")
        for one in sorted(its, key=lambda one: (-one.visit, one.path))[:HEAVIEST]:
            cells = "".join(f"{value / 1000:9.1f}" for value in (one.page, one.visit, one.later))
            print(f"  {one.path or '/'}".ljust(59) + cells)
    heavy = sum(weight.visit > MOST_BYTES for weight in weights)
    print(
        f"\n{heavy} of {len(weights)} pages ({heavy / len(weights):.1%}) weigh more than "
        f"{MOST_BYTES // 1000} KB on a first visit."
    )


def kind_of(path: str) -> str:
    """The folder a page lies in, whatever its language."""
    return path.removeprefix("en/").rpartition("/")[0].partition("/")[0] or NO_KIND


if __name__ == "__main__":
    main()
