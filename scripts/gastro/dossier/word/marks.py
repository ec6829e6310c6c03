"""Words of a Word file that stand for something in the record: notes, numbers, links to other records."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from gastro.dossier.word.anchors import Base
from gastro.dossier.word.markdown import REFERENCES, Piece, reference

TAG: Final = "\0"
"""Begins the ``code`` of words whose origin a control told; else it is the name of a bookmark."""
_AS_ONE: Final = REFERENCES | {"cite", "label"}
"""Kinds of origin whose words are not looked at one by one."""


def marked(pieces: Sequence[tuple[str, Piece]], base: Base) -> Iterator[tuple[str, Piece]]:
    """Words that stand for something in the record, put back as that where they are as they were."""
    at = 0
    while at < len(pieces):
        key, first = pieces[at]
        end = at + 1
        while end < len(pieces) and (first.code or first.cites) and _alike(pieces[end][1], first):
            end += 1
        text = "".join(piece.text for _, piece in pieces[at:end])
        origin = _origin(first.code, text, base)
        kind, _, id = origin.partition(":")
        for own, piece in pieces[at:end]:
            if kind == "link":
                yield own, replace(piece, code="", link=id)
            elif kind not in _AS_ONE and not first.cites:
                yield own, replace(piece, code="")
        if first.cites and text.strip():
            yield key, Piece(text, cites=first.cites)
        elif kind == "cite":
            yield key, Piece(text, cites=id)
        elif kind in REFERENCES:
            yield key, replace(first, text=text, code=reference(origin))
        at = end


def _origin(mark: str, text: str, base: Base) -> str:
    """What a mark stands for; a number that was changed stands for nothing."""
    if mark.startswith(TAG):
        origin = mark.removeprefix(TAG)
        known = {one.text.strip() for one in base.origins.values() if one.origin == origin}
    else:
        found = base.origins.get(mark)
        origin, known = (found.origin, {found.text.strip()}) if found else ("", set())
    changed = origin.partition(":")[0] in REFERENCES and text.strip() not in known
    return "" if changed or not text.strip() else origin


def _alike(one: Piece, other: Piece) -> bool:
    return one.code == other.code and one.cites == other.cites
