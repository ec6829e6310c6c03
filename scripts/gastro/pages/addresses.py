"""Where a page's links lead: to other pages, to files beside the pages, to those who correct."""

from __future__ import annotations

import posixpath
from urllib.parse import quote, unquote

from markupsafe import Markup

from gastro.catalogue import Entry
from gastro.pages.labels import Labels, labels
from gastro.text.dates import Lang


class Addresses:
    """The addresses of a page at ``path`` (``desserts/khanom-tan.md``) in one language."""

    lang: Lang
    path: str
    entry: Entry | None

    @property
    def words(self) -> Labels:
        """Fixed words in the page's language."""
        return labels(self.lang)

    def href(self, address: str) -> str:
        """Relative address of another page's Markdown (``kind/id`` or a path with .md)."""
        target = address if address.endswith(".md") else f"{address}.md"
        return posixpath.relpath(target, posixpath.dirname(self.path) or ".")

    def url(self, address: str, anchor: str = "") -> Markup:
        """Relative address of a built page (``kind/id``, ``kind``, or empty for home), for raw HTML."""
        here = "/".join(self.path.removesuffix("index.md").removesuffix(".md").rstrip("/").split("/"))
        relative = posixpath.relpath(address or ".", here or ".")
        return Markup(f"{relative}/{f'#{anchor}' if anchor else ''}")  # noqa: S704 - made of ids

    def asset(self, path: str) -> Markup:
        """Relative address of a file below ``assets/``, which both languages share."""
        here = posixpath.join("" if self.lang == "th" else self.lang, self.path)
        depth = here.removesuffix("index.md").removesuffix(".md").rstrip("/")
        return Markup(posixpath.relpath(f"assets/{path}", depth or "."))  # noqa: S704 - made of ids

    def correct_address(self, repository: str) -> str:
        """Where the page's record is corrected: its file on GitHub, else the guide."""
        assert self.entry is not None
        if repository:
            return f"{repository.rstrip('/')}/edit/main/content/{self.entry.address}.yml"
        return f"{self.href('about/correct.md')}#online"

    def report_address(self, contact: str) -> str:
        """An e-mail with the address of the page filled in, else the page that says how."""
        assert self.entry is not None
        if not contact:
            return f"{self.href('about/correct.md')}#report"
        subject = quote(f"{self.words['report-subject']}: {self.entry.address}")
        body = self.words["report-body"].format(page=quote(self.entry.address))
        return f"mailto:{contact}?subject={subject}&body={body}".replace(" ", "%20")

    def shown_address(self, url: str) -> str:
        """An address for reading: percent codes as letters, cut where it is very long."""
        shown = unquote(url).removeprefix("https://").removeprefix("http://")
        return shown if len(shown) <= 70 else f"{shown[:69]}…"
