"""What can be found: records, terms of the glossary and pages, with the words they are found by.

Names weigh most, so they are kept apart from what is only said of a thing. What a record
shows of other records is left out: they are found by themselves, and the links between
them are kept, so that "khanom tan tham rong" finds the maker in Tham Rong.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

import yaml
from markdown_it import MarkdownIt

from gastro.catalogue import Catalogue, Entry
from gastro.catalogue.catalogue import references, terms
from gastro.pages.page import Page
from gastro.pages.pictures import picture_of
from gastro.pictures.photos import ShownPhoto
from gastro.records.base import Label, OtherName, Record, Text
from gastro.records.desserts import Dessert
from gastro.records.ingredients import Ingredient
from gastro.records.kinds import PUBLIC_KINDS
from gastro.records.outcomes import Person
from gastro.records.sources import Source
from gastro.records.vocabulary import Vocabulary
from gastro.text import markdown
from gastro.text.dates import Lang, When, show_date

WEIGHTS: Mapping[str, int] = {
    "ingredients": 6,
    "producers": 6,
    "places": 6,
    "pages": 6,
    "stories": 5,
    "routes": 5,
    "organisations": 5,
    "recipes": 4,
    "events": 4,
    "outcomes": 4,
    "vocabulary": 3,
    "figures": 2,
    "initiatives": 2,
    "evidence": 1,
    "sources": 0,
}
"""How much a kind counts, 0 to 9, where the words fit equally well: what visitors come for first."""
TIES: Mapping[str, int] = {"signature": 9, "widely-made": 8, "general": 7}
"""The same for desserts, by their tie to Phetchaburi; any other tie counts 6."""
EXPLAINED = ("glossary", "techniques")
"""Lists whose terms are worth reading about; the terms of the others only sort records."""
NOT_SOUGHT = ("dossier-bodies",)
"""Lists that only serve the dossier: whom they name has a record or a page where it matters."""
SORTING_TERM = -30
FOR_EDITORS = 1
"""Pages that help editors stand behind what visitors come for."""
LINE_LENGTH = 110
ELLIPSIS = " …"
_WHOLE = ("about/", "help/problems/", "help/dossier/", "help/forms/")
"""Pages whose text stands nowhere else."""


@dataclass(frozen=True, slots=True)
class Findable:
    """One thing to find, in one language.

    ``address`` is ``kind/id``, ``anchor`` where it stands on that page, if not at its head.
    ``names`` are other names and spellings in any script, ``line`` is shown under the title;
    ``text`` is what else is said, and goes on where a line ends with an ellipsis. ``related``
    are addresses of what it refers to. ``picture`` lies below ``assets/``.
    """

    address: str
    kind: str
    title: str
    anchor: str = ""
    names: tuple[str, ...] = ()
    line: str = ""
    text: str = ""
    picture: str = ""
    weight: int = 0
    related: tuple[str, ...] = ()


def findables(
    catalogue: Catalogue, photos: Mapping[str, ShownPhoto], pages: Mapping[str, str], lang: Lang
) -> tuple[Findable, ...]:
    """Everything that can be found in a language, what weighs most first.

    ``pages`` is Markdown by path under docs/, generated and hand-written; of these, pages
    that belong to no record are taken.
    """
    found = [
        _record(catalogue, photos, entry, lang) for kind in PUBLIC_KINDS for entry in catalogue.of(kind.name)
    ]
    lists = (entry for entry in catalogue.of("vocabulary") if entry.id not in NOT_SOUGHT)
    found += [term for entry in lists for term in _terms(catalogue, entry, lang)]
    known = {one.address for one in found}
    found += [page for page in _pages(pages, lang) if page.address not in known]
    return tuple(sorted(found, key=lambda one: -one.weight))


def _record(catalogue: Catalogue, photos: Mapping[str, ShownPhoto], entry: Entry, lang: Lang) -> Findable:
    page = Page(catalogue, lang, f"{entry.address}.md", entry, photos)
    record = entry.record
    line = _line(page, entry)
    names, said = list(_names(entry, lang)), list(_said(page, entry, line))
    related = {address for address, _ in references(entry) if not address.startswith("sources/")}
    weight = TIES.get(record.tie, 6) if isinstance(record, Dessert) else WEIGHTS[entry.kind]
    return Findable(
        address=entry.address,
        kind=entry.kind,
        title=entry.name(lang),
        names=tuple(dict.fromkeys(names)),
        line=line,
        text="\n".join(dict.fromkeys(said)),
        picture=picture_of(catalogue, photos, entry).path,
        weight=weight,
        related=tuple(sorted(related - {entry.address})),
    )


def _names(entry: Entry, lang: Lang) -> Iterator[str]:
    """Every other name: of the record, of its kinds, of the people in it, in the other language."""
    record, other = entry.record, "en" if lang == "th" else "th"
    if not isinstance(record, Source):
        yield entry.name(other)
    if isinstance(record, Record):
        yield from record.spellings
    if isinstance(record, Ingredient) and record.latin_name:
        yield record.latin_name
    for found in entry.values:
        value = found.value
        if isinstance(value, OtherName):
            yield value.name
        elif isinstance(value, Person):
            yield from (value.name.th, value.name.en)
        elif isinstance(value, Label) and found.path[0] in ("gloss", "varieties", "awards"):
            yield str(getattr(value, other))


def _line(page: Page, entry: Entry) -> str:
    """One line that says what it is: its gloss, else the beginning of its description."""
    gloss = getattr(entry.record, "gloss", None)
    if isinstance(gloss, Label):
        return page.label(gloss)
    if isinstance(entry.record, Source):
        return page.label(entry.record.publisher)
    return shortened(page.description())


def shortened(text: str, length: int = LINE_LENGTH) -> str:
    """The text, or its beginning up to a space, with an ellipsis."""
    if len(text) <= length:
        return text
    start = text[:length].rpartition(" ")[0] or text[: length - 1]
    return f"{start}{ELLIPSIS}"


def _after(text: str, line: str) -> str:
    """What follows on the line that ``text`` was shortened to."""
    return text[len(line.removesuffix(ELLIPSIS)) :]


def _said(page: Page, entry: Entry, line: str) -> Iterator[str]:
    """What the record says in the page's language, without what stands in title and line already."""
    shown = {entry.name(page.lang), line}
    if line.endswith(ELLIPSIS):
        shown.add(page.description())
        yield _after(page.description(), line)
    for found in entry.values:
        value = found.value
        if isinstance(value, (Text, Label)):
            words = page.plain(value)
        elif isinstance(value, When):
            words = show_date(value, page.lang)
        elif isinstance(value, Decimal) and found.path == ("value",):
            words = page.number(value)
        elif isinstance(value, str) and found.path[0] in ("title", "author", "publication", "number"):
            words = value
        elif hasattr(value, "th") and hasattr(value, "en"):
            words = markdown.plain(str(getattr(value, page.lang)))
        else:
            continue
        if words and words not in shown:
            shown.add(words)
            yield words
    for vocabulary, term, _ in terms(entry):
        words = page.term(vocabulary, term)
        if words not in shown:
            shown.add(words)
            yield words


def _terms(catalogue: Catalogue, entry: Entry, lang: Lang) -> Iterator[Findable]:
    """A list of terms, and each of its terms where it stands on the list's page."""
    record = entry.record
    assert isinstance(record, Vocabulary)
    page = Page(catalogue, lang, f"{entry.address}.md", entry)
    other = "en" if lang == "th" else "th"
    picture = picture_of(catalogue, {}, entry).path
    weight = WEIGHTS["vocabulary"]
    told = page.plain(record.text or record.note)
    line = shortened(told)
    yield Findable(
        entry.address,
        entry.kind,
        entry.name(lang),
        names=(entry.name(other),),
        line=line,
        text=_after(told, line),
        picture=picture,
        weight=weight,
    )
    for term in record.terms:
        explained = " ".join(page.plain(value) for value in (term.text, term.note) if value)
        line = shortened(explained)
        yield Findable(
            entry.address,
            entry.kind,
            getattr(term.label, lang),
            anchor=term.id,
            names=(getattr(term.label, other),),
            line=line or entry.name(lang),
            text=_after(explained, line),
            picture=picture,
            weight=weight if entry.id in EXPLAINED else SORTING_TERM,
        )


def _pages(pages: Mapping[str, str], lang: Lang) -> Iterator[Findable]:
    """Pages that belong to no record: lists, the calendar, the map, what is said about the whole."""
    for path, source in sorted(pages.items()):
        language, _, rest = path.partition("/")
        address = rest.removesuffix("index.md").removesuffix(".md").strip("/")
        if language != lang or not address:
            continue
        head, body = _front_matter(source)
        if "record" in head or "title" not in head:
            continue
        told = str(head.get("description", ""))
        line = shortened(told)
        text = _words(body) if f"{address}/".startswith(_WHOLE) else ""
        yield Findable(
            f"pages/{address}",
            "pages",
            str(head["title"]),
            line=line,
            text="\n".join(filter(None, (_after(told, line), text))),
            picture="drawings/mark.svg",
            weight=FOR_EDITORS if address.startswith("help/") else WEIGHTS["pages"],
        )


def _front_matter(source: str) -> tuple[dict[str, object], str]:
    match = re.match(r"---\n(.*?)\n---\n", source, re.DOTALL)
    if match is None:
        return {}, source
    return yaml.safe_load(match[1]), source[match.end() :]


def _words(body: str) -> str:
    """The words of a hand-written page."""
    body = re.sub(r"\{[^{}\n]*\}", " ", re.sub(r"<[^>]*>", " ", body))
    blocks: Iterable[str] = (
        "".join(child.content for child in token.children or [] if child.type in ("text", "code_inline"))
        for token in MarkdownIt("commonmark").enable("table").parse(body)
        if token.type == "inline"
    )
    return "\n".join(words for block in blocks if (words := re.sub(r"\s+", " ", block).strip()))
