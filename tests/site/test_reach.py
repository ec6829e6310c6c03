"""Whoever the founding article names is at most three clicks from the home page."""

from __future__ import annotations

from pathlib import Path

import pytest

from gastro.pages import Pages, render
from tests.builds import project_records

CLICKS = 3
ENTITIES = (
    "outcomes/rmutp-otop-dessert-set",
    "outcomes/rmutp-ban-laem-innovation-set",
    "organisations/rmutp",
    "organisations/pmua",
    "organisations/phetchaburi-province",
    "organisations/phetchaburi-community-development-office",
    "organisations/fti-phetchaburi",
    "organisations/otop-trader-phetchaburi",
    "organisations/phetchaburi-commercial-office",
    "organisations/unesco",
    "organisations/uccn",
    "producers/ran-o-ek",
    "producers/lung-anek",
    "places/phetchaburi-provincial-hall",
    "events/meeting-5-july-2021",
    "places/amphoe-mueang-phetchaburi",
    "places/amphoe-khao-yoi",
    "places/amphoe-tha-yang",
    "places/amphoe-cha-am",
    "places/amphoe-ban-laem",
    "places/tambon-bang-khrok",
    "places/tambon-ban-laem",
    "places/tambon-bang-khun-sai",
    "places/tambon-bang-tabun",
    "places/tambon-bang-tabun-ok",
    "places/tambon-tha-raeng",
    "places/tambon-pak-thale",
    "places/tambon-bang-kaeo",
    "places/tambon-laem-phak-bia",
    "places/tambon-tha-raeng-ok",
    "ingredients/maphrao",
    "ingredients/manbeori",
    "vocabulary/goals",
)
PEOPLE = ("ประกอบ ชาติภุกต์", "กุลยศ สุวันทโรจน์", "วันเพ็ญ มังศรี")


@pytest.fixture(scope="module")
def pages() -> Pages:
    return render(project_records().catalogue)


def _links(markdown: str, path: str) -> set[str]:
    """Pages that a page's Markdown links to."""
    found = set()
    folder = Path(path).parent
    for piece in markdown.split("](")[1:]:
        target = piece.lstrip("<").partition(")")[0].rstrip(">").partition("#")[0]
        if target.endswith(".md"):
            found.add(Path(*_steps((folder / target).parts)).as_posix())
    return found


def _steps(parts: tuple[str, ...]) -> list[str]:
    out: list[str] = []
    for part in parts:
        if part == "..":
            out.pop()
        else:
            out.append(part)
    return out


@pytest.mark.parametrize("lang", ["th", "en"])
def test_every_entity_of_the_founding_article_is_three_clicks_from_home(pages: Pages, lang: str) -> None:
    reached = {f"{lang}/index.md"}
    for _ in range(CLICKS):
        reached |= {target for page in reached & pages.keys() for target in _links(pages[page], page)}
    missing = [address for address in ENTITIES if f"{lang}/{address}.md" not in reached]
    assert missing == []


def test_the_people_it_names_stand_in_their_public_role(pages: Pages) -> None:
    meeting = pages["th/events/meeting-5-july-2021.md"]
    assert [name for name in PEOPLE if name not in meeting] == []


def test_the_parser_of_the_test_reads_links() -> None:
    assert _links("[ก](<../places/x.md#y>) [b](z.md)", "th/desserts/a.md") == {
        "th/places/x.md",
        "th/desserts/z.md",
    }
