"""An answer fits the section it answers, and a form holds together.

Whether a dossier may be sent is another question: see gastro.dossier.checks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from gastro.catalogue import Catalogue, Entry
from gastro.catalogue.counted import COUNTED, UnknownReference, counted
from gastro.problems import Problem
from gastro.records.forms import Form, Section
from gastro.records.submissions import Answer, FieldAnswer, Submission
from gastro.text import markdown

_BRACES = re.compile(r"\{\{.*?\}\}")
_WITH_ITEMS = ("list", "table")
_WITH_TEXT = ("text", "statement", "list", "table", "attachment")
_WITH_PAPERS = ("statement", "attachment")
_WITH_FIELDS = ("contact", "statement", "attachment")


def check(catalogue: Catalogue) -> Iterator[Problem]:
    for entry in catalogue.of("forms"):
        yield from _form(entry)
    for entry in catalogue.of("submissions"):
        yield from _submission(catalogue, entry)
    for entry in catalogue.of("answers"):
        yield from _answer(catalogue, entry)
        yield from _counted(catalogue, entry)


def form_of(catalogue: Catalogue, submission: str) -> Form | None:
    """The form that a submission answers, if both can be read."""
    found = catalogue.get("submissions", submission)
    if found is None or not isinstance(found.record, Submission):
        return None
    form = catalogue.get("forms", found.record.form)
    return form.record if form is not None and isinstance(form.record, Form) else None


def _form(entry: Entry) -> Iterator[Problem]:
    assert isinstance(entry.record, Form)
    ids = [section.id for section in entry.record.sections]
    for section in entry.record.sections:
        if section.part_of is not None and section.part_of not in ids:
            path = ("sections", section.id, "part_of")
            yield _unknown(entry, path, section.part_of, ids)


def _submission(catalogue: Catalogue, entry: Entry) -> Iterator[Problem]:
    assert isinstance(entry.record, Submission)
    form = form_of(catalogue, entry.id)
    if form is None:
        return
    ids = [section.id for section in form.sections]
    for number, limit in enumerate(entry.record.working_limits, start=1):
        if limit.section not in ids:
            yield _unknown(entry, ("working_limits", str(number), "section"), limit.section, ids)


def _answer(catalogue: Catalogue, entry: Entry) -> Iterator[Problem]:
    assert isinstance(entry.record, Answer)
    answer, submission = entry.record, entry.id.partition(".")[0]
    if catalogue.get("submissions", submission) is None:
        if f"dossier/{submission}/submission" not in catalogue.unread:
            yield entry.problem("answer-without-submission", (), value=submission)
        return
    form = form_of(catalogue, submission)
    if form is None:
        return
    sections = {section.id: section for section in form.sections}
    for id in answer.repeats:
        if id not in sections:
            yield _unknown(entry, ("repeats", id), id, sections)
    section = sections.get(answer.section)
    if section is None:
        yield _unknown(entry, ("section",), answer.section, sections)
        return
    name = entry.id.partition(".")[2]
    if name != answer.section:
        yield entry.problem("answer-misnamed", ("section",), value=answer.section, name=name)
    yield from _fits(entry, answer, section)


def _fits(entry: Entry, answer: Answer, section: Section) -> Iterator[Problem]:
    parts = (
        ("passages", answer.passages, _WITH_TEXT),
        ("items", answer.items, _WITH_ITEMS),
        ("fields", answer.fields, _WITH_FIELDS),
        ("choice", answer.choice, ("choice",)),
        ("held", answer.held, _WITH_PAPERS),
    )
    for name, value, kinds in parts:
        if value and section.kind not in kinds:
            yield entry.problem(
                "answer-does-not-fit", (name,), key=True, name=name, section=section.id, kind=section.kind
            )
    if answer.choice and section.choices and answer.choice not in section.choices:
        choices = ", ".join(section.choices)
        yield entry.problem("not-a-form-choice", ("choice",), value=answer.choice, choices=choices)
    yield from _fields(entry, ("fields",), answer.fields, section)
    for item in answer.items:
        yield from _fields(entry, ("items", item.id, "fields"), item.fields, section)


def _fields(
    entry: Entry, path: tuple[str, ...], fields: Iterable[FieldAnswer], section: Section
) -> Iterator[Problem]:
    known = {field.id: field for field in section.fields}
    for field in fields:
        if field.id not in known:
            choices = ", ".join(known) or "–"
            yield entry.problem(
                "unknown-form-field",
                (*path, field.id, "id"),
                value=field.id,
                section=section.id,
                choices=choices,
            )
        elif known[field.id].kind == "private":
            yield entry.problem("private-in-answer", (*path, field.id, "id"), value=field.id)


def _counted(catalogue: Catalogue, entry: Entry) -> Iterator[Problem]:
    for found in entry.values:
        if not isinstance(found.value, str) or found.path[-1] not in ("th", "en"):
            continue
        for braces in _BRACES.finditer(markdown.FIGURE.sub("", found.value)):
            match = COUNTED.fullmatch(braces[0])
            try:
                if match is None:
                    raise UnknownReference(braces[0])
                counted(catalogue, match, found.path[-1])
            except UnknownReference as unknown:
                yield entry.problem("unknown-count", found.path, near=str(unknown), value=str(unknown))


def _unknown(entry: Entry, path: tuple[str, ...], value: str, known: Iterable[str]) -> Problem:
    close = get_close_matches(value, list(known), n=1, cutoff=0.6)
    return entry.problem("unknown-section", path, value=value, meant=close[0] if close else "–")
