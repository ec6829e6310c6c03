"""The pages of the dossier, in both languages: the forms, and how far each submission is.

They are made from the public records and the public files of content/dossier/ alone: what is
consented, and every other private value, never reaches this module.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from gastro.catalogue import Catalogue
from gastro.catalogue.changes import Changed
from gastro.dossier.attachments import held_papers, letters_of, paper_line
from gastro.dossier.filled import filled
from gastro.dossier.pages.forms import MARKS, form_pages, host, same_grounds
from gastro.dossier.pages.progress import STATES, Progress, first_line, photo_count, progress_of, sources_of
from gastro.pages import Pages
from gastro.pages.environment import environment, html_letters
from gastro.pages.page import Page
from gastro.text.dates import LANGUAGES, Lang

FORMS = "help/forms"
DOSSIER = "help/dossier"
_Order = tuple[str, str, Mapping[str, Any]]
"""Path under a language's folder, template, values."""


def dossier_pages(
    catalogue: Catalogue, *, site_url: str, repository: str, changes: Iterable[Changed]
) -> Pages:
    """The pages of a catalogue that holds the dossier too; without a dossier its two lists say so.

    ``changes`` tell on which day the records were last changed, and so how old figures are.
    """
    orders = list(_orders(catalogue, site_url, _newest(changes)))
    return {
        f"{lang}/{path}": _write(catalogue, lang, path, template, {"repository": repository, **values})
        for path, template, values in orders
        for lang in LANGUAGES
    }


def _orders(catalogue: Catalogue, site_url: str, as_of: date | None) -> Iterator[_Order]:
    forms = tuple(form_pages(catalogue))
    progress = tuple(
        progress_of(filled(catalogue, entry.id, site_url), as_of) for entry in catalogue.of("submissions")
    )
    yield f"{FORMS}/index.md", "forms.md.jinja", {"forms": forms}
    for form in forms:
        yield f"{FORMS}/{form.id}.md", "form.md.jinja", {"about": form}
    yield f"{DOSSIER}/index.md", "dossier.md.jinja", {"submissions": progress, "forms": forms}
    for one in progress:
        yield f"{DOSSIER}/{one.filled.id}.md", "dossier_submission.md.jinja", {"progress": one}


def _newest(changes: Iterable[Changed]) -> date | None:
    return max((one.date.end.last_day for one in changes), default=None)


def _write(catalogue: Catalogue, lang: Lang, path: str, template: str, values: Mapping[str, Any]) -> str:
    page = Page(catalogue, lang, path)
    told = {
        "page": page,
        "words": page.words,
        "lang": lang,
        "marks": MARKS,
        "states": STATES,
        "host": host,
        "same_grounds": same_grounds,
        "first_line": first_line,
        "sources_of": sources_of,
        "photo_count": photo_count,
        "letters_of": letters_of,
        "held_papers": held_papers,
        "paper_line": paper_line,
        "share": _share,
        "spoken": lambda text: html_letters(str(text), lang),
        **values,
    }
    text = environment(lang).get_template(template).render(told)
    return _tidy(text)


def _share(progress: Progress) -> Iterator[tuple[str, int, int]]:
    """The states as stretches of a bar: state, where it begins, how long it is, in sections."""
    at = 0
    for state in STATES:
        if count := progress.states[state]:
            yield state, at, count
        at += count


def _tidy(text: str) -> str:
    """No trailing spaces, one line end at the end."""
    return "\n".join(line.rstrip() for line in text.strip().splitlines()) + "\n"
