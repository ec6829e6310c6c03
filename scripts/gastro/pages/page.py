"""One page being written: its language, its address, its notes.

Templates talk to this object for everything that depends on where they are: texts in the
page's language, links relative to it, numbered notes in the order they come.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

import yaml
from markupsafe import Markup

from gastro.catalogue import Catalogue, Entry
from gastro.catalogue.claims import Claim, citation_for
from gastro.pages.addresses import Addresses
from gastro.pages.environment import letters
from gastro.pages.shelves import Shelves
from gastro.pictures.photos import ShownPhoto
from gastro.records.base import Label, Record, Text
from gastro.records.figures import Figure
from gastro.records.sources import Source
from gastro.text import markdown
from gastro.text.dates import Lang, When, month_name, show_date, show_months, show_year
from gastro.text.thai import has_thai

NARROW_SPACE = "\u202f"
"""Keeps the numbers of notes apart, and on the line of what they belong to."""


def _safe(text: str) -> Markup:
    """Mark Markdown that was written by this module as safe."""
    return Markup(text)  # noqa: S704 - every caller escapes or rewrites what came from records


@dataclass
class Page(Addresses, Shelves, markdown.Writer):
    """A page at ``path`` (``desserts/khanom-tan.md``) in one language."""

    catalogue: Catalogue
    lang: Lang
    path: str
    entry: Entry | None = None
    photos: Mapping[str, ShownPhoto] = field(default_factory=dict)
    notes: dict[str, None] = field(default_factory=dict)

    def link(self, target: markdown.Link) -> str:
        """Where a link of a text leads from here."""
        match = target.record
        if match is None:
            return target.target if target.is_web else ""
        anchor = f"#{match['anchor']}" if match["anchor"] else ""
        return self.href(f"{match['kind']}/{match['id']}") + anchor

    def cite(self, source: str) -> str:
        self.notes[source] = None
        return f"{NARROW_SPACE}[^{source}]"

    def letters(self, text: str) -> str:
        return letters(text, self.lang)

    def figure(self, id: str) -> str:
        value = self.catalogue.record(Figure, "figures", id).value
        return f"[{self.number(value)}]({self.href(f'figures/{id}')})"

    def html(self, text: object) -> Markup:
        """Any text as HTML that shows just this text, for raw HTML blocks of a page."""
        return _safe(html.escape(str(text), quote=True))

    def text(self, value: Text | Label) -> Markup:
        """A text in this language, written anew as safe Markdown."""
        return _safe(self.write(getattr(value, self.lang)))

    def label(self, value: Label | None) -> str:
        """A name or phrase in this language."""
        return "" if value is None else str(getattr(value, self.lang))

    def plain(self, value: Text | Label | None) -> str:
        """The words alone."""
        if value is None:
            return ""
        text = markdown.FIGURE.sub(self._figure_value, getattr(value, self.lang))
        return markdown.plain(text)

    def _figure_value(self, match: re.Match[str]) -> str:
        return self.number(self.catalogue.record(Figure, "figures", match[1]).value)

    def name(self, address: str) -> Markup:
        """A link to a record under its name."""
        return _safe(f"[{self.title(self.catalogue.at(address))}]({self.href(address)})")

    def title(self, entry: Entry) -> Markup:
        """The name of a record; a source's title is marked with its own language."""
        language = entry.record.language if isinstance(entry.record, Source) else self.lang
        return self.foreign(entry.name(self.lang), language)

    def names(self, addresses: Iterable[str]) -> Markup:
        """Links to several records, in a row."""
        return _safe(", ".join(self.name(address) for address in addresses))

    def foreign(self, text: str, language: str) -> Markup:
        """A text in its own language, marked where that is not the page's."""
        if language == self.lang:
            return _safe(self.letters(text))
        return _safe(f'<span lang="{language}">{markdown.escape(text)}</span>')

    def names_of(self, kind: str, ids: Iterable[str]) -> Markup:
        """Links to several records of one kind, in a row."""
        return self.names(f"{kind}/{id}" for id in ids)

    def script(self, text: str) -> str:
        """Language to mark a bare spelling with: Thai for Thai script, else English."""
        return "th" if has_thai(text) else "en"

    def cited(self, source: str) -> Markup:
        """A note to one source."""
        return _safe(self.cite(source))

    def sources(self, *path: str) -> Markup:
        """Notes for the value at ``path`` of the page's record."""
        record = self.entry.record if self.entry else None
        citation = citation_for(record, path) if isinstance(record, Record) else None
        return _safe("".join(self.cite(source) for source in (citation.sources if citation else ())))

    def source_note(self, *path: str) -> str:
        """What the editors note on the sources of the value at ``path`` of the page's record."""
        record = self.entry.record if self.entry else None
        citation = citation_for(record, path) if isinstance(record, Record) else None
        return self.label(citation.note if citation else None)

    def claim(self, *path: str) -> Claim:
        """The claim at ``path`` of the page's record."""
        assert self.entry is not None
        return self.catalogue.claims[f"{self.entry.address}#{'.'.join(path)}"]

    def claim_near(self, *path: str) -> Claim:
        """The claim of one item of a list, or of the list where the item has none."""
        assert self.entry is not None
        return self.catalogue.claims.get(f"{self.entry.address}#{'.'.join(path)}") or self.claim(*path[:-1])

    def claim_words(self, id: str) -> Markup:
        """What a claim says, in short: its text, or the name of its field."""
        claim = self.catalogue.claims[id]
        entry = self.catalogue.at(id.partition("#")[0])
        value = next((found.value for found in entry.values if found.path == claim.path), None)
        if isinstance(value, Text):
            return _safe(self.letters(self.plain(value)))
        return _safe(self.letters(self.words[claim.path[0].replace("_", "-")]))

    def citation(self, source: str) -> Source:
        """The record of a cited source."""
        return self.catalogue.record(Source, "sources", source)

    def date(self, when: When) -> str:
        """A date for reading."""
        return show_date(when, self.lang)

    def months(self, months: tuple[int, ...]) -> str:
        """Months for reading."""
        return show_months(months, self.lang)

    def month(self, month: int, *, short: bool = False) -> str:
        """Name of a month, 1 to 12."""
        return month_name(month, self.lang, short=short)

    def year(self, year: int) -> str:
        """A year of the Common Era for reading."""
        return show_year(year, self.lang)

    def term(self, vocabulary: str, id: str) -> str:
        """Label of a term."""
        return self.label(self.catalogue.vocabularies[vocabulary][id].label)

    def terms(self, vocabulary: str, ids: Iterable[str]) -> str:
        """Labels of several terms, in a row."""
        return ", ".join(self.term(vocabulary, id) for id in ids)

    def front_matter(self, **values: object) -> Markup:
        """The YAML head of the page."""
        filled = {
            key: str(value) if isinstance(value, Markup) else value for key, value in values.items() if value
        }
        return _safe(yaml.safe_dump(filled, allow_unicode=True, sort_keys=False, width=1000).rstrip())

    def number(self, value: int | Decimal) -> str:
        """A number with thousands set off."""
        return f"{value:,}"

    def description(self) -> str:
        """One plain sentence or two about the page's record, for search results and cards."""
        record = self.entry.record if self.entry else None
        if isinstance(record, Source):
            publisher = f" – {self.plain(record.publisher)}" if record.publisher else ""
            return f"{self.term('source-kinds', record.kind)}: {record.title}{publisher}"
        for name in ("summary", "text", "gloss", "note"):
            value = getattr(record, name, None)
            if isinstance(value, (Text, Label)):
                return self.plain(value)
        return ""

    def stored_date(self, text: str) -> str:
        """A date in its stored form, for reading."""
        return self.date(When.parse(text))

    def code_block(self, text: str) -> Markup:
        """Text as an indented block of code, just as it is."""
        return _safe("\n".join(f"    {line}" for line in text.splitlines()) or "    ")

    @property
    def blanks(self) -> Mapping[str, str]:
        """Stands in for the values of a problem's wording where none is at hand."""
        return _Blanks()


class _Blanks(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "…"
