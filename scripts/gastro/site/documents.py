"""Writes generated pages beside the hand-written ones, touching only what changed."""

from __future__ import annotations

import os
from pathlib import Path

from gastro.pages import Pages
from gastro.records.kinds import PUBLIC_KINDS
from gastro.text.dates import LANGUAGES

GENERATED_FOLDERS = (
    *(kind.name for kind in PUBLIC_KINDS),
    "vocabulary",
    "criteria",
    "research",
    "map",
    "learning",
    "seasons",
    "timeline",
    "data",
    "help",
    "help/dossier",
    "help/forms",
)


def write_pages(pages: Pages, docs: Path) -> list[Path]:
    """Make ``docs`` hold just these generated pages; returns the files that changed.

    Pages of records that are gone are removed. Hand-written pages are left alone. Each
    file is written under another name and renamed, so that a reader never sees half of it.
    """
    changed = [file for path, text in pages.items() if _write(docs / path, text) for file in [docs / path]]
    return changed + _remove_others(pages, docs)


def hand_written(docs: Path) -> Pages:
    """The pages of ``docs`` that are not generated."""
    files = (file for lang in LANGUAGES for file in sorted((docs / lang).rglob("*.md")))
    named = ((file.relative_to(docs).as_posix(), file) for file in files)
    return {
        path: file.read_text(encoding="utf-8")
        for path, file in named
        if path.split("/")[1] not in (*GENERATED_FOLDERS, "index.md")
    }


def _write(file: Path, text: str) -> bool:
    data = text.encode("utf-8")
    if file.is_file() and file.read_bytes() == data:
        return False
    file.parent.mkdir(parents=True, exist_ok=True)
    temporary = file.with_name(f".{file.name}.{os.getpid()}")
    temporary.write_bytes(data)
    temporary.replace(file)
    return True


def _remove_others(pages: Pages, docs: Path) -> list[Path]:
    removed = []
    for lang in LANGUAGES:
        for folder in GENERATED_FOLDERS:
            for file in sorted((docs / lang / folder).glob("*.md")):
                if file.relative_to(docs).as_posix() not in pages:
                    file.unlink()
                    removed.append(file)
    return removed
