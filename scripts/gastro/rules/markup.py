"""Texts hold the small Markdown of records, no HTML, and links only where links may lead."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gastro.catalogue import Catalogue, Entry
from gastro.problems import Problem
from gastro.records.kinds import PUBLIC_KINDS
from gastro.text import markdown

_TAG = re.compile(r"<[^>\s]*>?")
_SIGNS = {"# …": "#", "![](…)": "![", "`…`": "`", "&…;": "&", "> …": ">", "[…]: …": "["}
_PUBLIC = {kind.name for kind in PUBLIC_KINDS}


def check(catalogue: Catalogue) -> Iterator[Problem]:
    for entry in catalogue:
        for found in entry.values:
            if isinstance(found.value, str) and found.path[-1] in ("th", "en"):
                yield from _text(catalogue, entry, found.path, found.value)


def _text(catalogue: Catalogue, entry: Entry, path: tuple[str, ...], text: str) -> Iterator[Problem]:
    reading = markdown.read(text)
    for markup in reading.forbidden:
        tag = _TAG.search(text) if markup == "HTML" else None
        shown = tag[0] if tag else markup
        code = "html-in-text" if markup == "HTML" else "markup-not-allowed"
        yield entry.problem(code, path, near=_SIGNS.get(shown, shown), markup=shown)
    for link in reading.links:
        record = link.record
        if record is None or record["kind"] not in _PUBLIC:
            if not link.is_web:
                yield entry.problem("bad-link", path, near=link.target, target=link.target or "(…)")
        elif record["anchor"]:
            yield from _anchor(catalogue, entry, path, link)


def _anchor(
    catalogue: Catalogue, entry: Entry, path: tuple[str, ...], link: markdown.Link
) -> Iterator[Problem]:
    match = link.record
    assert match is not None
    target = catalogue.get(match["kind"], match["id"])
    if target is None:
        return
    anchors = {found.path[-1] for found in target.values} | {found.dotted for found in target.values}
    if match["anchor"] not in anchors:
        values = {"target": target.address, "anchor": match["anchor"]}
        yield entry.problem("dead-anchor", path, key=False, near=link.target, **values)
