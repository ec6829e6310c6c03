"""A form with its answers: what stands in each section, how long it is, what is missing.

Everything that is made of a submission (Word, PDF, form pack, page, checks) reads this.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from gastro.catalogue import Catalogue
from gastro.dossier.counting import Length, length
from gastro.dossier.wording import Citing, Wording
from gastro.problems import Message
from gastro.records.base import Passage, Text
from gastro.records.forms import Form, FormField, Limit, Section
from gastro.records.initiatives import Initiative
from gastro.records.submissions import Answer, FieldAnswer, Item, MissingPart, Submission
from gastro.text.dates import Lang


@dataclass(frozen=True)
class FilledSection:
    """A section, and the answer to it if there is one.

    ``limit`` is the form's, ``working`` the team's own, both in the form's unit; either may
    be None. ``number`` is official, or a likely one in brackets, or empty.
    """

    section: Section
    answer: Answer | None
    lengths: dict[Lang, Length]
    unit: str
    limit: int | None
    working: int | None

    @property
    def id(self) -> str:
        return self.section.id

    @property
    def number(self) -> str:
        return self.section.number or (
            f"({self.section.likely_number}?)" if self.section.likely_number else ""
        )

    @property
    def missing(self) -> tuple[MissingPart, ...]:
        """What is missing in the answer and in its items."""
        if self.answer is None:
            return ()
        inner = (part for item in self.answer.items for part in item.missing)
        return (*self.answer.missing, *inner)

    @property
    def written(self) -> bool:
        """Whether anything is answered."""
        answer = self.answer
        return answer is not None and bool(
            answer.passages
            or answer.fields
            or answer.items
            or answer.choice
            or answer.nothing
            or answer.photos
            or answer.held
        )

    @property
    def state(self) -> str:
        """``heading``, ``empty``, or the state of review."""
        if self.section.kind == "heading":
            return "heading"
        return self.answer.review.state if self.answer is not None and self.written else "empty"


@dataclass(frozen=True)
class Filled:
    """A submission in full. ``site_url`` is where records' pages stand."""

    id: str
    submission: Submission
    form: Form
    catalogue: Catalogue
    answers: dict[str, Answer]
    site_url: str

    def wording(self, lang: Lang, citing: Citing | None = None) -> Wording:
        """Writes texts in a language, for a document in the form's language."""
        return Wording(self.catalogue, lang, "en", self.site_url, citing or Citing())

    @cached_property
    def sections(self) -> tuple[FilledSection, ...]:
        """Every section of the form, in order."""
        return tuple(self._section(section) for section in self.form.sections)

    def section(self, id: str) -> FilledSection:
        """One section; raises KeyError for one that the form does not have."""
        return next((one for one in self.sections if one.id == id), None) or _no_section(id)

    @property
    def photo_section(self) -> FilledSection | None:
        """Where the form takes its photos, if it does."""
        found = (one for one in self.sections if one.section.kind == "attachment" and "photo" in one.id)
        return next(found, None)

    def field_title(self, section: Section, id: str) -> FormField:
        """The field of the form that a field of an answer is for."""
        return next(field for field in section.fields if field.id == id)

    def who(self, part: MissingPart) -> Message:
        """Those who must supply what is missing, as they are called in either language."""
        bodies = [self.body(id) for id in part.who]
        *first, last = [one.th for one in bodies] or [""]
        thai = f"{' '.join(first)} และ{last}" if first else last
        return Message(thai, "; ".join(one.en for one in bodies))

    def body(self, id: str) -> Message:
        """One of those who supply what is missing."""
        label = self.catalogue.vocabularies["dossier-bodies"][id].label
        return Message(label.th, label.en)

    def _section(self, section: Section) -> FilledSection:
        answer = self.answers.get(section.id)
        working = next(
            (one.count for one in self.submission.working_limits if one.section == section.id), None
        )
        return FilledSection(
            section=section,
            answer=answer,
            lengths={lang: self._length(answer, lang) for lang in ("th", "en")},
            unit=section.limit.unit if section.limit else self.form.unit,
            limit=_count(section.limit),
            working=working,
        )

    def _length(self, answer: Answer | None, lang: Lang) -> Length:
        total = Length()
        if answer is not None:
            wording = self.wording(lang)
            for passage in passages_of(answer):
                total += length(wording.plain(getattr(passage, lang)))
            for field in fields_of(answer):
                if field.label is not None:
                    total += length(getattr(field.label, lang))
            for item in answer.items:
                for _, text in initiative_texts(self.catalogue, item.initiative):
                    total += length(wording.plain(getattr(text, lang)))
        return total


def passages_of(answer: Answer) -> Iterator[Passage]:
    """Every cited text of an answer, in order."""
    yield from answer.passages
    for field in fields_of(answer):
        yield from field.passages


def initiative_texts(catalogue: Catalogue, id: str | None) -> Iterator[tuple[str, Text]]:
    """What the record of an initiative says, each with the key of its label; nothing without an id."""
    if id is None:
        return
    initiative = catalogue.record(Initiative, "initiatives", id)
    if initiative.summary is not None:
        yield "summary", initiative.summary
    for passage in initiative.objectives:
        yield "objectives", passage
    for name in ("beneficiaries", "participants", "expected", "actual"):
        text = getattr(initiative, name)
        if text is not None:
            yield name, text


def fields_of(answer: Answer) -> Iterator[FieldAnswer]:
    """Every field that is answered, of the section and of its items."""
    yield from answer.fields
    for item in answer.items:
        yield from item.fields


def filled(catalogue: Catalogue, submission: str, site_url: str) -> Filled:
    """A submission of a catalogue that holds the dossier too. Raises KeyError where there is none."""
    record = catalogue.record(Submission, "submissions", submission)
    form = catalogue.record(Form, "forms", record.form)
    answers = {
        entry.record.section: entry.record
        for entry in catalogue.of("answers")
        if entry.id.partition(".")[0] == submission and isinstance(entry.record, Answer)
    }
    return Filled(submission, record, form, catalogue, answers, site_url)


def item_title(filled: Filled, item: Item, lang: Lang) -> str:
    """What an item is called: its initiative's name, else its title field, else nothing."""
    if item.initiative is not None:
        return filled.catalogue.at(f"initiatives/{item.initiative}").name(lang)
    for field in item.fields:
        if field.id in ("title", "name") and field.label is not None:
            return str(getattr(field.label, lang))
    return ""


def _count(limit: Limit | None) -> int | None:
    return limit.count if limit is not None else None


def _no_section(id: str) -> FilledSection:
    raise KeyError(id)
