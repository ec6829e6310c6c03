"""The export: every file of a dossier, made beside the old edition and swapped in whole."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gastro import swap
from gastro.catalogue.versions import data_version, open_entries
from gastro.dossier.annexes import annex_document
from gastro.dossier.assembly import submission_document
from gastro.dossier.checks import Circumstances, Shortcoming, shortcomings
from gastro.dossier.filled import Filled
from gastro.dossier.form_pack import form_pack
from gastro.dossier.manifest import NAME, as_bytes, manifest
from gastro.dossier.pdf.writing import pdf
from gastro.dossier.review import review_document
from gastro.dossier.word.writing import docx

MARKER = ".gastro-dossier"
EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time a zip can hold: entries have no time of their own."""
LARGEST = 3
"""How many of the largest files and folders are named."""
Progress = Callable[[list[Any]], Iterable[Any]]


class NotReady(Exception):
    """The submission cannot be sent yet; nothing was written."""

    def __init__(self, found: tuple[Shortcoming, ...]) -> None:
        super().__init__(f"{len(found)} shortcomings")
        self.found = found


@dataclass(frozen=True, slots=True)
class Exported:
    """Where the edition stands, its files, what it still lacks, and the size of the zip in bytes.

    ``mail_most`` is the form's limit in bytes, if one is known; ``largest`` are the files and folders
    that take most room in the zip, with their bytes.
    """

    folder: Path
    files: tuple[str, ...]
    found: tuple[Shortcoming, ...]
    zip_size: int
    mail_most: int | None
    largest: tuple[tuple[str, int], ...]

    @property
    def over_mail(self) -> bool:
        """Whether the zip is larger than what may be sent by mail."""
        return self.mail_most is not None and self.zip_size > self.mail_most


def export(
    filled: Filled, when: Circumstances, out: Path, progress: Progress = list, *, draft: bool
) -> Exported:
    """Write an edition into ``out``, whole or not at all.

    Raises NotReady unless ``draft``, and swap.NotOurs where the folder holds something else.
    """
    found = shortcomings(filled, when)
    if found and not draft:
        raise NotReady(found)
    swap.ensure_replaceable(out, MARKER)
    out = out.resolve()
    files: dict[str, bytes] = {}
    with swap.beside(out) as new:
        for name, data in _files(filled, when, found, progress, draft=draft):
            files[name] = data
            _write(new / name, data)
        files[NAME] = as_bytes(manifest(filled, when.as_of, files, draft=draft))
        largest = tuple(_largest(files))
        packed = files[f"{filled.id}.zip"] = _zip(files)
        for name in (NAME, f"{filled.id}.zip"):
            _write(new / name, files[name])
        swap.put_in_place(new, out, MARKER)
    rule = filled.form.mail
    most = rule.megabytes * 1_000_000 if rule and rule.megabytes is not None else None
    return Exported(out, tuple(sorted(files)), found, len(packed), most, largest)


def _files(
    filled: Filled, when: Circumstances, found: tuple[Shortcoming, ...], progress: Progress, *, draft: bool
) -> Iterable[tuple[str, bytes]]:
    version = data_version(open_entries(filled.catalogue))
    documents = {
        "submission": submission_document(filled, when.as_of, version, draft=draft),
        "annexes": annex_document(filled, when.as_of, version, when.photos, draft=draft),
        "review-th-en": review_document(filled, when.as_of, version, found, draft=draft),
    }
    for name, document in progress(list(documents.items())):
        yield f"{filled.id}-{name}.docx", docx(document)
        yield f"{filled.id}-{name}.pdf", pdf(document)
    for photo in when.photos.values():
        yield photo.name, photo.data
    for name, text in form_pack(filled):
        yield f"form-pack/{name}", text.encode("utf-8")


def _largest(files: Mapping[str, bytes]) -> Iterable[tuple[str, int]]:
    sizes: Counter[str] = Counter()
    for name, data in files.items():
        folder, slash, _ = name.partition("/")
        sizes[folder + slash] += len(data)
    return sorted(sizes.items(), key=lambda one: (-one[1], one[0]))[:LARGEST]


def _zip(files: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for name, data in sorted(files.items()):
            info = zipfile.ZipInfo(name, EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            packed.writestr(info, data)
    return out.getvalue()


def _write(file: Path, data: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
