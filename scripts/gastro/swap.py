"""Puts a finished folder (a site, a dossier) in the place of the old one, whole or not at all."""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

MARKER = ".gastro-site"
"""A file in every site we built: only a folder that has its marker, or an empty one, is replaced."""

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


class NotOurs(Exception):
    """The folder to replace holds something that we did not make."""


def ensure_replaceable(site: Path, marker: str = MARKER) -> None:
    """Raise NotOurs if ``site`` is a file, or a folder with something else in it."""
    if not site.exists():
        return
    if not site.is_dir() or (any(site.iterdir()) and not (site / marker).is_file()):
        raise NotOurs(str(site))


@contextmanager
def beside(target: Path) -> Iterator[Path]:
    """A new folder beside ``target`` to make its next edition in; gone afterwards unless put in place.

    Removes first what a run that was killed left there.
    """
    target = target.resolve()
    target.parent.mkdir(parents=True, exist_ok=True)
    for left in target.parent.glob(f".{target.name}-building-*"):
        shutil.rmtree(left, ignore_errors=True)
    folder = Path(tempfile.mkdtemp(prefix=f".{target.name}-building-", dir=target.parent))
    folder.chmod(0o755)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def put_in_place(new: Path, site: Path, marker: str = MARKER) -> None:
    """Swap ``new`` (a folder beside ``site``) into its place and remove the old site.

    Where the system can, the two names change places in one step; else the old site is
    renamed first, and put back should the second step fail.
    """
    (new / marker).touch()
    ensure_replaceable(site, marker)
    if not site.exists():
        new.rename(site)
        return
    if _exchange(new, site):
        shutil.rmtree(new)
        return
    aside = new.with_name(f"{new.name}.old")
    site.rename(aside)
    try:
        new.rename(site)
    except OSError:
        aside.rename(site)
        raise
    shutil.rmtree(aside)


def _exchange(one: Path, other: Path) -> bool:
    """Let two folders change names in one step (Linux); False where that is not to be had."""
    if not sys.platform.startswith("linux"):
        return False
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except AttributeError:
        return False
    return bool(renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0)
