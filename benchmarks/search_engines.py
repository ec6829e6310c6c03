"""The three searches that are compared, each with its own index of the same pages, and how to type into them.

* ours: the built site as visitors get it;
* stock Material for MkDocs: the same Markdown under the theme as it comes, with its search plug-in (lunr)
  set to Thai and English, one site a language, as its documentation advises;
* Pagefind: the main article of every page that we built, through its own JavaScript interface. Its ready-made
  search box waits 300 ms after the last key; ours for it does not wait, in its favour.
"""

from __future__ import annotations

import importlib.metadata
import json
import os
import platform
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ROOT / "benchmarks" / "node_modules"
LANGUAGES = ("th", "en")
OURS = "Ours"
OF_ITSELF = "pages/about/search"
"""The page that tells of the search quotes queries; no search is judged by it."""
SHOWN = 8
"""Answers that are looked at: what our search shows at first."""
STOCK_CONFIG = """\
site_name: Stock
site_url: http://127.0.0.1:8000/
docs_dir: docs/{lang}
site_dir: {site}
theme:
  name: material
  font: false
  language: {lang}
markdown_extensions: [attr_list, def_list, footnotes, md_in_html, tables]
plugins:
  - search:
      lang: [th, en]
"""
PAGEFIND_PAGE = """\
<!doctype html>
<html lang="{lang}">
<meta charset="utf-8">
<title>Pagefind</title>
<input type="search" aria-label="Search">
<p role="status"></p>
<ol></ol>
<script type="module">
  import {{ createInstance }} from "/pagefind/pagefind.js";
  const pagefind = createInstance({{ basePath: "/pagefind/", noWorker: true }});
  const [query, status, list] = ["input", "p", "ol"].map((name) => document.querySelector(name));
  query.addEventListener("input", async () => {{
    const asked = query.value.trim();
    delete status.dataset.done;
    const found = asked ? (await pagefind.search(asked)).results.slice(0, {shown}) : [];
    const pages = await Promise.all(found.map((one) => one.data()));
    if (asked !== query.value.trim()) return;
    list.replaceChildren(...pages.map((page) => {{
      const link = document.createElement("a");
      link.href = page.url;
      link.textContent = page.meta.title;
      const row = document.createElement("li");
      const excerpt = document.createElement("p");
      excerpt.innerHTML = page.excerpt;
      row.append(link, excerpt);
      return row;
    }}));
    status.dataset.done = asked;
  }});
  await pagefind.init();
  document.documentElement.dataset.ready = "";
</script>
</html>
"""


@dataclass(frozen=True, slots=True)
class Engine:
    """One search in a browser.

    ``site`` is the folder that is served. ``opener`` is pressed to open the search, if it needs one;
    ``box`` is where one types, ``answers`` are the links found, ``changes`` is what alters when results
    stand, ``done`` is the JavaScript of whether they do for the text in the box, and ``ready`` of whether
    one may type. ``event`` is what it begins to search at. ``own`` names the files that belong to the
    search, for it to be weighed by.
    """

    name: str
    site: Path
    box: str
    answers: str
    changes: str
    done: str
    own: re.Pattern[str]
    opener: str = ""
    ready: str = "true"
    event: str = "input"
    page: str = "{prefix}"

    def address(self, lang: str) -> str:
        """The page to type on, below the address of the site."""
        return self.page.format(prefix="" if lang == "th" else "en/", lang=lang)


def ours(site: Path) -> Engine:
    """The search of the site that ``gastro build`` made."""
    return Engine(
        name=OURS,
        site=site,
        opener="button.tool--search",
        box=".search__query",
        answers="#search-results a[data-record]",
        changes="#search .search__status",
        done="document.querySelector('#search .search__status').dataset.done === box.value.trim()",
        own=re.compile(r"/assets/(search/|scripts/search|styles/search)"),
    )


def material(docs: Path, folder: Path) -> Engine:
    """Build the Markdown below ``docs`` with the theme as it comes; ``folder`` is for what is made."""
    site = folder / "site"
    shutil.copytree(docs, folder / "docs")
    for lang in LANGUAGES:
        config = folder / f"{lang}.yml"
        made = site if lang == "th" else site / lang
        config.write_text(STOCK_CONFIG.format(lang=lang, site=made), encoding="utf-8")
        command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", str(config)]
        subprocess.run(
            command, check=True, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"}, stderr=subprocess.DEVNULL
        )
    return Engine(
        name=f"Material {importlib.metadata.version('mkdocs-material')}",
        site=site,
        box=".md-search__input",
        answers=".md-search-result__item a.md-search-result__link",
        changes=".md-search-result",
        done="true",
        own=re.compile(r"/(search/search_index\.json|assets/javascripts/(workers|lunr)/)"),
        event="keyup",
    )


def pagefind(site: Path, folder: Path) -> Engine:
    """Index the site with Pagefind, languages kept apart; ``folder`` is for what is made."""
    command = [str(pagefind_program()), "--site", str(site), "--output-path", str(folder / "pagefind")]
    subprocess.run([*command, "--root-selector", "article", "--quiet"], check=True)
    for lang in LANGUAGES:
        page = PAGEFIND_PAGE.format(lang=lang, shown=SHOWN)
        (folder / f"{lang}.html").write_text(page, encoding="utf-8")
    package = json.loads((PACKAGES / "pagefind" / "package.json").read_text(encoding="utf-8"))
    return Engine(
        name=f"Pagefind {package['version']}",
        site=folder,
        box="input",
        answers="ol a",
        changes="p[role=status]",
        done="document.querySelector('p[role=status]').dataset.done === box.value.trim()",
        own=re.compile(r"/pagefind/"),
        ready="'ready' in document.documentElement.dataset",
        page="{lang}.html",
    )


def pagefind_program() -> Path:
    """Pagefind's program with its word lists for languages that are written without spaces."""
    machine = {"x86_64": "x64", "amd64": "x64", "aarch64": "arm64"}.get(platform.machine().lower(), "")
    package = PACKAGES / "@pagefind" / f"{sys.platform}-{machine}"
    found = next(iter(sorted((package / "bin").glob("pagefind_extended*"))), None)
    if found is None:
        sys.exit(f"Pagefind is not installed for this machine ({package}); run `make search-bench`.")
    found.chmod(0o755)
    return found


def record_at(address: str) -> str:
    """The record that a page's address belongs to, ``kind/id``; ``pages/…`` where it is none."""
    path = unquote(urlsplit(address).path).strip("/").removesuffix("index.html").strip("/")
    path = path.removeprefix("en").strip("/") if path == "en" or path.startswith("en/") else path
    return path if re.fullmatch(r"(?!about/|help/)[^/]+/[^/]+", path) else f"pages/{path}"


def records_of(addresses: Iterable[str]) -> list[str]:
    """The records of several addresses, in their order, each once."""
    return [one for one in dict.fromkeys(map(record_at, addresses)) if one != OF_ITSELF]
