"""The offline copy of the site: a folder that opens from a USB stick by double-click.

A browser that opens a file knows no folders: it shows ``desserts/index.html``, never
``desserts/``. So the pages of a site just built are turned (``pages.py``) until every link
names a file, what only a web server can use is left out, and all is read once more
(``verify.py``) before the copy is put in place.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from gastro import swap
from gastro.project import Project
from gastro.site.build import build_site
from gastro.site.edition import Edition
from gastro.site.fonts import STYLESHEET
from gastro.site.manifest import manifest_path
from gastro.site.offline import FILE as OFFLINE_LIST
from gastro.site.offline_copy.letters import with_letters
from gastro.site.offline_copy.pages import folders_of, turned
from gastro.site.offline_copy.top import SITE, foot_note, top_files
from gastro.site.offline_copy.verify import verify_copy
from gastro.site.verify import Fault
from gastro.swap import MARKER as SITE_MARKER
from gastro.text.dates import LANGUAGES

MARKER = f"{SITE}/.gastro-offline"
"""By it we know a copy that may be replaced; it lies where visitors do not look."""
LEFT_OUT = (
    "404.html",
    "sw.js",
    "robots.txt",
    "sitemap.xml",
    "sitemap.xml.gz",
    OFFLINE_LIST,
    SITE_MARKER,
    *(manifest_path(lang) for lang in LANGUAGES),
)
"""What only web servers, search engines and home screens ask for."""

CARDS = "assets/cards/"
"""Share cards: no page shows its own, only who passes on its public address sees it."""


class FaultyCopy(Exception):
    """The copy does not hold together; it was not put in place."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__(f"{len(faults)} faults")
        self.faults = faults


@dataclass(frozen=True, slots=True)
class Copied:
    """What was put in place; ``size`` in bytes."""

    folder: Path
    pages: int
    files: int
    size: int


@dataclass(frozen=True, slots=True)
class About:
    """What the copy says of itself: the day its records are of, and where the site is published."""

    day: date | None
    """None where the records have no history."""
    published: str = ""
    """Empty where the site has no public address yet."""


def make_copy(
    project: Project,
    edition: Edition,
    about: About,
    out: Path,
    *,
    own_content: bool,
) -> Copied:
    """Build an edition and turn it into an offline copy in ``out``, whole or not at all.

    Raises NotOurs before anything is done, SiteNotBuilt and FaultySite as the build does,
    FaultyCopy where the copy does not hold together. The old copy then stands untouched.
    """
    out = out.resolve()
    swap.ensure_replaceable(out, MARKER)
    with swap.beside(out) as new:
        shown = tuple(asset for asset in edition.assets if not asset[0].startswith(CARDS))
        built = build_site(project, replace(edition, assets=shown), new / SITE, own_content=own_content)
        turn_site(built.site, about)
        for name, content in top_files(about.day, about.published):
            (new / name).write_bytes(content)
        if faults := verify_copy(new):
            raise FaultyCopy(faults)
        (new / MARKER).touch()
        sizes = {file: file.stat().st_size for file in new.rglob("*") if file.is_file()}
        pages = sum(1 for file in sizes if file.suffix == ".html")
        swap.put_in_place(new, out, MARKER)
    return Copied(out, pages, len(sizes), sum(sizes.values()))


def turn_site(site: Path, about: About) -> None:
    """Turn a built site, where it stands, into one that opens from a disk."""
    for name in LEFT_OUT:
        (site / name).unlink(missing_ok=True)
    sheet = site / STYLESHEET
    _write(sheet, with_letters(sheet.read_text(encoding="utf-8"), sheet.parent))
    for font in sheet.parent.glob("*.woff2"):
        font.unlink()
    files = sorted(site.rglob("*.html"))
    folders = folders_of(file.relative_to(site).as_posix() for file in files)
    notes = {lang: foot_note(about.day, about.published, lang) for lang in LANGUAGES}
    for file in files:
        path = file.relative_to(site).as_posix()
        note = notes["en" if path.startswith("en/") else "th"]
        _write(file, turned(file.read_text(encoding="utf-8"), path, folders, note))


def _write(file: Path, text: str) -> None:
    """Write anew, never through a link to a file kept elsewhere."""
    file.unlink()
    file.write_bytes(text.encode("utf-8"))
