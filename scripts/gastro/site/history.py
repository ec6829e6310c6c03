"""When records and hand-written pages last changed, as version control remembers it."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from gastro.catalogue.changes import Changed
from gastro.text.dates import When

_FORMAT = "--format=%x00%cs"


def latest_changes(root: Path) -> tuple[Changed, ...]:
    """Each record's last change, newest first; a record that has one change only is new.

    Empty where the project is not a checkout, or one without its history.
    """
    last: dict[str, str] = {}
    times: dict[str, int] = {}
    for day, file in _changes(root, "content/*/*.yml"):
        address = file.removeprefix("content/").removesuffix(".yml")
        last.setdefault(address, day)
        times[address] = times.get(address, 0) + 1
    found = [Changed(address, When.parse(day), new=times[address] == 1) for address, day in last.items()]
    return tuple(sorted(found, key=lambda one: (one.date, one.new, one.address), reverse=True))


def page_changes(root: Path) -> dict[str, When]:
    """The last change of each hand-written page, by its path under docs/ (``th/about/marks.md``).

    Empty where the project is not a checkout, or one without its history.
    """
    last: dict[str, str] = {}
    for day, file in _changes(root, "docs/*.md"):
        last.setdefault(file.removeprefix("docs/"), day)
    return {path: When.parse(day) for path, day in last.items()}


def _changes(root: Path, pattern: str) -> Iterator[tuple[str, str]]:
    """The day and the file of every change to files of a pattern, newest first."""
    if _git(root, "rev-parse", "--is-shallow-repository").strip() != "false":
        return
    log = _git(root, "log", "--no-merges", "--name-only", "--relative", _FORMAT, "--", pattern)
    for commit in log.split("\0")[1:]:
        day, *files = commit.split()
        for file in files:
            yield day, file


def last_day(root: Path) -> date | None:
    """The day of the last commit; None where there is no history."""
    text = _git(root, "log", "-1", "--format=%cs").strip()
    return date.fromisoformat(text) if text else None


def _git(root: Path, *arguments: str) -> str:
    command = ["git", "-C", str(root), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)  # noqa: S603
    except FileNotFoundError:
        return ""
    return done.stdout if done.returncode == 0 else ""
