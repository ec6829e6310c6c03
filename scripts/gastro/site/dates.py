"""When each page last changed: its record or its file, or the newest of what a list shows.

The days come from version control alone. Where it has no history no page has a date, and a
page that shows no record has one only if somebody wrote it by hand.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set

from gastro.catalogue import Catalogue
from gastro.catalogue.changes import Changed
from gastro.pages.render import Setting, shown_on
from gastro.records.kinds import PUBLIC_KINDS
from gastro.text.dates import LANGUAGES, Lang, When


def page_dates(catalogue: Catalogue, setting: Setting) -> dict[str, str]:
    """The day of each page's last change (``2026-11-25``) by its address below the site (``en/map/``)."""
    newest = _newest(setting.changes)
    found: dict[str, str] = {}
    whole = {"data/index.md": {kind.name for kind in PUBLIC_KINDS}}
    for path, shown in (shown_on(catalogue) | whole).items():
        if day := _latest(newest, shown):
            found |= {_address(lang, path): day for lang in LANGUAGES}
    written = ((path.partition("/"), str(when)) for path, when in setting.written.items())
    return found | {_address("en" if lang == "en" else "th", path): day for (lang, _, path), day in written}


def _newest(changes: Iterable[Changed]) -> dict[str, When]:
    """The newest change of every record and of every kind."""
    found: dict[str, When] = {}
    for one in changes:
        for name in (one.address, one.address.partition("/")[0]):
            found[name] = max(one.date, found.get(name, one.date))
    return found


def _latest(newest: Mapping[str, When], shown: Set[str]) -> str:
    return str(max((newest[name] for name in shown if name in newest), default=""))


def _address(lang: Lang, path: str) -> str:
    """``th`` and ``map/index.md`` make ``map/``; ``en`` and ``about/marks.md`` make ``en/about/marks/``."""
    below = path.removesuffix(".md").removesuffix("index").strip("/")
    return f"{'' if lang == 'th' else 'en/'}{below}{'/' if below else ''}"
