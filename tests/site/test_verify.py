"""The reader of built pages finds broken links, dead anchors, missing twins, wrong languages."""

from __future__ import annotations

from pathlib import Path

from gastro.site.verify import verify


def _site(folder: Path, **extra: str) -> Path:
    pages = {
        "index.html": '<html lang="th"><a href="a/">ก</a></html>',
        "a/index.html": '<html lang="th"><h1 id="top">ก</h1><a href="../">บ้าน</a></html>',
        "en/index.html": '<html lang="en"><a href="a/#top">A</a></html>',
        "en/a/index.html": '<html lang="en"><h1 id="top">A</h1></html>',
    } | extra
    for path, text in pages.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return folder


def _english(faults: list) -> list[str]:  # type: ignore[type-arg]
    return [f"{fault.page}: {fault.message.en}" for fault in faults]


def test_a_sound_site_has_no_faults(tmp_path: Path) -> None:
    assert verify(_site(tmp_path)) == []


def test_a_broken_link(tmp_path: Path) -> None:
    site = _site(tmp_path, **{"en/index.html": '<html lang="en"><a href="b/">B</a></html>'})
    assert _english(verify(site)) == ["en/index.html: broken link: b/"]


def test_a_link_that_climbs_out_of_the_site(tmp_path: Path) -> None:
    site = _site(tmp_path, **{"index.html": '<html lang="th"><a href="../x/">x</a></html>'})
    assert _english(verify(site)) == ["index.html: broken link: ../x/"]


def test_a_dead_anchor(tmp_path: Path) -> None:
    site = _site(tmp_path, **{"index.html": '<html lang="th"><a href="a/#gone">x</a></html>'})
    assert _english(verify(site)) == ["index.html: dead anchor: a/#gone"]


def test_an_anchor_in_thai_is_found(tmp_path: Path) -> None:
    site = _site(
        tmp_path,
        **{
            "index.html": '<html lang="th"><i id="ตาล"></i><a href="#%E0%B8%95%E0%B8%B2%E0%B8%A5">x</a></html>'
        },
    )
    assert verify(site) == []


def test_a_missing_picture(tmp_path: Path) -> None:
    site = _site(tmp_path, **{"index.html": '<html lang="th"><img src="x.svg"></html>'})
    assert _english(verify(site)) == ["index.html: broken link: x.svg"]


def test_a_page_without_its_twin(tmp_path: Path) -> None:
    site = _site(tmp_path, **{"b/index.html": '<html lang="th"></html>'})
    assert _english(verify(site)) == ["b/index.html: no twin in the other language: en/b/index.html"]


def test_a_page_in_the_wrong_language(tmp_path: Path) -> None:
    site = _site(tmp_path, **{"en/a/index.html": '<html lang="th"><h1 id="top">A</h1></html>'})
    assert _english(verify(site)) == ["en/a/index.html: the language of the page is not en"]


def test_an_id_used_twice(tmp_path: Path) -> None:
    site = _site(tmp_path, **{"index.html": '<html lang="th"><i id="x"></i><i id="x"></i></html>'})
    assert _english(verify(site)) == ["index.html: an id is used twice: x"]


def test_a_page_that_has_moved_to_nowhere(tmp_path: Path) -> None:
    moved = '<html lang="{}"><meta http-equiv="refresh" content="0; url=../{}/"></html>'
    site = _site(
        tmp_path, **{"b/index.html": moved.format("th", "a"), "en/b/index.html": moved.format("en", "c")}
    )
    assert _english(verify(site)) == ["en/b/index.html: broken link: ../c/"]


def test_a_site_under_a_path(tmp_path: Path) -> None:
    site = _site(
        tmp_path, **{"404.html": '<html lang="th"><a href="/phetchaburi/a/">ก</a><a href="/a/">ข</a></html>'}
    )
    assert _english(verify(site, "/phetchaburi/")) == ["404.html: broken link: /a/"]
