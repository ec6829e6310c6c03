"""References to what the catalogue holds: ``{{ count:desserts.tie=signature }}``, ``{{ names:routes }}``.

A number or a list that stands by reference cannot drift from the records.
"""

from __future__ import annotations

import re

from gastro.catalogue.catalogue import Catalogue, Entry
from gastro.records.kinds import PUBLIC_KINDS

COUNTED = re.compile(
    r"\{\{ *(?P<what>count|names):(?P<kind>[a-z-]+)(?:\.(?P<field>[a-z_]+)=(?P<value>[a-z0-9-]+))? *\}\}"
)
_PUBLIC = frozenset(kind.name for kind in PUBLIC_KINDS)


class UnknownReference(ValueError):
    """A reference that names no kind with pages, or a field it does not have; the text is the reference."""


def counted(catalogue: Catalogue, match: re.Match[str], lang: str) -> tuple[Entry, ...]:
    """The records that a reference stands for, in the order of a dictionary. Raises UnknownReference."""
    kind, name, value = match["kind"], match["field"], match["value"]
    if kind not in _PUBLIC:
        raise UnknownReference(match[0])
    entries = catalogue.sorted(kind, lang)
    if name is None:
        return entries
    if entries and not hasattr(entries[0].record, name):
        raise UnknownReference(match[0])
    return tuple(entry for entry in entries if _holds(getattr(entry.record, name), value))


def _holds(found: object, value: str) -> bool:
    return value in found if isinstance(found, tuple) else found == value
