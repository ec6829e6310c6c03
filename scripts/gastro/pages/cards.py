"""Which share card each page has: what it says and which picture it shows.

A record has its own; a list has one; other pages share that of their part of the site.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from gastro.catalogue import Catalogue, Entry
from gastro.pages.labels import labels
from gastro.pages.page import Page
from gastro.pages.pictures import picture_of
from gastro.pictures.card_design import Words
from gastro.pictures.cards import Card
from gastro.pictures.photos import ShownPhoto
from gastro.records.events import Event
from gastro.records.evidence import Evidence
from gastro.records.figures import Figure
from gastro.records.kinds import PUBLIC_KINDS
from gastro.records.organisations import Organisation
from gastro.records.outcomes import Outcome
from gastro.records.places import Place
from gastro.records.producers import Producer
from gastro.records.recipes import Recipe
from gastro.records.sources import Source
from gastro.text.dates import LANGUAGES, Lang

MARK = "drawings/mark.svg"
_HOME = "drawings/home-scene-tall.svg"
_SECTIONS: Mapping[str, tuple[str, str, str]] = {
    "criteria": ("criteria-title", "criteria-intro", "drawings/kind-evidence.svg"),
    "map": ("map-title", "", "drawings/kind-places-district.svg"),
    "seasons": ("seasons-title", "", "drawings/kind-producers-orchard.svg"),
    "timeline": ("timeline-title", "", "drawings/kind-stories.svg"),
    "research": ("research-title", "", "drawings/kind-outcomes.svg"),
    "learning": ("learning-title", "learning-intro", "drawings/kind-producers-learning.svg"),
    "help": ("status-title", "status-intro", "drawings/kind-sources.svg"),
}
"""Parts of the site that are no list: keys of their title and of what else fits a card, and their picture."""
_LIST_PICTURES: Mapping[str, str] = {
    "desserts": _HOME,
    "ingredients": "drawings/kind-producers-orchard.svg",
    "producers": "drawings/kind-producers-shop.svg",
    "places": "drawings/kind-places-landmark.svg",
    "routes": "drawings/kind-places-district.svg",
    "initiatives": "drawings/kind-organisations.svg",
    "vocabulary": "drawings/kind-stories.svg",
}


def share_cards(
    catalogue: Catalogue, photos: Mapping[str, ShownPhoto], file_of: Callable[[str], Path]
) -> Iterator[Card]:
    """Every card in both languages. ``file_of`` finds the file of a path below ``assets/``."""
    mark = file_of(MARK)
    for lang in LANGUAGES:
        for path, words, picture in _of_pages(lang):
            yield Card(_path(lang, path), words, file_of(picture), mark)
        for kind in PUBLIC_KINDS:
            for entry in catalogue.of(kind.name):
                page = Page(catalogue, lang, f"{entry.address}.md", entry, photos)
                picture = picture_of(catalogue, photos, entry).path
                yield Card(_path(lang, entry.address), _of_record(page, entry), file_of(picture), mark)


def _path(lang: Lang, address: str) -> str:
    return f"assets/cards/{lang}/{address}.png"


def _of_pages(lang: Lang) -> Iterator[tuple[str, Words, str]]:
    """Home, lists and sections: path, words, picture."""
    words, other = labels(lang), labels("en" if lang == "th" else "th")
    yield "home", Words(words["home-title"], words["site"], other=other["home-title"]), _HOME
    for kind in (*(kind.name for kind in PUBLIC_KINDS), "vocabulary"):
        said = Words(
            words[f"kind-{kind}"], words["site"], other=other[f"kind-{kind}"], note=words[f"about-{kind}"]
        )
        yield kind, said, _LIST_PICTURES.get(kind, f"drawings/kind-{kind}.svg")
    for section, (title, intro, picture) in _SECTIONS.items():
        note = words[intro] if intro else ""
        yield section, Words(words[title], words["site"], other=other[title], note=note), picture


def _of_record(page: Page, entry: Entry) -> Words:
    name, other = entry.name(page.lang), entry.name("en" if page.lang == "th" else "th")
    return Words(
        name,
        page.words["site"],
        label=page.words[f"one-{entry.kind}"],
        other="" if other == name else other,
        note=_note(page, entry),
    )


def _note(page: Page, entry: Entry) -> str:
    """One line more about a record: its gloss, else what kind of thing it is, where and when."""
    record = entry.record
    gloss = getattr(record, "gloss", None) or getattr(record, "theme", None)
    parts: list[str] = []
    if isinstance(record, Source):
        parts = [page.label(record.publisher), page.date(record.date) if record.date else ""]
    elif gloss is not None:
        parts = [page.label(gloss)]
    elif isinstance(record, Figure):
        parts = [f"{page.number(record.value)} {page.label(record.unit)}"]
        parts += [page.date(record.date)] if record.date else []
    elif isinstance(record, Evidence):
        parts = [page.term("criteria", record.criterion)]
    elif isinstance(record, Recipe):
        parts = [page.label(record.author)]
    elif isinstance(record, Place | Producer | Organisation | Event | Outcome):
        parts = [page.term(_VOCABULARY[entry.kind], record.kind), *_where_and_when(page, record)]
    return " · ".join(filter(None, parts))


_VOCABULARY = {
    "places": "place-kinds",
    "producers": "producer-kinds",
    "organisations": "organisation-kinds",
    "events": "event-kinds",
    "outcomes": "outcome-kinds",
}


def _where_and_when(page: Page, record: Place | Producer | Organisation | Event | Outcome) -> Iterator[str]:
    place = getattr(record, "place", None) or getattr(record, "within", None)
    if isinstance(place, str) and (found := page.catalogue.get("places", place)):
        yield found.name(page.lang)
    date = getattr(record, "date", None)
    if date is not None:
        yield page.date(date)
