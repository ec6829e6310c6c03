"""The live preview: a saved file shows in the browser at once.

Only what depends on the saved record is done again: the file is read, the pages of the
record and of its neighbours are rendered, and MkDocs builds those whose Markdown changed.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

from mkdocs.livereload import LiveReloadServer

from gastro.catalogue import Catalogue, Entry, Loaded
from gastro.catalogue.catalogue import references, terms
from gastro.catalogue.dossier_files import FOLDER, load_dossier, with_dossier
from gastro.catalogue.load import Reader
from gastro.pages import render
from gastro.pages.render import Scope, Setting
from gastro.problems.report import report
from gastro.project import Project
from gastro.records.kinds import KINDS
from gastro.rules import run
from gastro.site.assets import write_assets
from gastro.site.documents import write_pages
from gastro.site.edition import edition
from gastro.site.engine import SiteNotBuilt, configure, render_pages, render_site

Say = Callable[[str], object]


class Preview:
    """A site in a temporary folder, kept up with the records while it is looked at."""

    def __init__(self, project: Project, content: Path, setting: Setting, port: int, say: Say) -> None:
        self.project, self.content, self.setting, self.port, self.say = project, content, setting, port, say
        self.reader = Reader(content)
        self.catalogue = Catalogue(())
        self.pages: dict[str, str] = {}
        self.hand_written: dict[Path, float] = {}

    def run(self) -> None:
        """Build once, then serve and follow until interrupted. Raises SiteNotBuilt."""
        with tempfile.TemporaryDirectory(prefix="gastro-preview-") as name:
            self.docs, self.out = Path(name) / "docs", Path(name) / "site"
            self.docs.mkdir()
            self.config = configure(self.project.config, self.docs, self.out, strict=False)
            self.say("กำลังสร้างตัวอย่าง · Building the preview")
            self._all()
            base = urlsplit(self.config.site_url or "").path or "/"
            server = LiveReloadServer(
                self.follow, "127.0.0.1", self.port, str(self.out), base, polling_interval=0.3
            )
            server.error_handler = self._error_page
            for folder in (self.content, self.project.docs, self.project.root / "overrides"):
                server.watch(str(folder))
            self.say(f"{server.url}  (Ctrl+C หยุด · stops)")
            try:
                server.serve()  # type: ignore[no-untyped-call]
            except KeyboardInterrupt:
                server.shutdown()

    def follow(self) -> None:
        """Bring the preview up to date with what was saved."""
        loaded = self.reader.load()
        if self._hand_written() != self.hand_written:
            loaded = with_dossier(loaded, load_dossier(self.content))
        problems = run(loaded)
        if problems:
            self.say(report(problems, loaded.lines, "text", self.content.name))
            return
        try:
            self._update(loaded)
        except SiteNotBuilt as error:
            self.say(str(error))

    def _update(self, loaded: Loaded) -> None:
        if self._hand_written() != self.hand_written:
            self._all()
            return
        before, self.catalogue = self.catalogue, loaded.catalogue
        touched = changed_addresses(before, self.catalogue)
        if not touched:
            return
        fresh = render(self.catalogue, self.setting, only=scope_of(before, self.catalogue, touched))
        gone = {path for path in self.pages if path not in fresh and _address(path) in touched}
        self.pages = {path: text for path, text in (self.pages | fresh).items() if path not in gone}
        changed = write_pages(self.pages, self.docs)
        linked = self.config.extra["linked_data"]
        self.config.extra["linked_data"] = replace(linked, catalogue=self.catalogue)
        if not render_pages(self.config, self.docs, changed):
            self._all()
        self.say(f"{len(changed)} หน้า · {len(changed)} pages")

    def _all(self) -> None:
        """Build everything anew."""
        loaded = self.reader.load()
        self.catalogue = loaded.catalogue
        self.hand_written = self._hand_written()
        shutil.rmtree(self.docs, ignore_errors=True)
        shutil.copytree(self.project.docs, self.docs)
        made = edition(self.catalogue, self.content, self.project.cache, self.setting, cards=False)
        self.pages = dict(made.pages)
        write_pages(self.pages, self.docs)
        self.config.extra.update(made.extra)
        render_site(self.config)
        write_assets(made.assets, self.out)

    def _hand_written(self) -> dict[Path, float]:
        """When each file was last saved that is not generated from records, or is of the dossier."""
        folders = [self.project.docs / "assets", self.project.root / "overrides"]
        folders += [self.project.docs / lang / "about" for lang in ("th", "en")]
        folders += [self.content / FOLDER]
        return {
            file: file.stat().st_mtime for folder in folders for file in folder.rglob("*") if file.is_file()
        }

    def _error_page(self, code: int) -> bytes | None:
        page = self.out / f"{code}.html"
        return page.read_bytes() if page.is_file() else None


def changed_addresses(before: Catalogue, after: Catalogue) -> set[str]:
    """Addresses of records that are new, gone or different."""
    old, new = ({entry.address: entry for entry in catalogue} for catalogue in (before, after))
    return {address for address in old.keys() | new.keys() if old.get(address) is not new.get(address)}


def scope_of(before: Catalogue, after: Catalogue, touched: set[str]) -> Scope:
    """What the touched records may show in, as they were and as they are."""
    entries = [entry for catalogue in (before, after) for entry in catalogue if entry.address in touched]
    used = {vocabulary for entry in entries for vocabulary, _, _ in terms(entry)}
    kinds = {address.partition("/")[0] for address in touched}
    if "vocabulary" in kinds:
        return Scope({entry.address for entry in after}, set(KINDS), set(after.vocabularies) | used)
    return Scope(neighbourhood(after, touched), kinds, used)


def neighbourhood(catalogue: Catalogue, touched: set[str]) -> set[str]:
    """The touched records, and those whose pages may show something of them.

    These are the records they refer to and those that refer to them; for ingredients one
    step more, since allergens and seasons are handed on.
    """
    found = set(touched)
    for address in touched:
        neighbours = _neighbours(catalogue, address)
        found |= neighbours
        if address.startswith("ingredients/"):
            for neighbour in neighbours:
                found |= _neighbours(catalogue, neighbour)
    return found


def _neighbours(catalogue: Catalogue, address: str) -> set[str]:
    found = {mention.entry.address for mention in catalogue.mentions.get(address, ())}
    entry: Entry | None = catalogue.get(*address.split("/"))
    if entry is not None:
        found |= {target for target, _ in references(entry)}
    return found


def _address(path: str) -> str:
    return path.partition("/")[2].removesuffix(".md")
