"""A site is put in place whole, and nothing else is ever replaced."""

from __future__ import annotations

from pathlib import Path

import pytest

from gastro import swap


def _folder(path: Path, **files: str) -> Path:
    path.mkdir()
    for name, text in files.items():
        (path / name).write_text(text, encoding="utf-8")
    return path


def test_a_first_site_is_put_in_place(tmp_path: Path) -> None:
    new = _folder(tmp_path / "new", page="1")
    swap.put_in_place(new, tmp_path / "site")
    assert (tmp_path / "site" / "page").read_text(encoding="utf-8") == "1"
    assert not new.exists()


@pytest.mark.parametrize("exchange", [True, False])
def test_the_old_site_gives_way_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, exchange: bool
) -> None:
    if not exchange:
        monkeypatch.setattr(swap, "_exchange", lambda _one, _other: False)
    swap.put_in_place(_folder(tmp_path / "first", old="1"), tmp_path / "site")
    swap.put_in_place(_folder(tmp_path / "second", new="2"), tmp_path / "site")
    assert sorted(file.name for file in (tmp_path / "site").iterdir()) == [swap.MARKER, "new"]
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_folder_with_something_else_is_not_replaced(tmp_path: Path) -> None:
    mine = _folder(tmp_path / "site", thesis="years of work")
    with pytest.raises(swap.NotOurs):
        swap.put_in_place(_folder(tmp_path / "new", page="1"), mine)
    assert (mine / "thesis").read_text(encoding="utf-8") == "years of work"


def test_a_file_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("x", encoding="utf-8")
    with pytest.raises(swap.NotOurs):
        swap.ensure_replaceable(tmp_path / "site")


def test_the_old_site_comes_back_when_the_second_step_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(swap, "_exchange", lambda _one, _other: False)
    site = tmp_path / "site"
    swap.put_in_place(_folder(tmp_path / "first", old="1"), site)
    new = _folder(tmp_path / "second", page="2")
    rename = Path.rename

    def failing(self: Path, target: Path) -> Path:
        if self == new:
            raise OSError("no room")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises(OSError, match="no room"):
        swap.put_in_place(new, site)
    assert (site / "old").read_text(encoding="utf-8") == "1"
