"""The papers that a form asks for beside its answers, and those that are held elsewhere.

The signed papers themselves are never kept with the records.
"""

from __future__ import annotations

from gastro.dossier.filled import Filled, FilledSection
from gastro.pages.labels import labels
from gastro.records.submissions import HeldPaper
from gastro.text.dates import Lang, show_date


def letters_of(filled: Filled) -> tuple[FilledSection, ...]:
    """The attachments of the form but its photos, in order."""
    photos = filled.photo_section
    return tuple(
        one
        for one in filled.sections
        if one.section.kind == "attachment" and (photos is None or one.id != photos.id)
    )


def held_papers(one: FilledSection) -> tuple[HeldPaper, ...]:
    """Papers that the answer says are held; none where there is no answer."""
    return one.answer.held if one.answer is not None else ()


def paper_line(filled: Filled, paper: HeldPaper, lang: Lang) -> str:
    """What a paper is, its number and date, and who keeps it, in one line."""
    words = labels(lang)
    parts = [str(getattr(paper.what, lang))]
    if paper.reference is not None:
        parts.append(words["dossier-paper-reference"].format(paper.reference))
    parts.append(words["dossier-paper-dated"].format(show_date(paper.date, lang)))
    parts.append(words["dossier-paper-kept"].format(getattr(filled.body(paper.kept_by), lang)))
    return " · ".join(parts)
