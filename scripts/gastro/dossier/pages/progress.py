"""How far a submission is: by section, by who must act, by what keeps it from being sent.

Public records alone are asked. Consents lie outside the repository, so that what depends on
them is left to the export.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from gastro.dossier.checks import Circumstances, Shortcoming, shortcomings
from gastro.dossier.filled import Filled, FilledSection, item_title, passages_of
from gastro.dossier.photo_files import chosen_photos
from gastro.problems import Message
from gastro.records.photos import Photo
from gastro.records.submissions import FieldAnswer, MissingPart
from gastro.search.findable import shortened
from gastro.text import markdown
from gastro.text.dates import Lang

STATES = ("approved", "reviewed", "draft", "empty")
"""From done to not begun."""
_NOT_PUBLIC = ("photo-consent", "photo-file", "photo-small", "photo-shrunk")
"""What cannot be judged from the records alone."""
_NAMES_PHOTOS = ("photo-rights",)
"""What names a photo: whether one may be told of depends on consents too."""


@dataclass(frozen=True, slots=True)
class Said:
    """Some words and the language they are in."""

    words: str = ""
    lang: Lang = "en"


@dataclass(frozen=True, slots=True)
class ToSupply:
    """A body, and what it must supply: each part with the section it belongs to."""

    who: Message
    parts: tuple[tuple[FilledSection, MissingPart], ...]


@dataclass(frozen=True, slots=True)
class Lack:
    """Shortcomings of one kind. ``alike`` if the section says all there is to tell of each."""

    code: str
    found: tuple[tuple[FilledSection | None, Message], ...]

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.found)

    @property
    def alike(self) -> bool:
        same = self.count > 1 and len({message for _, message in self.found}) == 1
        return same or self.code in _NAMES_PHOTOS


@dataclass(frozen=True)
class Progress:
    """A submission with its counts. ``words`` are all its English words, ``as_of`` is None where the age of
    figures was not judged."""

    filled: Filled
    states: Counter[str]
    words: int
    to_supply: tuple[ToSupply, ...]
    lacks: tuple[Lack, ...]
    as_of: date | None

    @property
    def total(self) -> int:
        """How many sections there are to answer; headings are none."""
        return sum(self.states.values())

    @property
    def missing(self) -> int:
        """How many parts must be supplied."""
        return sum(len(one.parts) for one in self.to_supply)


@dataclass(frozen=True, slots=True)
class PhotoCount:
    """Photos in number: asked for (None where that is not known), chosen, and with their cession signed."""

    asked: int | None
    chosen: int
    signed: int


def photo_count(filled: Filled) -> PhotoCount | None:
    """How far the photos are; None where the form asks for none and no answer names one."""
    rule = filled.form.photos
    chosen = [filled.catalogue.record(Photo, "photos", id) for id in chosen_photos(filled)]
    if rule is None and not chosen:
        return None
    signed = sum(photo.cession_for_unesco == "signed" for photo in chosen)
    return PhotoCount(rule.count if rule is not None else None, len(chosen), signed)


def progress_of(filled: Filled, as_of: date | None) -> Progress:
    """How far a submission is, figures being aged on ``as_of``; without a day their age is not judged."""
    found = shortcomings(filled, Circumstances(as_of or date.min, {}, {}))
    return Progress(
        filled=filled,
        states=Counter(one.state for one in filled.sections if one.state != "heading"),
        words=sum(one.lengths["en"].words for one in filled.sections),
        to_supply=tuple(_to_supply(filled)),
        lacks=tuple(_lacks(filled, found)),
        as_of=as_of,
    )


def first_line(filled: Filled, one: FilledSection, lang: Lang) -> Said:
    """The beginning of an answer, in one line; empty where there is none."""
    answer = one.answer
    if answer is None or not one.written:
        return Said()
    if answer.choice:
        return Said(answer.choice)
    if answer.nothing and filled.form.empty_phrase:
        return Said(filled.form.empty_phrase.phrase)
    if answer.items:
        titles = (
            item_title(filled, item, lang) or _field(filled, item.fields, lang) for item in answer.items
        )
        return Said(shortened(" · ".join(filter(None, titles))), lang)
    if answer.passages:
        return Said(_beginning(filled, getattr(answer.passages[0], lang), lang), lang)
    return Said(shortened(_field(filled, answer.fields, lang)), lang)


def sources_of(one: FilledSection) -> tuple[str, ...]:
    """Ids of the sources that an answer cites, each once, in the order they come."""
    if one.answer is None:
        return ()
    cited = [id for passage in passages_of(one.answer) for id in markdown.read(passage.en).citations]
    cited += [id for citation in one.answer.sources.values() for id in citation.sources]
    return tuple(dict.fromkeys(cited))


def _field(filled: Filled, fields: Iterable[FieldAnswer], lang: Lang) -> str:
    """The first field that says something."""
    for field in fields:
        if field.label is not None:
            return str(getattr(field.label, lang))
        if field.passages:
            return _beginning(filled, getattr(field.passages[0], lang), lang)
    return ""


def _beginning(filled: Filled, text: str, lang: Lang) -> str:
    return shortened(filled.wording(lang).plain(text).partition("\n\n")[0])


def _to_supply(filled: Filled) -> Iterator[ToSupply]:
    """Those who must supply most first, else in the order in which the form needs them."""
    by_body: dict[str, list[tuple[FilledSection, MissingPart]]] = {}
    for one in filled.sections:
        for part in one.missing:
            for body in part.who:
                by_body.setdefault(body, []).append((one, part))
    for body, parts in sorted(by_body.items(), key=lambda one: -len(one[1])):
        yield ToSupply(filled.body(body), tuple(parts))


def _lacks(filled: Filled, found: Iterable[Shortcoming]) -> Iterator[Lack]:
    """Kinds in the order of their first shortcoming."""
    sections = {one.id: one for one in filled.sections}
    by_code: dict[str, list[tuple[FilledSection | None, Message]]] = {}
    for one in found:
        if one.code not in _NOT_PUBLIC:
            by_code.setdefault(one.code, []).append((sections.get(one.section), one.message))
    for code, items in by_code.items():
        yield Lack(code, tuple(items))
