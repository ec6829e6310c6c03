"""Picture files beside their records: each is there and sound, and none lies without a record."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from gastro.problems import Problem, Spot, problem
from gastro.reading import Document, Scalar, locate
from gastro.reading import Mapping as Tree
from gastro.reading.drawing_file import inspect_drawing
from gastro.reading.picture_file import OTHER_SUFFIXES, SUFFIXES, Fault, inspect_picture
from gastro.text.thai import normalise

PHOTOS: Final = "photos"
ILLUSTRATIONS: Final = "illustrations"
PICTURES: Final[Mapping[str, frozenset[str]]] = {
    PHOTOS: frozenset(suffix for suffixes in (*SUFFIXES.values(), OTHER_SUFFIXES) for suffix in suffixes),
    ILLUSTRATIONS: frozenset({".svg"}),
}
"""By kind of record: the endings of files that lie beside its records."""

_Stamp = tuple[int, int] | None


class PictureFiles:
    """Inspects picture files again and again, each only when it has changed."""

    def __init__(self) -> None:
        self._seen: dict[Path, tuple[_Stamp, tuple[Fault, ...]]] = {}

    def problems(self, file: Path, document: Document) -> Iterator[Problem]:
        """What is wrong with the picture of the record in ``file``; nothing for other kinds."""
        kind = document.path.partition("/")[0]
        name = _picture_of(document) if kind in PICTURES else ""
        if not name:
            return
        for fault in self._faults(kind, file.parent, name):
            if fault.spot is not None:
                yield problem(fault.code, f"{kind}/{name}", fault.spot, "", **fault.values)
                continue
            field = "file" if kind == PHOTOS else ""
            spot = locate(document.root, ("file",)) if field and document.root else Spot()
            yield problem(fault.code, document.path, spot, field, **fault.values)

    def _faults(self, kind: str, folder: Path, name: str) -> tuple[Fault, ...]:
        file = folder / name
        stamp = _stamp(file)
        known = self._seen.get(file)
        # A missing file is looked for each time: that costs nothing and has no stamp.
        if known is None or stamp is None or known[0] != stamp:
            known = self._seen[file] = (stamp, _inspect(kind, folder, name))
        return known[1]


def orphans(content: Path, documents: Iterable[Document]) -> Iterator[Problem]:
    """A problem for each picture file that no record names."""
    named: set[str] = set()
    for document in documents:
        kind, _, file_name = document.path.partition("/")
        if kind in PICTURES:
            # A record that does not say its picture has a problem of its own: no second one here.
            named.add(f"{kind}/{_picture_of(document) or Path(file_name).stem}")
    for kind, suffixes in PICTURES.items():
        folder = content / kind
        files = sorted(folder.iterdir()) if folder.is_dir() else []
        for file in files:
            path = f"{kind}/{file.name}"
            hidden = file.name.startswith(".")
            if (
                hidden
                or not file.is_file()
                or file.suffix.lower() not in suffixes
                or named & {path, f"{kind}/{file.stem}"}
            ):
                continue
            id = re.sub(r"[^a-z0-9]+", "-", file.stem.lower()).strip("-") or "…"
            if kind == ILLUSTRATIONS:
                yield problem("drawing-orphan", path, Spot(), value=file.name, name=f"{kind}/{file.stem}.yml")
            else:
                yield problem("picture-orphan", path, Spot(), value=file.name, name=f"{kind}/{id}.yml")


def _inspect(kind: str, folder: Path, name: str) -> tuple[Fault, ...]:
    if kind == ILLUSTRATIONS:
        return inspect_drawing(folder, name)
    found = inspect_picture(folder, name)
    return (found,) if isinstance(found, Fault) else ()


def _picture_of(document: Document) -> str:
    """The name of the picture a record says or, for a drawing, has; empty where it says none."""
    kind, _, file = document.path.partition("/")
    if kind == ILLUSTRATIONS:
        return f"{file.removesuffix('.yml')}.svg"
    entry = document.root.entries.get("file") if isinstance(document.root, Tree) else None
    value = entry.value if entry else None
    return normalise(value.text).strip() if isinstance(value, Scalar) else ""


def _stamp(file: Path) -> _Stamp:
    try:
        status = file.lstat()
    except (OSError, ValueError):
        return None
    return status.st_mtime_ns, status.st_size
