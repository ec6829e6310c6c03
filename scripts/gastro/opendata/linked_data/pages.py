"""The JSON-LD of every page: the page itself, what it is about, and the way to it from home.

Nobody is named as publisher of the site, since nobody is known to be. What a page says of
its subject, it says under CC BY 4.0; its sources are its citations.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, cast

from gastro.catalogue import Catalogue, Entry
from gastro.opendata.linked_data.describe import TELLING
from gastro.opendata.linked_data.food import set_id
from gastro.opendata.linked_data.teller import LICENCE, Node, Teller, filled, thing_id
from gastro.opendata.linked_data.vocabulary import term_node
from gastro.pages.groups import grouped
from gastro.pages.labels import labels
from gastro.pages.render import Setting
from gastro.pages.sharing import page_address
from gastro.records.kinds import PUBLIC_KINDS
from gastro.records.places import Place
from gastro.text.dates import Lang

_LISTS = (*(kind.name for kind in PUBLIC_KINDS), "vocabulary")
_TERM_LISTS = ("desserts", "ingredients")
_LONGEST_LIST = 100
_UNSAFE = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}
"""Signs that could end the script element, or a line of it, before its end."""


@dataclass(frozen=True, slots=True)
class Head:
    """What a page without a record says of itself: its title, its description, its share card."""

    title: str
    description: str = ""
    card: str = ""


@dataclass(frozen=True)
class LinkedData(Mapping[str, str]):
    """JSON-LD by the path of a page's Markdown (``th/desserts/khanom-tan.md``), written when it is asked for.

    ``heads`` are those of the pages that no record stands behind, by the same paths, and
    ``subjects`` what some of them are about. ``dates`` are the days of the pages' last
    changes by their address below the site (``en/map/``), as far as history knows them.
    """

    catalogue: Catalogue
    setting: Setting
    heads: Mapping[str, Head] = field(default_factory=dict)
    subjects: Mapping[str, Node] = field(default_factory=dict)
    dates: Mapping[str, str] = field(default_factory=dict)

    def __getitem__(self, path: str) -> str:
        return script(self.graph(path))

    def __iter__(self) -> Iterator[str]:
        for lang in ("th", "en"):
            for kind in TELLING:
                yield from (f"{lang}/{entry.address}.md" for entry in self.catalogue.of(kind))
        yield from self.heads

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __deepcopy__(self, _memo: object) -> LinkedData:
        """Nothing in it changes: configuration that is copied may share it."""
        return self

    def graph(self, path: str) -> Node:
        """The whole of one page. Raises KeyError for a page that is not known."""
        language, _, address = path.removesuffix(".md").partition("/")
        lang = cast(Lang, language)
        kind, _, id = address.partition("/")
        entry = self.catalogue.get(kind, id) if kind in TELLING else None
        if entry is not None:
            return _graph(self._record(entry, lang))
        if path not in self.heads:
            raise KeyError(path)
        return _graph(self._other(path, lang, address))

    def _record(self, entry: Entry, lang: Lang) -> Iterator[Node]:
        granted = self.setting.granted.get(entry.address, ())
        teller = Teller(self.catalogue, entry, lang, self.setting.site_url, self.setting.photos, granted)
        told = TELLING[entry.kind](teller)
        main = told.on_page or told.thing
        page = self._page(lang, entry.address, entry.name(lang))
        page |= told.page
        yield page | {
            "image": None if main["image"] else teller.card,
            "mainEntity": {"@id": teller.id},
            "citation": teller.citations(),
        }
        yield main | {"mainEntityOfPage": {"@id": teller.address}}
        yield self._way(lang, entry.address, entry.name(lang))

    def _other(self, path: str, lang: Lang, address: str) -> Iterator[Node]:
        head = self.heads[path]
        address = "" if address == "index" else address.removesuffix("/index")
        page = self._page(lang, address, head.title)
        page |= {"description": head.description, "image": self._card(head.card or f"cards/{lang}/home.png")}
        kind, _, id = address.partition("/")
        if not address:
            yield from self._home(lang, page)
            return
        if address in _LISTS:
            yield page | {"@type": "CollectionPage", **self._list(lang, kind)}
        elif kind == "criteria" and id:
            yield page | {"mainEntity": self._criterion(lang, id)}
        elif subject := self.subjects.get(path):
            yield page | {"mainEntity": {"@id": subject["@id"]}}
            yield subject
        else:
            yield page | ({"@type": "AboutPage"} if address == "about" else {})
        yield self._way(lang, address, head.title)

    def _page(self, lang: Lang, address: str, name: str) -> Node:
        home = _address(self.setting.site_url, lang, "")
        whole = _address(self.setting.site_url, lang, address)
        return {
            "@type": "WebPage",
            "@id": whole,
            "url": whole,
            "name": name,
            "inLanguage": lang,
            "isPartOf": {"@id": f"{home}#website"},
            "license": LICENCE,
            "dateModified": self.dates.get(whole.removeprefix(_address(self.setting.site_url, "th", ""))),
        }

    def _home(self, lang: Lang, page: Node) -> Iterator[Node]:
        """The site as a whole, and how to search it in this language."""
        home = _address(self.setting.site_url, lang, "")
        provinces = [
            entry for entry in self.catalogue.of("places") if cast(Place, entry.record).kind == "province"
        ]
        about = [
            Teller(self.catalogue, entry, lang, self.setting.site_url).ref(entry.address)
            for entry in provinces
        ]
        yield {
            "@type": "WebSite",
            "@id": f"{home}#website",
            "url": home,
            "name": labels(lang)["site"],
            "alternateName": labels("en" if lang == "th" else "th")["site"],
            "description": page["description"],
            "inLanguage": lang,
            "license": LICENCE,
            "about": about,
            "potentialAction": {
                "@type": "SearchAction",
                "target": {"@type": "EntryPoint", "urlTemplate": f"{home}?q={{search_term_string}}"},
                "query-input": "required name=search_term_string",
            },
        }
        yield page | {"mainEntity": {"@id": f"{home}#website"}}

    def _list(self, lang: Lang, kind: str) -> Node:
        """The records of the list, in its order; recipes as a search engine reads a list of them.

        Of a very long list the page tells only how long it is: the open data hold it whole.
        """
        entries = [entry for group in grouped(self.catalogue, kind, lang) for entry in group.entries]
        site_url = self.setting.site_url
        items: list[Node] = [{"@id": thing_id(site_url, entry.address)} for entry in entries]
        if kind == "recipes":
            items = [
                {
                    "@type": "ListItem",
                    "position": at,
                    "name": entry.name(lang),
                    "url": page_address(site_url, lang, entry.address),
                }
                for at, entry in enumerate(entries, start=1)
            ]
        name = labels(lang)[f"kind-{kind}"]
        node: Node = {
            "@type": "ItemList",
            "name": name,
            "numberOfItems": len(entries),
            "itemListElement": items if len(items) <= _LONGEST_LIST else None,
        }
        terms = {"@type": "DefinedTermSet", "@id": set_id(site_url, kind), "name": name}
        return {
            "about": terms if kind in _TERM_LISTS else None,
            "mainEntity": filled(node),
        }

    def _criterion(self, lang: Lang, id: str) -> Node | None:
        entry = self.catalogue.get("vocabulary", "criteria")
        if entry is None:
            return None
        teller = Teller(self.catalogue, entry, lang, self.setting.site_url)
        term = self.catalogue.vocabularies["criteria"][id]
        return term_node(teller, term) | {"inDefinedTermSet": {"@id": teller.id}}

    def _way(self, lang: Lang, address: str, name: str) -> Node:
        """From home by the list or section to the page."""
        kind, _, rest = address.partition("/")
        above = address.rpartition("/")[0]
        steps = [("", labels(lang)["site"])]
        if rest and kind in _LISTS:
            steps.append((kind, labels(lang)[f"kind-{kind}"]))
        elif rest and (section := self.heads.get(f"{lang}/{above}/index.md")):
            steps.append((above, section.title))
        steps.append((address, name))
        items = [
            {
                "@type": "ListItem",
                "position": at,
                "name": title,
                "item": {"@id": _address(self.setting.site_url, lang, step)},
            }
            for at, (step, title) in enumerate(steps, start=1)
        ]
        return {"@type": "BreadcrumbList", "itemListElement": items}

    def _card(self, card: str) -> str:
        return f"{self.setting.site_url.rstrip('/')}/assets/{card}"


def _address(site_url: str, lang: Lang, address: str) -> str:
    """The absolute address of a page, home among them."""
    home = f"{site_url.rstrip('/')}/{'' if lang == 'th' else 'en/'}"
    return page_address(site_url, lang, address) if address else home


def _graph(nodes: Iterable[Node]) -> Node:
    return {"@context": "https://schema.org", "@graph": [filled(node) for node in nodes]}


def script(node: Any) -> str:
    """JSON for a script element: no sign in it can end the element."""
    return json.dumps(node, ensure_ascii=False, separators=(",", ":")).translate(_UNSAFE)
