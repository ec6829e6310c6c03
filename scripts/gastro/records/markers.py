"""What a field means beyond its type: a claim, a reference, a term of a closed list."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Claim:
    """The value says something about the world, so it needs a source."""


@dataclass(frozen=True, slots=True)
class Reference:
    """The text is the id of a record of this kind (the folder's name)."""

    kind: str


@dataclass(frozen=True, slots=True)
class Term:
    """The text is the id of a term of this vocabulary (the file's name)."""

    vocabulary: str


CLAIM = Claim()
