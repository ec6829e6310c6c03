"""Nothing private gets out: values are planted, everything is built, and all of it is searched."""

from __future__ import annotations

import base64
import gzip
import io
import json
import sqlite3
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from urllib.parse import quote

import pytest
from click.testing import CliRunner

from gastro.catalogue import load
from gastro.catalogue.consents import Granted, granted, load_private
from gastro.cli import cli
from gastro.pages.render import Setting
from gastro.pictures.photos import shown_photos
from gastro.rules import run
from gastro.site.data import data_of
from gastro.site.edition import edition
from tests.opendata.planted import Finder, Planted, plant

WORD = "zqwordคำลับ-value"


def _zipped(data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("inner.txt", data)
    return out.getvalue()


def _database(text: str) -> bytes:
    database = sqlite3.connect(":memory:")
    database.execute("CREATE TABLE t (a TEXT)")
    database.execute("INSERT INTO t VALUES (?)", [f"{'x' * 9000}{text}"])
    database.commit()
    return database.serialize()


@pytest.mark.parametrize(
    "hidden",
    [
        WORD.encode("utf-8"),
        WORD.encode("utf-16"),
        quote(WORD).encode(),
        quote(WORD).lower().encode(),
        json.dumps(WORD).encode(),
        "".join(f"&#{ord(sign)};" if ord(sign) > 127 else sign for sign in WORD).encode(),
        base64.b64encode(WORD.encode("utf-8")),
        base64.b64encode(f"a{WORD}b".encode()),
        base64.b64encode(f"ab{WORD}cd".encode()),
        base64.b64encode(f"abc{WORD}".encode()),
        gzip.compress(WORD.encode("utf-8"), mtime=0),
        _zipped(gzip.compress(WORD.encode("utf-8"), mtime=0)),
        _database(WORD),
    ],
    ids=range(13),
)
def test_the_search_sees_through_guises(hidden: bytes) -> None:
    find = Finder([WORD, "zqother"])
    assert find(b"before " + hidden if hidden[:2] not in (b"\x1f\x8b", b"PK", b"SQ") else hidden) == {WORD}
    assert find(b"nothing here") == set()


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Planted:
    return plant(tmp_path_factory.mktemp("planted"))


Outputs = dict[str, bytes]


@pytest.fixture(scope="module")
def made(planted: Planted, tmp_path_factory: pytest.TempPathFactory) -> Callable[[bool], Outputs]:
    """All that goes into the site, by path: Markdown, files, structured data; without the share cards, which
    are drawn letters."""
    loaded = load(planted.content)
    assert run(loaded) == ()
    consents, problems = load_private(planted.private, loaded.catalogue)
    assert problems == ()
    pictures = tmp_path_factory.mktemp("cache")

    @cache
    def make(private: bool) -> Outputs:
        held: Granted = granted(consents, "public-web", date(2026, 6, 1)) if private else {}
        setting = Setting(granted=held)
        built = edition(loaded.catalogue, planted.content, pictures, setting, cards=False)
        photos = shown_photos(loaded.catalogue, planted.content, pictures, held)
        pages, data = data_of(loaded.catalogue, replace(setting, photos=photos), files=True)
        files = {path: text.encode("utf-8") for path, text in (built.pages | pages).items()}
        for path, content in (*built.assets, *data):
            files[path] = content if isinstance(content, bytes) else content.read_bytes()
        linked = built.extra.get("linked_data", {})
        return files | {f"{path}#linked-data": linked[path].encode("utf-8") for path in linked}

    return make


def _check(files: Outputs, planted: Planted, *, private: bool) -> None:
    find = Finder(planted.secret | planted.granted | planted.kept | planted.free)
    found = {path: find(path.encode("utf-8") + b"\n" + data) | find(data) for path, data in files.items()}
    anywhere = set().union(*found.values())
    in_data = set().union(*(words for path, words in found.items() if path.startswith("data/")))
    leaks = {path: words & planted.secret for path, words in found.items() if words & planted.secret}
    assert leaks == {}
    assert in_data == planted.free, "in the data stands what is free, and nothing else that was planted"
    # That the search finds what is rightly there shows that it would have found the rest.
    assert anywhere & planted.kept, "a photo by permission is on the pages"
    assert bool(anywhere & planted.granted) is private
    if private:
        assert {"zqphone-value", "zqagreed-caption"} <= anywhere


@pytest.mark.parametrize("private", [False, True])
def test_nothing_that_is_not_allowed_is_in_what_the_site_is_made_of(
    made: Callable[[bool], Outputs], planted: Planted, private: bool
) -> None:
    _check(made(private), planted, private=private)


def test_the_data_are_the_same_with_and_without_the_private_folder(made: Callable[[bool], Outputs]) -> None:
    without, with_it = (
        {path: data for path, data in made(private).items() if path.startswith("data/")}
        for private in (False, True)
    )
    assert without == with_it
    assert len(without) > 60


@pytest.mark.verify
@pytest.mark.parametrize("private", [False, True])
def test_nothing_that_is_not_allowed_is_in_the_built_site(
    planted: Planted, tmp_path: Path, private: bool
) -> None:
    arguments = ["build", "--content", str(planted.content), "--site", str(tmp_path / "site")]
    arguments += ["--private", str(planted.private)] if private else []
    result = CliRunner().invoke(cli, arguments)
    assert result.exit_code == 0, result.output
    files = {
        file.relative_to(tmp_path / "site").as_posix(): file.read_bytes()
        for file in (tmp_path / "site").rglob("*")
        if file.is_file()
    }
    # The page of the data stands beside them and may not hold any of it either.
    _check(files, planted, private=private)
