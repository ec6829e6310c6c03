"""How long from saving a record until a browser would see it: ``gastro serve`` and, in the same
run, ``mkdocs serve``, on the project's own records.

Prints seconds (median and worst of several saves) and the ratio. Run: ``make bench``.
"""

from __future__ import annotations

import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
RECORD = "desserts/tako"
SAVES = 5
PATIENCE = 300


def main() -> None:
    """Measure both and print the table."""
    with tempfile.TemporaryDirectory(prefix="gastro-bench-") as name:
        project = copy_of_project(Path(name) / "project")
        ours = measure(project, lambda port: gastro(project, port))
        stock = measure(project, lambda port: mkdocs(project, port))
    print(f"{'from save to shown, s':24} {'median':>8} {'worst':>8}")
    for label, times in (("gastro serve", ours), ("mkdocs serve", stock)):
        print(f"{label:24} {statistics.median(times):8.2f} {max(times):8.2f}")
    print(f"ratio {statistics.median(ours) / statistics.median(stock):.2f}")


def copy_of_project(root: Path) -> Path:
    """A copy to save into, so that the project's own records stay as they are."""
    for folder in ("content", "overrides", "docs"):
        shutil.copytree(ROOT / folder, root / folder)
    (root / "scripts").symlink_to(ROOT / "scripts")
    shutil.copy(ROOT / "mkdocs.yml", root)
    return root


def gastro(project: Path, port: int) -> list[str]:
    return [
        sys.executable,
        "-m",
        "gastro",
        "serve",
        "--content",
        str(project / "content"),
        "--port",
        str(port),
    ]


def mkdocs(project: Path, port: int) -> list[str]:
    config = str(project / "mkdocs.yml")
    return [sys.executable, "-m", "mkdocs", "serve", "-q", "-f", config, "-a", f"127.0.0.1:{port}"]


def measure(project: Path, command: object) -> list[float]:
    """Seconds from each save until the page served holds what was saved."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    running = subprocess.Popen(
        command(port),  # type: ignore[operator]
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
    )
    page = f"http://127.0.0.1:{port}/{RECORD}/"
    file = project / "content" / f"{RECORD}.yml"
    text = file.read_text(encoding="utf-8")
    try:
        wait_for(page, "</html>")
        return [save(file, text, page, f"gloss {number}") for number in range(SAVES)]
    finally:
        running.terminate()
        running.wait()
        file.write_text(text, encoding="utf-8")


def save(file: Path, text: str, page: str, word: str) -> float:
    """Save a new gloss and wait for it."""
    lines = text.splitlines(keepends=True)
    at = next(number for number, line in enumerate(lines) if line.startswith("gloss:")) + 1
    lines[at] = f"  th: ขนมไทย {word}\n"
    time.sleep(1.5)
    start = time.monotonic()
    file.write_text("".join(lines), encoding="utf-8")
    wait_for(page, word)
    return time.monotonic() - start


def wait_for(page: str, text: str) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(page) as answer:
                if text in answer.read().decode("utf-8"):
                    return
        except urllib.error.URLError:
            pass
        time.sleep(0.02)
    sys.exit(f"{page} never held {text!r}")


if __name__ == "__main__":
    main()
