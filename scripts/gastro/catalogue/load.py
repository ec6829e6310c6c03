"""Reads a content folder into a catalogue, with every problem met on the way."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from gastro.catalogue.catalogue import Catalogue, Entry
from gastro.catalogue.picture_files import PICTURES, PictureFiles, orphans
from gastro.problems import Problem, Spot, problem
from gastro.reading import Document
from gastro.reading.outlines_file import read_outlines
from gastro.reading.yaml_reader import read_file
from gastro.records.exceptions import Exceptions, Exemption
from gastro.records.kinds import CONTENT_KINDS, KINDS
from gastro.records.validate import validate
from gastro.records.values import is_slug

EXCEPTIONS_FILE = "exceptions.yml"
Progress = Callable[[list[Path]], Iterable[Path]]


@dataclass(frozen=True)
class Loaded:
    """What could be read, and every problem in what could not."""

    catalogue: Catalogue
    problems: tuple[Problem, ...]
    documents: dict[str, Document]
    exceptions: tuple[Exemption, ...] = ()

    @property
    def lines(self) -> dict[str, tuple[str, ...]]:
        """The lines of each file by path, for reports to quote."""
        return {path: document.lines for path, document in self.documents.items()}


def load(content: Path, progress: Progress = list) -> Loaded:
    """Read every record under ``content``; never raises for what the files hold.

    ``progress`` wraps the list of files, for a progress bar.
    """
    return Reader(content).load(progress)


class Reader:
    """Reads a content folder again and again, each file only when it has changed."""

    def __init__(self, content: Path) -> None:
        self.content = content
        self._read: dict[Path, tuple[tuple[int, int], Document, Entry | None, list[Problem]]] = {}
        self._pictures = PictureFiles()

    def load(self, progress: Progress = list) -> Loaded:
        """What the folder holds now; records whose files are as before are the same objects."""
        problems: list[Problem] = []
        entries: list[Entry] = []
        documents: dict[str, Document] = {}
        unread: dict[str, Document] = {}
        files, strays = _files(self.content)
        problems.extend(strays)
        for file in progress(files):
            document, entry, found = self._file(file)
            documents[document.path] = document
            problems.extend(found)
            problems.extend(self._pictures.problems(file, document))
            if entry is not None:
                entries.append(entry)
            else:
                unread[document.path.removesuffix(".yml")] = document
        problems.extend(orphans(self.content, documents.values()))
        exceptions, found = self._exceptions(documents)
        outlines, missing = read_outlines(self.content)
        catalogue = Catalogue(entries, unread, outlines)
        return Loaded(catalogue, tuple(sorted([*problems, *found, *missing])), documents, exceptions)

    def _file(self, file: Path) -> tuple[Document, Entry | None, list[Problem]]:
        path = file.relative_to(self.content).as_posix()
        try:
            stat = file.stat()
        except OSError:
            return load_file(file, path)
        stamp = (stat.st_mtime_ns, stat.st_size)
        known = self._read.get(file)
        if known is None or known[0] != stamp:
            known = (stamp, *load_file(file, path))
            self._read[file] = known
        return known[1:]

    def _exceptions(self, documents: dict[str, Document]) -> tuple[tuple[Exemption, ...], list[Problem]]:
        file = self.content / EXCEPTIONS_FILE
        if not file.is_file():
            return (), []
        document = documents[EXCEPTIONS_FILE] = read_file(file, EXCEPTIONS_FILE)
        record, found = validate(Exceptions, document)
        return record.exceptions if record else (), [*document.problems, *found]


def load_file(
    file: Path, path: str, kind: str = "", id: str = ""
) -> tuple[Document, Entry | None, list[Problem]]:
    """Read one record; ``path`` is ``<kind>/<id>.yml``, unless kind and id are given."""
    document = read_file(file, path)
    problems = list(document.problems)
    kind, id = kind or path.split("/", maxsplit=1)[0], id or file.stem
    if not is_slug(file.stem):
        problems.append(problem("bad-file-name", path, Spot(), value=file.name))
    record, found = validate(KINDS[kind].model, document)
    read_already = {(known.line, known.column) for known in document.problems}
    problems.extend(new for new in found if (new.line, new.column) not in read_already)
    if record is None or document.problems:
        return document, None, problems
    return document, Entry(kind, id, record, document), problems


def _files(content: Path) -> tuple[list[Path], list[Problem]]:
    """Record files in order, and a problem for each file or folder that is out of place."""
    files: list[Path] = []
    problems: list[Problem] = []
    for child in _children(content):
        name = child.name
        if child.is_dir() and name in CONTENT_KINDS:
            found, strays = _files_of_kind(child, name)
            files.extend(found)
            problems.extend(strays)
        elif child.is_dir() and name in ("dossier", "map"):
            continue
        elif name != EXCEPTIONS_FILE:
            kinds = ", ".join(CONTENT_KINDS)
            problems.append(problem("out-of-place", name, Spot(), value=name, kinds=kinds))
    return files, problems


def _files_of_kind(folder: Path, kind: str) -> tuple[list[Path], list[Problem]]:
    files: list[Path] = []
    problems: list[Problem] = []
    for child in _children(folder):
        path = f"{kind}/{child.name}"
        if child.is_file() and child.suffix == ".yml":
            files.append(child)
        elif child.is_file() and child.suffix == ".yaml":
            problems.append(problem("yaml-suffix", path, Spot(), value=child.name, name=f"{child.stem}.yml"))
        elif not (child.is_file() and child.suffix.lower() in PICTURES.get(kind, ())):
            kinds = ", ".join(CONTENT_KINDS)
            problems.append(problem("out-of-place", path, Spot(), value=child.name, kinds=kinds))
    return files, problems


def _children(folder: Path) -> Iterator[Path]:
    return iter(sorted(child for child in folder.iterdir() if not child.name.startswith(".")))
