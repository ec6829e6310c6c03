"""The preview follows what is saved, and keeps what it has while a record is wrong."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from gastro.catalogue import Catalogue, load
from gastro.catalogue.load import Reader
from gastro.site.serve import changed_addresses, neighbourhood

PATIENCE = 60


@dataclass
class Running:
    """A preview of a content folder, and what it says."""

    base: str
    said: Path

    def shows(self, path: str, text: str) -> bool:
        """Wait until a page holds a text."""
        return self._until(lambda: text in self._get(path))

    def says(self, text: str) -> bool:
        """Wait until the preview has said a text."""
        return self._until(lambda: text in self.said.read_text(encoding="utf-8"))

    def _get(self, path: str) -> str:
        try:
            with urllib.request.urlopen(self.base + path) as answer:
                return str(answer.read().decode("utf-8"))
        except urllib.error.URLError:
            return ""

    def _until(self, true) -> bool:  # type: ignore[no-untyped-def]
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            if true():
                return True
            time.sleep(0.05)
        return False


@pytest.fixture
def preview(content: Path, tmp_path: Path) -> Iterator[Running]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    said = tmp_path / "said.txt"
    command = [sys.executable, "-m", "gastro", "serve", "--content", str(content), "--port", str(port)]
    with said.open("w", encoding="utf-8") as out:
        running = subprocess.Popen(command, stdout=out, stderr=subprocess.STDOUT)
        try:
            yield Running(f"http://127.0.0.1:{port}/", said)
        finally:
            running.terminate()
            running.wait()


def _replace(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_what_is_saved_shows(preview: Running, content: Path) -> None:
    assert preview.shows("desserts/khanom-tua-yang/", "ขนมตัวอย่าง")

    _replace(content / "ingredients/khai.yml", "th: ไข่ตัวอย่าง", "th: ไข่เปลี่ยนชื่อ")
    assert preview.shows("ingredients/khai/", "ไข่เปลี่ยนชื่อ")
    assert preview.shows("ingredients/khai/", '"name":"ไข่เปลี่ยนชื่อ"')  # its structured data
    assert preview.shows("desserts/khanom-tua-yang/", "ไข่เปลี่ยนชื่อ")
    assert preview.shows("ingredients/", "ไข่เปลี่ยนชื่อ")

    _replace(content / "figures/tua-lek-tua-yang.yml", "value: 337230", "valeu: 337230")
    assert preview.says("Did you mean “value”?")
    assert preview.shows("figures/tua-lek-tua-yang/", "337,230")

    _replace(content / "figures/tua-lek-tua-yang.yml", "valeu: 337230", "value: 42000")
    assert preview.shows("figures/tua-lek-tua-yang/", "42,000")

    (content / "places/tambon-mai.yml").write_text(
        "name: {th: ตำบลใหม่, en: New tambon}\nkind: tambon\nconfidence: strong\n", encoding="utf-8"
    )
    assert preview.shows("en/places/tambon-mai/", "New tambon")
    assert preview.shows("places/", "ตำบลใหม่")


def test_only_what_depends_on_a_record_is_done_again(content: Path) -> None:
    reader = Reader(content)
    before = reader.load().catalogue
    _replace(content / "producers/ran-tua-yang.yml", "en: Sample shop", "en: Sample stall")
    after = reader.load().catalogue
    assert changed_addresses(before, after) == {"producers/ran-tua-yang"}
    near = neighbourhood(after, {"producers/ran-tua-yang"})
    assert {"desserts/khanom-tua-yang", "outcomes/ngan-wichai-tua-yang", "sources/sample-page"} <= near
    assert "recipes/khanom-tua-yang-sample-book" not in near
    assert "initiatives/khrongkan-tua-yang" not in near


def test_a_new_record_and_a_removed_one_count_as_changed(content: Path) -> None:
    catalogue = load(content).catalogue
    assert "desserts/khanom-tua-yang" in changed_addresses(Catalogue(()), catalogue)
    assert "desserts/khanom-tua-yang" in changed_addresses(catalogue, Catalogue(()))
