"""Reads the forms and the answers, which lie in content/dossier/ apart from the records.

They are given as a catalogue of their own over the records: rules see both, the public site
never sees them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from gastro.catalogue.catalogue import Catalogue, Entry
from gastro.catalogue.load import Loaded, load_file
from gastro.problems import Problem, Spot, problem
from gastro.reading import Document

FOLDER = "dossier"
FORMS = "forms"
SUBMISSION = "submission.yml"


@dataclass(frozen=True)
class DossierFiles:
    """Forms, submissions and answers as entries; ids of answers are ``<submission>.<section>``."""

    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...]
    documents: dict[str, Document]


def load_dossier(content: Path) -> DossierFiles:
    """Read ``content/dossier/``; empty where there is none. Never raises for what the files hold."""
    entries: list[Entry] = []
    problems: list[Problem] = []
    documents: dict[str, Document] = {}
    for file, kind, id in _files(content / FOLDER):
        path = file.relative_to(content).as_posix()
        if not kind:
            problems.append(problem("dossier-out-of-place", path, Spot(), value=file.name))
            continue
        document, entry, found = load_file(file, path, kind, id)
        documents[path] = document
        problems.extend(found)
        if entry is not None:
            entries.append(entry)
    return DossierFiles(tuple(entries), tuple(sorted(problems)), documents)


def with_dossier(loaded: Loaded, dossier: DossierFiles) -> Loaded:
    """Records and dossier together, for the rules to judge and reports to quote."""
    catalogue = Catalogue(
        [*loaded.catalogue, *dossier.entries], loaded.catalogue.unread, loaded.catalogue.outlines
    )
    problems = tuple(sorted([*loaded.problems, *dossier.problems]))
    return Loaded(catalogue, problems, loaded.documents | dossier.documents, loaded.exceptions)


def _files(folder: Path) -> Iterator[tuple[Path, str, str]]:
    """Every file with its kind and id; no kind where it does not belong."""
    if not folder.is_dir():
        return
    for child in _visible(folder):
        if child.is_file():
            yield child, "", ""
            continue
        for file in _visible(child):
            if file.is_dir() or file.suffix != ".yml":
                yield file, "", ""
            elif child.name == FORMS:
                yield file, "forms", file.stem
            elif file.name == SUBMISSION:
                yield file, "submissions", child.name
            else:
                yield file, "answers", f"{child.name}.{file.stem}"


def _visible(folder: Path) -> list[Path]:
    return sorted(child for child in folder.iterdir() if not child.name.startswith("."))
