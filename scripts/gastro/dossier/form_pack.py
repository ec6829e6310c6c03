"""The form pack: one plain text file a field, ready to be pasted into an online form.

``index.txt`` lists the files in the order of the form, with words and characters counted.
"""

from __future__ import annotations

from collections.abc import Iterator

from gastro.dossier.counting import length
from gastro.dossier.filled import Filled, FilledSection, initiative_texts, item_title
from gastro.dossier.wording import Wording
from gastro.pages.labels import labels
from gastro.records.submissions import FieldAnswer


def form_pack(filled: Filled) -> Iterator[tuple[str, str]]:
    """Names of files and their text, the index last."""
    wording = filled.wording("en")
    lines = [filled.submission.name.en, filled.submission.notice.en, labels("en")["dossier-counting"], ""]
    for number, one in enumerate(filled.sections, start=1):
        for name, text in _texts(filled, wording, one):
            file = f"{number:02}-{name}.txt"
            size = length(text)
            limit = f"; limit {one.limit} {one.unit}" if one.limit else ""
            lines.append(f"{file}: {size.words} words, {size.characters} characters{limit}")
            yield file, text.strip() + "\n"
        if not one.written and one.section.kind != "heading":
            lines.append(f"{number:02}-{one.id}: {labels('en')['dossier-empty']}")
    yield "index.txt", "\n".join(lines) + "\n"


def _texts(filled: Filled, wording: Wording, one: FilledSection) -> Iterator[tuple[str, str]]:
    answer = one.answer
    if answer is None:
        return
    if answer.passages:
        yield one.id, "\n\n".join(wording.plain(passage.en) for passage in answer.passages)
    if answer.choice:
        yield one.id, answer.choice
    if answer.nothing and filled.form.empty_phrase:
        yield one.id, filled.form.empty_phrase.phrase
    for field in answer.fields:
        yield f"{one.id}--{field.id}", _value(wording, field)
    for item in answer.items:
        told = [wording.plain(text.en) for _, text in initiative_texts(filled.catalogue, item.initiative)]
        if told:
            title = item_title(filled, item, "en")
            yield f"{one.id}--{item.id}", "\n\n".join((title, *told))
        for field in item.fields:
            yield f"{one.id}--{item.id}--{field.id}", _value(wording, field)


def _value(wording: Wording, field: FieldAnswer) -> str:
    if field.number is not None:
        return f"{field.number}"
    if field.label is not None:
        return field.label.en
    return "\n\n".join(wording.plain(passage.en) for passage in field.passages)
