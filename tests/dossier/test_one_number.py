"""A figure stands in one record: changed there, it is changed in the site and in all of the dossier."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from gastro.catalogue.dossier_files import FOLDER
from gastro.catalogue.load import load
from gastro.dossier.export import export
from gastro.dossier.filled import Filled
from gastro.dossier.manifest import differences
from gastro.pages.render import render
from tests.dossier.conftest import SAMPLE, WHEN, Changed
from tests.dossier.readers import READERS
from tests.dossier.word.word_file import xml

FIGURE = "figures/tua-lek-tua-yang.yml"
OLD, NEW = "337230", "445671"
PAGES = {"figures/tua-lek-tua-yang", "stories/rueang-tua-yang"}
DOCUMENTS = {
    f"sample-submission-{name}.{made}"
    for name in ("submission", "annexes", "review-th-en")
    for made in ("docx", "pdf")
}


def _site(content: Path) -> dict[str, str]:
    """The pages, but for the list of codes: its examples are fixed words, whatever the records hold."""
    pages = render(load(content).catalogue)
    return {path: text for path, text in pages.items() if not path.endswith("help/problems.md")}


def _words_of(edition: Path) -> Iterator[tuple[str, str]]:
    """Every file of an edition as it is read: name and words."""
    for file in sorted(edition.rglob("*")):
        name = file.relative_to(edition).as_posix()
        if file.suffix == ".docx":
            yield name, "".join(xml(file.read_bytes()).itertext())
        elif file.suffix == ".pdf":
            for reader, read in READERS.items():
                yield f"{name} ({reader})", read(file.read_bytes())
        elif file.is_file() and file.suffix in (".txt", ".json"):
            yield name, file.read_text(encoding="utf-8")


def _with(number: str, texts: dict[str, str]) -> set[str]:
    """Names of those in which a number stands, with a comma or without; it is no number within a hash."""
    stands = re.compile(f"(?<![0-9a-f]){number[:3]},?{number[3:]}(?![0-9a-f])")
    return {name for name, text in texts.items() if stands.search(text)}


def test_a_changed_figure_is_changed_in_the_site_and_in_every_file(
    sample: Filled, changed: Changed, tmp_path: Path
) -> None:
    new = changed((FIGURE, f"value: {OLD}", f"value: {NEW}"))
    content = tmp_path / "content"
    assert (content / FOLDER).is_dir()
    pages, before = _site(content), _site(SAMPLE)
    assert _with(OLD, pages) == set()
    assert _with(NEW, pages) == _with(OLD, before)
    for page in PAGES:
        assert {f"th/{page}.md", f"en/{page}.md"} <= _with(NEW, pages)

    editions = {}
    for name, filled in (("old", sample), ("new", new)):
        export(filled, WHEN, tmp_path / name, draft=True)
        editions[name] = dict(_words_of(tmp_path / name))
    assert _with(OLD, editions["new"]) == set()
    assert _with(NEW, editions["new"]) == _with(OLD, editions["old"])
    holding = {name.partition(" (")[0] for name in _with(NEW, editions["new"])}
    assert holding == DOCUMENTS | {"form-pack/02-words.txt", "manifest.json"}
    assert all(
        f"{name} ({reader})" in _with(NEW, editions["new"])
        for name in DOCUMENTS
        if name.endswith("pdf")
        for reader in READERS
    )

    manifests = [json.loads(editions[name]["manifest.json"]) for name in ("old", "new")]
    assert [one.en for one in differences(*manifests)] == [
        "Words (trees/en): [-337,230-] {+445,671+}",
        "Words (trees/th): [-337,230-] {+445,671+}",
        "Record changed: figures/tua-lek-tua-yang",
    ]
