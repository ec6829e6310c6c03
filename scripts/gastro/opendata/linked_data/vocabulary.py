"""Vocabularies: sets of terms, each at its heading on the page."""

from __future__ import annotations

from typing import cast

from gastro.opendata.linked_data.teller import LICENCE, Node, Teller, Told, filled
from gastro.pages.sharing import page_address
from gastro.records.vocabulary import Vocabulary, VocabularyTerm
from gastro.text.dates import Lang


def vocabulary(teller: Teller) -> Told:
    """A set of terms. What each means stands on the page and among the open data."""
    record = cast(Vocabulary, teller.entry.record)
    thing = teller.start("DefinedTermSet") | {
        "license": LICENCE,
        "hasDefinedTerm": [term_node(teller, term) for term in record.terms],
    }
    brief = thing | {"hasDefinedTerm": [_named(one) for one in thing["hasDefinedTerm"]]}
    return Told(thing, on_page=brief)


def term_id(site_url: str, vocabulary: str, term: str) -> str:
    """The address of a term; the same in both languages."""
    return f"{page_address(site_url, 'th', f'vocabulary/{vocabulary}')}#{term}"


def term_node(teller: Teller, term: VocabularyTerm) -> Node:
    """A term with its meaning."""
    other: Lang = "en" if teller.lang == "th" else "th"
    names = (getattr(term.label, teller.lang), getattr(term.label, other))
    return filled(
        {
            "@type": "DefinedTerm",
            "@id": term_id(teller.site_url, teller.entry.id, term.id),
            "name": names[0],
            "alternateName": names[1] if names[1] != names[0] else None,
            "termCode": term.id,
            "description": teller.plain(term.text) or teller.label(term.note),
        }
    )


def _named(term: Node) -> Node:
    return {key: term[key] for key in ("@type", "@id", "name")}
