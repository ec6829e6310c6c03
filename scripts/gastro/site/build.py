"""From a sound catalogue to a site in place: render, build beside, read again, swap."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from gastro import swap
from gastro.project import Project
from gastro.site.assets import write_assets
from gastro.site.documents import write_pages
from gastro.site.edition import Edition
from gastro.site.engine import configure, render_site
from gastro.site.offline import write_offline
from gastro.site.verify import Fault, page_count, verify


class FaultySite(Exception):
    """The site was built but does not hold together; it was not put in place."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__(f"{len(faults)} faults")
        self.faults = faults


@dataclass(frozen=True, slots=True)
class Built:
    """What was put in place."""

    site: Path
    pages: int


def build_site(project: Project, edition: Edition, site: Path, *, own_content: bool) -> Built:
    """Build an edition and the hand-written pages into ``site``, whole or not at all.

    With ``own_content`` the pages are written into the project's docs/; the records of
    another folder are built from a copy, so that docs/ keeps the project's own.

    Raises NotOurs before anything is done, SiteNotBuilt where MkDocs refuses, FaultySite
    where the built pages do not hold together. In each case the old site stands untouched.
    """
    site = site.resolve()
    swap.ensure_replaceable(site)
    with _documents(project, own_content=own_content) as docs, swap.beside(site) as new:
        write_pages(edition.pages, docs)
        config = configure(project.config, docs, new)
        config.extra.update(edition.extra)
        render_site(config)
        write_assets(edition.assets, new)
        write_offline(new)
        base = urlsplit(config.site_url or "").path or "/"
        if faults := verify(new, base):
            raise FaultySite(faults)
        count = page_count(new)
        swap.put_in_place(new, site)
    return Built(site, count)


@contextmanager
def _documents(project: Project, *, own_content: bool) -> Iterator[Path]:
    if own_content:
        yield project.docs
        return
    with tempfile.TemporaryDirectory(prefix="gastro-docs-") as name:
        docs = Path(name) / "docs"
        shutil.copytree(project.docs, docs)
        yield docs
