"""Producers and organisations.

A producer is called a business of a place (a Restaurant, a Store) where its place is known,
as search engines ask for the address of one; else, and when it has closed, an Organization.
A telephone number is told only under a consent that its page shows too.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from gastro.opendata.linked_data.places import exact_point, postal_address
from gastro.opendata.linked_data.teller import Node, Teller, Told, day
from gastro.records.organisations import Organisation
from gastro.records.producers import Award, Producer

_BUSINESSES: Mapping[str, str] = {
    "restaurant": "Restaurant",
    "stall": "FoodEstablishment",
    "shop": "Store",
    "factory": "LocalBusiness",
    "farm": "LocalBusiness",
}
"""Kinds of producers that are a business at a place."""
_BODIES: Mapping[str, str] = {"cooperative": "Cooperative", "learning-place": "EducationalOrganization"}
"""Kinds of producers that are a body of people wherever they meet; community groups are an Organization."""
_ORGANISATIONS: Mapping[str, str] = {
    "government": "GovernmentOrganization",
    "local-government": "GovernmentOrganization",
    "agency": "GovernmentOrganization",
    "university": "CollegeOrUniversity",
    "faculty-or-institute": "EducationalOrganization",
    "school": "School",
}


def producer(teller: Teller) -> Told:
    """Who makes, grows, sells or teaches, and what they are known for."""
    record = cast(Producer, teller.entry.record)
    address = postal_address(teller, record.place)
    business = address is not None and record.status != "closed" and record.kind in _BUSINESSES
    kind = _BUSINESSES[record.kind] if business else _BODIES.get(record.kind, "Organization")
    phones = [consent.value for consent in teller.granted if consent.item == "phone"]
    thing = teller.start(kind) | {
        "address": address,
        "location": teller.ref(f"places/{record.place}") if record.place else None,
        "telephone": [teller.label(phone) for phone in phones if phone],
        "url": record.website,
        "sameAs": record.website,
        "foundingDate": day(record.since),
        "parentOrganization": teller.ref(f"organisations/{record.organisation}")
        if record.organisation
        else None,
        "award": [_award(teller, award) for award in record.awards],
        "knowsAbout": [
            *teller.refs("desserts", record.desserts),
            *teller.refs("ingredients", record.ingredients),
        ],
    }
    if business or kind == "EducationalOrganization":
        thing["geo"] = exact_point(record.coordinates)
    return Told(thing)


def _award(teller: Teller, award: Award) -> str:
    by = teller.catalogue.at(f"organisations/{award.by}").name(teller.lang) if award.by else ""
    when = teller.page.date(award.date) if award.date else ""
    return ", ".join(filter(None, (teller.label(award.name), by, when)))


def organisation(teller: Teller) -> Told:
    """A public body, a university, a company, an association."""
    record = cast(Organisation, teller.entry.record)
    thing: Node = teller.start(_ORGANISATIONS.get(record.kind, "Organization")) | {
        "description": teller.page.description() or teller.plain(record.role),
        "parentOrganization": teller.ref(f"organisations/{record.part_of}") if record.part_of else None,
        "address": postal_address(teller, record.place),
        "location": teller.ref(f"places/{record.place}") if record.place else None,
        "url": record.website,
        "sameAs": record.website,
    }
    return Told(thing)
