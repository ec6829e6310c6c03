"""Records whose id has changed: their former addresses, which must go on leading to them."""

from __future__ import annotations

from gastro.catalogue.catalogue import Catalogue, Entry


def former_ids(entry: Entry) -> tuple[str, ...]:
    """The ids a record had before, as its file tells them."""
    return tuple(getattr(entry.record, "renamed_from", ()))


def renamed(catalogue: Catalogue) -> dict[str, Entry]:
    """The record that each former address (``kind/id``) leads to.

    An address at which a record stands now is no former one; see the rule on former ids.
    """
    found: dict[str, Entry] = {}
    for entry in catalogue:
        for id in former_ids(entry):
            address = f"{entry.kind}/{id}"
            if not catalogue.has(address):
                found.setdefault(address, entry)
    return found
