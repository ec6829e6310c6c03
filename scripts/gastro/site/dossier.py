"""The dossier as the site tells of it: the forms, and how far each submission is; no document itself."""

from __future__ import annotations

from pathlib import Path

from gastro.catalogue import Catalogue, Loaded
from gastro.catalogue.catalogue import references
from gastro.catalogue.dossier_files import DossierFiles, load_dossier, with_dossier
from gastro.dossier.pages import dossier_pages
from gastro.pages import Pages
from gastro.pages.render import Setting
from gastro.rules import run
from gastro.rules.dossier import check


def dossier_of(catalogue: Catalogue, content: Path, setting: Setting) -> Pages:
    """The pages of the dossier in ``content``, over a sound catalogue.

    Of the setting only what is public is handed on. A dossier with problems, which a build
    refuses, leaves its lists empty in a preview.
    """
    found = load_dossier(content)
    judged = with_dossier(Loaded(catalogue, (), {}), found).catalogue
    return dossier_pages(
        judged if _sound(found, judged) else catalogue,
        site_url=setting.site_url,
        repository=setting.repository,
        changes=setting.changes,
    )


def _sound(found: DossierFiles, judged: Catalogue) -> bool:
    """Whether the pages can be made: of the rules, those they rely on."""
    known = all(judged.has(address) for entry in found.entries for address, _ in references(entry))
    return known and not run(Loaded(judged, found.problems, {}), [check])
