"""What every description needs: addresses that stay, words without markup, references, sources.

A thing has one address in both languages: that of its Thai page, followed by ``#this``. A
page has its own. Nothing empty is ever told.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import Any

from gastro.catalogue import Catalogue, Entry
from gastro.pages.page import Page
from gastro.pages.pictures import picture_of
from gastro.pages.sharing import page_address
from gastro.pictures.photos import ShownPhoto
from gastro.records.base import Label, OtherName, Text
from gastro.records.consents import Consent
from gastro.records.kinds import PUBLIC_KINDS
from gastro.records.outcomes import Outcome
from gastro.text.dates import Lang, When

Node = dict[str, Any]
"""A thing in JSON-LD, by the names of schema.org."""

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
RESEARCH_PROJECTS = ("project-set", "project", "survey")
"""Kinds of outcomes that are work under way or done, not what came of it."""
_CLASS_OF_KIND: Mapping[str, str] = {
    "desserts": "DefinedTerm",
    "ingredients": "DefinedTerm",
    "recipes": "CreativeWork",
    "producers": "Organization",
    "places": "Place",
    "routes": "TouristTrip",
    "stories": "Article",
    "organisations": "Organization",
    "initiatives": "Project",
    "evidence": "Claim",
    "sources": "CreativeWork",
    "vocabulary": "DefinedTermSet",
}
"""How a thing is called where it is only named: by a class that search engines ask nothing more of, such as
Organization for a restaurant. Its own page says what it is in full."""


@dataclass(frozen=True, slots=True)
class Told:
    """A thing, and what is said of it on the page about it rather than of itself.

    ``on_page`` stands in for ``thing`` on the page where search engines ask more of the
    thing's class than the record knows.
    """

    thing: Node
    page: Node = field(default_factory=dict)
    on_page: Node | None = None


@dataclass(frozen=True)
class Teller:
    """Tells of one record in one language."""

    catalogue: Catalogue
    entry: Entry
    lang: Lang
    site_url: str
    photos: Mapping[str, ShownPhoto] = field(default_factory=dict)
    granted: tuple[Consent, ...] = ()

    @cached_property
    def page(self) -> Page:
        """The record's page, for words as the page shows them."""
        return Page(self.catalogue, self.lang, f"{self.entry.address}.md", self.entry, self.photos)

    @property
    def address(self) -> str:
        """The absolute address of the record's page in this language."""
        return page_address(self.site_url, self.lang, self.entry.address)

    @property
    def id(self) -> str:
        return thing_id(self.site_url, self.entry.address)

    def start(self, *types: str) -> Node:
        """What is told of anything: its class, its address, its names, its description, its pictures."""
        return {
            "@type": types[0] if len(types) == 1 else list(types),
            "@id": self.id,
            "name": self.entry.name(self.lang),
            "alternateName": self.other_names(),
            "description": self.page.description(),
            "image": self.pictures(),
        }

    def other_names(self) -> list[str]:
        """Every other name and spelling, and the name in the other language."""
        record = self.entry.record
        names = [self.entry.name("en" if self.lang == "th" else "th")]
        names += [other.name for other in getattr(record, "other_names", ()) if isinstance(other, OtherName)]
        names += getattr(record, "spellings", ())
        return [name for name in dict.fromkeys(names) if name != self.entry.name(self.lang)]

    @property
    def card(self) -> str:
        """The share card of the record's page; that of its list for a record without one."""
        public = any(kind.name == self.entry.kind for kind in PUBLIC_KINDS)
        name = self.entry.address if public else self.entry.kind
        return f"{self.site_url.rstrip('/')}/assets/cards/{self.lang}/{name}.png"

    def pictures(self) -> list[Any]:
        """The thing itself, if it is shown: on the share card, and in its photo or drawing.

        The card of a thing that is not shown is a picture of its page.
        """
        found = picture_of(self.catalogue, self.photos, self.entry)
        if found.photo:
            return [self.card, photo_node(found.photo, self.lang, self.site_url)]
        return [self.card, f"{self.site_url.rstrip('/')}/assets/{found.path}"] if found.drawing else []

    def plain(self, value: Text | Label | None) -> str:
        """The words alone, in this language."""
        return self.page.plain(value)

    def label(self, value: Label | None) -> str:
        """A name or phrase in this language."""
        return self.page.label(value)

    def ref(self, address: str) -> Node:
        """Another record, named: its class, its address, its name."""
        entry = self.catalogue.at(address)
        kind = _CLASS_OF_KIND.get(entry.kind, "Thing")
        if isinstance(entry.record, Outcome):
            kind = outcome_class(entry.record)
        return {"@type": kind, "@id": thing_id(self.site_url, address), "name": entry.name(self.lang)}

    def refs(self, kind: str, ids: Iterable[str]) -> list[Node]:
        """Several records of one kind, named."""
        return [self.ref(f"{kind}/{id}") for id in ids]

    def terms(self, vocabulary: str, ids: Iterable[str]) -> str:
        """Labels of several terms, set off by commas, as keywords are."""
        return self.page.terms(vocabulary, ids)

    def citations(self) -> list[Node]:
        """The sources of the record, named, in the order in which it cites them."""
        sources = dict.fromkeys(source for claim in self.entry.claims for source in claim.sources)
        return self.refs("sources", sources)


def thing_id(site_url: str, address: str) -> str:
    """The address of the thing a record (``kind/id``) is about; the same in both languages."""
    return f"{page_address(site_url, 'th', address)}#this"


def outcome_class(outcome: Outcome) -> str:
    """A project is an organisation of work; a publication is an article; all else is a work."""
    if outcome.kind in RESEARCH_PROJECTS:
        return "ResearchProject"
    return "ScholarlyArticle" if outcome.kind == "publication" else "CreativeWork"


def named_body(teller: Teller, name: Label) -> Node:
    """A body by its name: the organisation of the record that has it, else just the name."""
    for entry in teller.catalogue.of("organisations"):
        if (entry.name("th"), entry.name("en")) == (name.th, name.en):
            return teller.ref(entry.address)
    return {"@type": "Organization", "name": teller.label(name)}


def photo_node(shown: ShownPhoto, lang: Lang, site_url: str) -> Node:
    """A photo with its rights, as it may be shown."""
    photo = shown.photo
    node: Node = {
        "@type": "ImageObject",
        "contentUrl": f"{site_url.rstrip('/')}/assets/photos/{shown.id}-{shown.widths[-1]}.jpg",
        "caption": getattr(photo.caption, lang),
        "creditText": getattr(photo.photographer, lang),
        "copyrightNotice": getattr(photo.rights_holder, lang),
        "license": LICENCES.get(photo.licence),
    }
    return filled(node)


LICENCES: Mapping[str, str] = {
    "cc-by-4-0": LICENCE,
    "cc-by-sa-4-0": "https://creativecommons.org/licenses/by-sa/4.0/",
    "cc0": "https://creativecommons.org/publicdomain/zero/1.0/",
}
"""Addresses of the licences that allow reuse, by their term."""


def day(when: When | None) -> str | None:
    """A date as exact as it is known (``2021``, ``2021-07``, ``2021-07-05``); None for a period."""
    return None if when is None or when.is_period else str(when)


def span(when: When | None) -> str | None:
    """A date or a period, as ISO 8601 writes both."""
    return None if when is None else str(when)


def number(value: Decimal) -> int | float:
    """A number as JSON writes it."""
    return int(value) if value == value.to_integral_value() else float(value)


def filled(node: Node) -> Node:
    """The node without what is empty; lists of one are written as the one."""
    out: Node = {}
    for key, value in node.items():
        kept = value[0] if isinstance(value, list) and len(value) == 1 else value
        if kept not in (None, "", [], {}):
            out[key] = kept
    return out
