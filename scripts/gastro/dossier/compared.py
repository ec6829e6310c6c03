"""What a colleague changed in Word, answer by answer, told in words of Thai and English.

Three texts are held together: what the answer said when the file was made, what the file says now, and what
the records say now. So it shows too where both the file and the records have moved on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path
from typing import Final, Literal

from gastro.dossier.word.edited import Edited
from gastro.text.dates import Lang
from gastro.text.thai_lines import pieces
from gastro.text.words_file import read_words

WORDS: Final = Path(__file__).with_name("compared.yml")
State = Literal["same", "changed", "missing", "both", "new"]
"""``both``: changed in the file and in the records, not alike. ``new``: in the file only."""
_TOKEN = re.compile(r"\[\^[^\]]*\]|\{\{[^}]*\}\}|\s+|[\u0e00-\u0e7f]+|\w+|.", re.DOTALL)
_AROUND: Final = 40
"""Characters shown on either side of a change."""


@dataclass(frozen=True, slots=True)
class Part:
    """Words that stayed, that are gone, or that are new."""

    kind: Literal["same", "gone", "new"]
    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """One answer. Texts are Markdown, its blocks parted by an empty line, ready for the record."""

    key: str
    state: State
    before: str
    after: str
    record: str
    """What the records say."""
    parts: tuple[Part, ...] = ()


def compare(current: Mapping[str, Sequence[str]], edited: Edited) -> tuple[Change, ...]:
    """Every answer of the file and of the records, in the order of the records.

    ``current`` holds the blocks of each answer as the records have them today (see
    ``word.anchors.answers_of``).
    """
    keys = dict.fromkeys([*current, *edited.base, *edited.texts])
    return tuple(_change(key, current, edited) for key in keys)


def _change(key: str, current: Mapping[str, Sequence[str]], edited: Edited) -> Change:
    now = _whole(current.get(key, ()))
    before = _whole(edited.base[key]) if key in edited.base else now
    if key not in edited.texts:
        state: State = "missing" if key in edited.base or not edited.base else "same"
        return Change(key, state, before, "" if state == "missing" else now, now)
    after = _whole(edited.texts[key])
    state = "changed"
    if after in (before, now):
        state = "same"
    elif key not in current:
        state = "new"
    elif before != now:
        state = "both"
    return Change(key, state, before, after, now, () if state == "same" else parts(before, after))


def _whole(blocks: Sequence[str]) -> str:
    return "\n\n".join(blocks)


def parts(before: str, after: str) -> tuple[Part, ...]:
    """The difference in words; Thai is cut at words too."""
    old, new = list(_words(before)), list(_words(after))
    found: list[Part] = []
    for kind, start, end, from_, to in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            found.append(Part("same", "".join(old[start:end])))
            continue
        found += [Part("gone", "".join(old[start:end]))] if end > start else []
        found += [Part("new", "".join(new[from_:to]))] if to > from_ else []
    return tuple(found)


def _words(text: str) -> Iterator[str]:
    for token in _TOKEN.findall(text):
        if "\u0e00" <= token[0] <= "\u0e7f":
            yield from (piece.text for piece in pieces(token))
        else:
            yield token


def tell(changes: Sequence[Change], edited: Edited, lang: Lang) -> str:
    """The changes for reading, each answer under its key; what is as it was is only counted."""
    words = _wording(lang)
    lines = []
    for change in changes:
        if change.state == "same":
            continue
        lines += [f"{change.key}: {words[change.state]}", *(f"  {line}" for line in _shown(change.parts))]
        if change.state == "both":
            lines.append(f"  {words['now']}: {change.record}")
    if not lines:
        lines.append(words["nothing"])
    same = sum(change.state == "same" for change in changes)
    lines.append(words["count"].format(same=same, other=len(changes) - same))
    for key, what in edited.left_out:
        lines.append(words["left-out"].format(key=key, what=words[what]))
    lines += [words["elsewhere"].format(text=text) for text in edited.elsewhere]
    for comment in edited.comments:
        told = words["comment"] if comment.words else words["comment-bare"]
        lines.append(
            told.format(key=comment.key or "–", words=comment.words, text=comment.text, by=comment.author)
        )
    return "\n".join(lines) + "\n"


def _shown(found: Sequence[Part]) -> Iterator[str]:
    """The differences with some words around them, gone ones in [- -], new ones in {+ +}."""
    out = []
    for at, part in enumerate(found):
        text = part.text.replace("\n", " ¶ ").replace(" ¶  ¶ ", " ¶ ")
        if part.kind == "gone":
            out.append(f"[-{text}-]")
        elif part.kind == "new":
            out.append(f"{{+{text}+}}")
        else:
            out.append(_clipped(text, first=at == 0, last=at == len(found) - 1))
    if out:
        yield "".join(out)


def _clipped(text: str, *, first: bool, last: bool) -> str:
    """The words next to a change; what lies between two is cut in the middle."""
    if first:
        return text if len(text) <= _AROUND else f"…{text[-_AROUND:]}"
    if last:
        return text if len(text) <= _AROUND else f"{text[:_AROUND]}…"
    return text if len(text) <= 2 * _AROUND else f"{text[:_AROUND]} … {text[-_AROUND:]}"


@cache
def _wording(lang: Lang) -> dict[str, str]:
    return {key: both[lang] for key, both in read_words(WORDS).items()}
