"""What changed last, as version control remembers it."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from gastro.site.history import latest_changes, page_changes


def git(folder: Path, *arguments: str, day: str = "2026-01-01") -> None:
    moment = f"{day}T12:00:00+07:00"
    environment = os.environ | {"GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment}
    who = ["-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(
        ["git", "-C", str(folder), *who, *arguments], check=True, capture_output=True, env=environment
    )


def save(folder: Path, path: str, text: str, day: str) -> None:
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    git(folder, "add", ".", day=day)
    git(folder, "commit", "-m", "change", day=day)


def test_each_record_has_its_last_day_and_the_newest_comes_first(tmp_path: Path) -> None:
    git(tmp_path, "init", "-b", "main")
    save(tmp_path, "content/desserts/khanom-ko.yml", "a", "2026-01-02")
    save(tmp_path, "content/places/ban-ko.yml", "a", "2026-01-03")
    save(tmp_path, "content/desserts/khanom-ko.yml", "b", "2026-01-04")
    save(tmp_path, "docs/about.md", "not a record", "2026-01-05")
    found = [(one.address, str(one.date), one.new) for one in latest_changes(tmp_path)]
    assert found == [("desserts/khanom-ko", "2026-01-04", False), ("places/ban-ko", "2026-01-03", True)]


def test_each_hand_written_page_has_its_last_day(tmp_path: Path) -> None:
    git(tmp_path, "init", "-b", "main")
    save(tmp_path, "docs/th/about/marks.md", "a", "2026-01-02")
    save(tmp_path, "docs/th/about/marks.md", "b", "2026-01-04")
    save(tmp_path, "docs/en/about/index.md", "a", "2026-01-03")
    save(tmp_path, "docs/assets/styles/site.css", "a", "2026-01-05")
    found = {path: str(day) for path, day in page_changes(tmp_path).items()}
    assert found == {"th/about/marks.md": "2026-01-04", "en/about/index.md": "2026-01-03"}


def test_a_folder_without_history_has_no_news(tmp_path: Path) -> None:
    assert latest_changes(tmp_path) == ()
    assert page_changes(tmp_path) == {}


def test_a_copy_without_its_history_has_no_news(tmp_path: Path) -> None:
    whole = tmp_path / "whole"
    whole.mkdir()
    git(whole, "init", "-b", "main")
    save(whole, "content/desserts/khanom-ko.yml", "a", "2026-01-02")
    save(whole, "content/desserts/khanom-ko.yml", "b", "2026-01-03")
    git(tmp_path, "clone", "--depth", "1", f"file://{whole}", "shallow")
    assert latest_changes(tmp_path / "shallow") == ()
    assert page_changes(tmp_path / "shallow") == {}
