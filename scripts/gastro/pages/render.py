"""Turns the catalogue into Markdown pages: a pure function from records to texts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from gastro.catalogue import Catalogue, Entry
from gastro.catalogue.allergens import allergens_of
from gastro.catalogue.changes import Changed
from gastro.catalogue.consents import Granted
from gastro.catalogue.criteria import standings, support_of
from gastro.catalogue.districts import by_district
from gastro.catalogue.festivals import series
from gastro.catalogue.renamed import renamed
from gastro.catalogue.research import is_derived, kinds_of, research_of
from gastro.catalogue.seasons import season_of
from gastro.catalogue.status import status_of
from gastro.catalogue.timeline import ROAD, timeline
from gastro.pages.citing import citing
from gastro.pages.environment import environment
from gastro.pages.maps import Maps
from gastro.pages.matrix import matrix
from gastro.pages.page import Page
from gastro.pages.recipe import Kitchen
from gastro.pages.season_chart import season_chart
from gastro.pages.sharing import WITH_CODES, sharing
from gastro.pictures.photos import ShownPhoto
from gastro.problems.codes import load_codes
from gastro.records.kinds import PUBLIC_KINDS
from gastro.records.recipes import Recipe
from gastro.text.dates import LANGUAGES, Lang, When

Pages = dict[str, str]
"""Markdown by path under docs/, such as ``th/desserts/khanom-tan.md``."""


@dataclass(frozen=True)
class Setting:
    """What pages need to know beside the records: where corrections go, what is consented, what photos
    there are, what changed last (newest first), and when each hand-written page (by its path under docs/)
    did."""

    repository: str = ""
    contact: str = ""
    granted: Granted = field(default_factory=dict)
    photos: Mapping[str, ShownPhoto] = field(default_factory=dict)
    changes: tuple[Changed, ...] = ()
    written: Mapping[str, When] = field(default_factory=dict)
    site_url: str = "http://127.0.0.1:8000/"


@dataclass(frozen=True)
class Scope:
    """What a change may touch: records near it, kinds of those changed, lists of terms they use."""

    near: Set[str]
    kinds: Set[str]
    vocabularies: Set[str]


@dataclass(frozen=True)
class _Order:
    """A page to write: its path, its template, its record, further values."""

    path: str
    template: str
    entry: Entry | None = None
    values: Mapping[str, Any] = field(default_factory=dict)
    kinds: Set[str] = frozenset()
    vocabulary: str = ""

    def shows(self, scope: Scope) -> bool:
        """Whether the page may show something of the records in the scope."""
        if self.entry is not None and not self.vocabulary:
            return self.entry.address in scope.near
        return bool(self.kinds & scope.kinds) or self.vocabulary in scope.vocabularies


def render(
    catalogue: Catalogue,
    setting: Setting | None = None,
    progress: Callable[[list[_Order]], Iterable[_Order]] = list,
    only: Scope | None = None,
) -> Pages:
    """Every generated page in both languages.

    With ``only``, just the pages that may show something of the records in that scope.
    """
    setting = setting or Setting()
    pages: Pages = {}
    orders = [order for order in _orders(catalogue) if only is None or order.shows(only)]
    for order in progress(orders):
        for lang in LANGUAGES:
            pages[f"{lang}/{order.path}"] = _write(catalogue, setting, order, lang)
    return pages


def shown_on(catalogue: Catalogue) -> dict[str, Set[str]]:
    """What each generated page shows, by its path (``map/index.md``): one record, or kinds of records."""
    found: dict[str, Set[str]] = {}
    for order in _orders(catalogue):
        if order.entry:
            found[order.path] = {order.entry.address}
        elif "moved_to" not in order.values:
            speaking = order.values.get("shown_kinds", ())
            found[order.path] = {*order.kinds, *speaking, *(("evidence",) if speaking else ())}
    return found


_PUBLIC = frozenset(kind.name for kind in PUBLIC_KINDS)
WITH_CARDS = WITH_CODES
"""Kinds whose records are shown as cards with a picture; the others are plain lists."""
_SPEAKING = ("desserts", "ingredients", "producers", "outcomes", "events", "figures", "stories")
"""Kinds of records that speak for a criterion, as the matrix shows them."""


def _orders(catalogue: Catalogue) -> Iterator[_Order]:
    values: dict[str, Any]
    yield _Order("index.md", "home.md.jinja", kinds=_PUBLIC)
    for kind in PUBLIC_KINDS:
        yield _Order(f"{kind.name}/index.md", "list.md.jinja", values={"kind": kind.name}, kinds={kind.name})
        for entry in catalogue.of(kind.name):
            yield _Order(f"{entry.address}.md", f"{kind.name}.md.jinja", entry)
    for address, entry in renamed(catalogue).items():
        values = {"moved_to": entry}
        yield _Order(f"{address}.md", "moved.md.jinja", values=values, kinds={entry.kind})
    for entry in catalogue.of("vocabulary"):
        yield _Order(f"{entry.address}.md", "vocabulary.md.jinja", entry, vocabulary=entry.id)
    yield _Order("vocabulary/index.md", "list.md.jinja", values={"kind": "vocabulary"}, kinds={"vocabulary"})
    by_criterion = standings(catalogue)
    values = {"standings": by_criterion, "shown_kinds": _SPEAKING}
    values["matrix"] = matrix(by_criterion, _SPEAKING)
    yield _Order("criteria/index.md", "criteria.md.jinja", values=values, vocabulary="criteria")
    for standing in by_criterion:
        values = {"standing": standing, "shown_kinds": _SPEAKING}
        yield _Order(
            f"criteria/{standing.term.id}.md", "criterion.md.jinja", values=values, vocabulary="criteria"
        )
    values = {"research": research_of(catalogue)}
    yield _Order("research/index.md", "research.md.jinja", values=values, kinds={"outcomes"})
    yield _Order("map/index.md", "map.md.jinja", kinds={"places", "producers", "routes"})
    yield _Order("learning/index.md", "learning.md.jinja", kinds={"recipes"})
    values = {"season_chart": season_chart, "series": series(catalogue)}
    yield _Order(
        "seasons/index.md", "seasons.md.jinja", values=values, kinds={"desserts", "ingredients", "events"}
    )
    values = {"timeline": timeline(catalogue), "road": catalogue.get("stories", ROAD)}
    yield _Order(
        "timeline/index.md", "timeline.md.jinja", values=values, kinds={"events", "outcomes", "stories"}
    )
    yield _Order("help/status.md", "status.md.jinja", values={"status": status_of(catalogue)}, kinds=_PUBLIC)
    yield _Order("help/problems.md", "problems.md.jinja", values={"codes": load_codes()})


def _write(catalogue: Catalogue, setting: Setting, order: _Order, lang: Lang) -> str:
    page = Page(catalogue, lang, order.path, order.entry, setting.photos)
    values: dict[str, Any] = {
        "page": page,
        "words": page.words,
        "lang": lang,
        "catalogue": catalogue,
        "entry": order.entry,
        "record": order.entry.record if order.entry else None,
        "setting": setting,
        "kinds": [kind.name for kind in PUBLIC_KINDS],
        "maps": Maps(catalogue, lang),
        "with_cards": WITH_CARDS,
        "by_district": partial(by_district, catalogue),
        "kinds_of": kinds_of,
        "is_derived": partial(is_derived, catalogue),
        "support_of": partial(support_of, catalogue),
        **order.values,
    }
    if order.entry is not None:
        values["granted"] = setting.granted.get(order.entry.address, ())
        values["allergens"] = allergens_of(catalogue, order.entry)
        values["season"] = season_of(catalogue, order.entry)
        values["shared"] = sharing(setting.site_url, lang, order.entry.address)
        values["citing"] = citing(order.entry, lang, setting.site_url, setting.changes, setting.repository)
        if isinstance(order.entry.record, Recipe):
            values["kitchen"] = Kitchen(catalogue, order.entry.record, lang)
    text = environment(lang).get_template(order.template).render(values)
    return _tidy(text)


def _tidy(text: str) -> str:
    """No trailing spaces, at most one empty line, one line end at the end."""
    lines: list[str] = []
    for line in (line.rstrip() for line in text.splitlines()):
        if line or (lines and lines[-1]):
            lines.append(line)
    return "\n".join(lines).strip("\n") + "\n"
