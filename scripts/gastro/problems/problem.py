"""What a problem is, and how one is made from its code."""

from __future__ import annotations

from dataclasses import dataclass

from gastro.problems.codes import load_codes


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """A place in a file: line and column, both counted from 1."""

    line: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True, order=True)
class Message:
    """One sentence or two, in both languages."""

    th: str
    en: str

    def format(self, **values: object) -> Message:
        """Fill in ``{name}`` placeholders of both languages."""
        return Message(self.th.format(**values), self.en.format(**values))


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing wrong in the records.

    ``path`` is relative to the content folder, with forward slashes. ``field`` is the way
    to the value (``ingredients.2.amount``), empty for the file as a whole. ``message``
    says what is wrong and what was expected; ``hint`` says how to mend it. Problems sort
    by file, then line, then column.
    """

    path: str
    line: int
    column: int
    code: str
    field: str
    message: Message
    hint: Message


def problem(code: str, path: str, spot: Spot, field: str = "", **values: object) -> Problem:
    """Make the problem ``code``; ``values`` fill the placeholders of its wording.

    Raises KeyError for a code without an entry in ``codes.yml`` or a placeholder without
    a value: both are faults of ours and are caught by tests.
    """
    wording = load_codes()[code]
    shown = {name: value if name in _LISTS else _short(value) for name, value in values.items()}
    return Problem(
        path=path,
        line=spot.line,
        column=spot.column,
        code=code,
        field=field,
        message=Message(wording.message.th, wording.message.en).format(field=field, **shown),
        hint=Message(wording.hint.th, wording.hint.en).format(field=field, **shown),
    )


_LISTS = ("known", "choices", "kinds")
"""What may be chosen is shown whole."""


def _short(value: object, limit: int = 120) -> object:
    if isinstance(value, str) and len(value) > limit:
        return value[: limit - 1] + "…"
    return value
