"""The open data as the site holds them: their page in both languages, and the files beside it."""

from __future__ import annotations

from gastro.catalogue import Catalogue
from gastro.opendata.citation_file import NAME as CITATION
from gastro.opendata.data_page import EXAMPLES, data_pages
from gastro.opendata.publish import FOLDER, making_of, open_data
from gastro.pages import Pages
from gastro.pages.render import Setting
from gastro.project import Project
from gastro.site.assets import Asset


def data_of(catalogue: Catalogue, setting: Setting, *, files: bool) -> tuple[Pages, tuple[Asset, ...]]:
    """The page, and with ``files`` everything below ``data/``; without them the page says so."""
    project = Project.here()
    folder = project.docs / "assets" / "examples"
    examples = {name: (folder / name).read_text(encoding="utf-8") for name in EXAMPLES}
    if not files:
        return data_pages(catalogue, setting, None, examples), ()
    citation = (project.root / CITATION).read_text(encoding="utf-8")
    made = open_data(making_of(catalogue, setting), citation)
    assets = tuple((f"{FOLDER}/{path}", file.content) for path, file in made.files.items())
    return data_pages(catalogue, setting, made, examples), assets
