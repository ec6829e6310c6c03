"""The latest changes of the records, as version control remembers them."""

from __future__ import annotations

import subprocess
from pathlib import Path

from gastro.catalogue.changes import Changed
from gastro.text.dates import When

_FORMAT = "--format=%x00%cs"


def latest_changes(root: Path) -> tuple[Changed, ...]:
    """Each record's last change, newest first; a record that has one change only is new.

    Empty where the project is not a checkout, or one without its history.
    """
    if _git(root, "rev-parse", "--is-shallow-repository").strip() != "false":
        return ()
    log = _git(root, "log", "--no-merges", "--name-only", "--relative", _FORMAT, "--", "content/*/*.yml")
    last: dict[str, str] = {}
    times: dict[str, int] = {}
    for commit in log.split("\0")[1:]:
        day, *files = commit.split()
        for file in files:
            address = file.removeprefix("content/").removesuffix(".yml")
            last.setdefault(address, day)
            times[address] = times.get(address, 0) + 1
    found = [Changed(address, When.parse(day), new=times[address] == 1) for address, day in last.items()]
    return tuple(sorted(found, key=lambda one: (one.date, one.new, one.address), reverse=True))


def _git(root: Path, *arguments: str) -> str:
    command = ["git", "-C", str(root), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)  # noqa: S603
    except FileNotFoundError:
        return ""
    return done.stdout if done.returncode == 0 else ""
