"""A former id leads to one record: it is no id in use, and no other record claims it."""

from __future__ import annotations

from collections.abc import Iterator

from gastro.catalogue import Catalogue
from gastro.catalogue.renamed import former_ids, renamed
from gastro.problems import Problem


def check(catalogue: Catalogue) -> Iterator[Problem]:
    owners = renamed(catalogue)
    for entry in catalogue:
        for id in former_ids(entry):
            path = ("renamed_from", id)
            owner = owners.get(f"{entry.kind}/{id}")
            if owner is None:
                yield entry.problem("former-id-in-use", path, value=id, kind=entry.kind)
            elif owner is not entry:
                yield entry.problem("former-id-twice", path, value=id, other=f"{owner.address}.yml")
