"""Every reference, link and citation leads to a record of a kind there is, and that exists."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from gastro.catalogue import Catalogue
from gastro.catalogue.catalogue import references
from gastro.catalogue.renamed import renamed
from gastro.problems import Problem
from gastro.records.kinds import CONTENT_KINDS, DOSSIER_KINDS


def check(catalogue: Catalogue) -> Iterator[Problem]:
    ids: dict[str, list[str]] = {}
    for entry in catalogue:
        ids.setdefault(entry.kind, []).append(entry.id)
    new = {former: entry.id for former, entry in renamed(catalogue).items()}
    for entry in catalogue:
        for address, path in references(entry):
            if catalogue.has(address):
                continue
            kind, _, wanted = address.partition("/")
            if kind not in (*CONTENT_KINDS, *DOSSIER_KINDS) or not wanted:
                kinds = ", ".join(CONTENT_KINDS)
                yield entry.problem("unknown-kind", path, near=address, value=address, kinds=kinds)
                continue
            close = get_close_matches(wanted, ids.get(kind, ()), n=1, cutoff=0.8)
            if meant := new.get(address) or next(iter(close), ""):
                values = {"value": wanted, "kind": kind, "meant": meant}
                yield entry.problem("misspelt-reference", path, key=False, near=wanted, **values)
            else:
                yield entry.problem("unknown-reference", path, near=wanted, value=wanted, kind=kind)
