"""Versions of records and of the whole: hashes of what they say, whatever form it is given in.

The same words have the same version, in any file format and in any build; one letter more is
another version. What is not passed on as open data (consents, photos of people or without an open
licence) is in no version, so that none depends on what happens to be allowed today.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from functools import lru_cache

from gastro.catalogue.catalogue import Catalogue, Entry
from gastro.records.kinds import PUBLIC_KINDS
from gastro.records.photos import Photo

LENGTH = 12
"""Hexadecimal digits of a version: enough to tell apart every state the record will ever have."""
OPEN_LICENCES = ("cc-by-4-0", "cc-by-sa-4-0", "cc0")
_OPEN_KINDS = (*(kind.name for kind in PUBLIC_KINDS), "vocabulary", "photos")
_NOT_SAID = {"id", "consents", "cession_for_unesco"}


def is_open(entry: Entry) -> bool:
    """Whether a record may be passed on: all that have pages, and photos that are free and show nobody."""
    if isinstance(entry.record, Photo):
        return entry.record.people_shown != "recognisable" and entry.record.licence in OPEN_LICENCES
    return entry.kind in _OPEN_KINDS


def open_entries(catalogue: Catalogue) -> tuple[Entry, ...]:
    """Every record that may be passed on, in the order of kinds and ids."""
    return tuple(entry for entry in catalogue if is_open(entry))


@lru_cache(maxsize=20_000)
def version_of(entry: Entry) -> str:
    """The version of one record."""
    said = entry.record.model_dump(mode="json", exclude_defaults=True, exclude=_NOT_SAID)
    return _digest([entry.address, said])


def data_version(entries: Iterable[Entry]) -> str:
    """The version of these records together."""
    return _digest(sorted((entry.address, version_of(entry)) for entry in entries))


def _digest(said: object) -> str:
    text = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:LENGTH]
