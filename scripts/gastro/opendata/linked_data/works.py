"""Stories, research outcomes, sources and evidence: what is written, found or put forward."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import cast

from gastro.opendata.linked_data.teller import (
    Node,
    Teller,
    Told,
    day,
    filled,
    named_body,
    outcome_class,
    span,
)
from gastro.opendata.linked_data.vocabulary import term_id
from gastro.pages.sharing import page_address
from gastro.records.evidence import Evidence
from gastro.records.outcomes import Outcome, Person, Publication
from gastro.records.sources import Source
from gastro.records.stories import Story

_SOURCES: Mapping[str, str] = {
    "journal-article": "ScholarlyArticle",
    "thesis": "Thesis",
    "news": "NewsArticle",
    "magazine": "Article",
    "encyclopaedia": "Article",
    "book": "Book",
    "blog": "BlogPosting",
    "website": "WebPage",
    "recipe-site": "WebPage",
    "tourism-authority": "WebPage",
    "dataset": "Dataset",
}
"""Classes by kind of source. Publications of public bodies are a CreativeWork, be they pages or papers."""
_SHORTEST_DESCRIPTION = 50
"""Letters that search engines ask for in the description of a Dataset."""


def story(teller: Teller) -> Told:
    """An article; nobody is named as its author or publisher."""
    record = cast(Story, teller.entry.record)
    thing = teller.start("Article") | {
        "headline": teller.entry.name(teller.lang),
        "articleSection": [teller.label(section.heading) for section in record.sections],
        "about": [
            *teller.refs("desserts", record.desserts),
            *teller.refs("ingredients", record.ingredients),
            *teller.refs("producers", record.producers),
            *teller.refs("outcomes", record.outcomes),
            *teller.refs("events", record.events),
        ],
        "spatialCoverage": teller.refs("places", record.places),
    }
    return Told(thing)


def people(teller: Teller, persons: Iterable[Person]) -> list[Node]:
    """People in their public roles."""
    return [
        filled(
            {
                "@type": "Person",
                "name": teller.label(person.name),
                "description": teller.label(person.role),
                "affiliation": person.organisation and teller.ref(f"organisations/{person.organisation}"),
            }
        )
        for person in persons
    ]


def outcome(teller: Teller) -> Told:
    """A project, or a work that came of one; a publication under its printed title."""
    record = cast(Outcome, teller.entry.record)
    kind = outcome_class(record)
    whole = teller.catalogue.at(f"outcomes/{record.part_of}") if record.part_of else None
    subjects = [
        *teller.refs("desserts", record.desserts),
        *teller.refs("ingredients", record.ingredients),
        *teller.refs("producers", record.producers),
    ]
    bodies = teller.refs("organisations", record.institutions)
    thing = teller.start(kind) | {"funder": teller.refs("organisations", record.funders)}
    thing |= _printed(teller, record)
    places = teller.refs("places", record.places)
    page: Node = {"keywords": teller.terms("outcome-kinds", [record.kind])}
    part_of = teller.ref(whole.address) if whole else None
    project = part_of if part_of and part_of["@type"] == "ResearchProject" else None
    if kind == "ResearchProject":
        thing |= {
            "member": [*bodies, *people(teller, record.people)],
            "knowsAbout": subjects,
            "areaServed": places,
            "parentOrganization": project,
        }
        page |= {"temporalCoverage": span(record.date), "mentions": None if project else part_of}
    else:
        authors = [person for person in record.people if person.role.en.startswith("Author")]
        others = [person for person in record.people if person not in authors]
        published = kind == "ScholarlyArticle"
        thing |= {
            "author": people(teller, authors),
            "contributor": people(teller, others),
            "sourceOrganization": [*bodies, *([project] if project else [])],
            "isPartOf": thing.get("isPartOf") or (None if project else part_of),
            "datePublished": day(record.date) if published else None,
            "temporalCoverage": None if published else span(record.date),
            "about": subjects,
            "spatialCoverage": places,
        }
    page["about"] = teller.refs("events", record.events)
    return Told(thing, page)


def _printed(teller: Teller, record: Outcome) -> Node:
    """What a publication says of itself: title, journal, issue, DOI, address."""
    printed = record.publication
    if printed is None:
        return {}
    doi = f"https://doi.org/{printed.doi}" if printed.doi else None
    if outcome_class(record) == "ResearchProject":
        return {"url": printed.url, "sameAs": doi}
    names = [teller.entry.name(teller.lang), *teller.other_names()]
    return {
        "name": printed.title,
        "headline": printed.title if outcome_class(record) == "ScholarlyArticle" else None,
        "alternateName": [name for name in dict.fromkeys(names) if name != printed.title],
        "isPartOf": _issue(printed),
        "identifier": printed.doi
        and {"@type": "PropertyValue", "propertyID": "DOI", "value": printed.doi, "url": doi},
        "sameAs": doi,
        "url": printed.url,
    }


def _issue(printed: Publication) -> Node | None:
    journal = {"@type": "Periodical", "name": printed.journal} if printed.journal else None
    if printed.issue is None:
        return journal
    return filled({"@type": "PublicationIssue", "name": printed.issue, "isPartOf": journal})


def source(teller: Teller) -> Told:
    """A publication of others, under its own address; its authors as it names them."""
    record = cast(Source, teller.entry.record)
    description = teller.label(record.gloss)
    kind = _SOURCES.get(record.kind, "CreativeWork")
    thing = teller.start(kind) | {
        "description": description,
        "headline": record.title if kind.endswith(("Article", "Posting")) else None,
        "inLanguage": record.language,
        "author": [name.strip() for name in (record.author or "").split(";") if name.strip()],
        "publisher": named_body(teller, record.publisher) if record.publisher else None,
        "datePublished": day(record.date),
        "temporalCoverage": span(record.date) if record.date and record.date.is_period else None,
        "url": record.url,
    }
    page: Node = {"keywords": teller.terms("source-kinds", [record.kind])}
    if kind == "Dataset" and len(description) < _SHORTEST_DESCRIPTION:
        plain = thing | {"@type": "CreativeWork", "additionalType": "https://schema.org/Dataset"}
        return Told(thing, page, plain)
    return Told(thing, page)


def evidence(teller: Teller) -> Told:
    """A claim put forward for a criterion, and the statements of this record it rests on."""
    record = cast(Evidence, teller.entry.record)
    rests_on = dict.fromkeys(_statement(teller, id) for id in record.claims)
    thing = teller.start("Claim") | {
        "about": {
            "@type": "DefinedTerm",
            "@id": term_id(teller.site_url, "criteria", record.criterion),
            "name": teller.page.term("criteria", record.criterion),
        },
        "isBasedOn": list(rests_on),
        "keywords": teller.page.words[f"strength-{record.strength}"],
    }
    return Told(thing)


def _statement(teller: Teller, id: str) -> str:
    """Where a claim stands: its text on the page, else the page."""
    claim = teller.catalogue.claims[id]
    address = page_address(teller.site_url, teller.lang, id.partition("#")[0])
    if claim.kind != "text" or len(claim.path) == 3:
        return address
    section, *rest = claim.path
    anchor = ".".join(claim.path[1::2]) if section == "sections" else ".".join([section, *rest])
    return f"{address}#{anchor if rest else section.replace('_', '-')}"
