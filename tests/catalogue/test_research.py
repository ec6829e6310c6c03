"""Research outcomes taken together: sets, institutions, districts, goals, and what is in none."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from gastro.catalogue import Catalogue
from gastro.catalogue.criteria import support_of
from gastro.catalogue.facets import faceted
from gastro.catalogue.research import Research, is_derived, kinds_of, research_of

PLACES = {
    "places/changwat.yml": "name: {th: จังหวัด, en: Province}\nkind: province\nconfidence: strong\n",
    "places/amphoe-a.yml": "name: {th: อำเภอก, en: A}\nkind: district\nwithin: changwat\nconfidence: strong\n"
    "sources: {within: [page]}\n",
    "places/tambon-b.yml": "name: {th: ตำบลข, en: B}\nkind: tambon\nwithin: amphoe-a\nconfidence: strong\n"
    "sources: {within: [page]}\n",
    "places/tambon-c.yml": "name: {th: ตำบลค, en: C}\nkind: tambon\nwithin: amphoe-a\nconfidence: strong\n"
    "sources: {within: [page]}\n",
}
OTHERS = {
    "sources/page.yml": "title: A page\nkind: web-page\nlanguage: en\nextent: whole\nurl: https://example.org/\n"
    "read: 2026-11-01\n",
    "organisations/first.yml": "name: {th: ที่หนึ่ง, en: First}\nkind: university\nconfidence: strong\n",
    "organisations/second.yml": "name: {th: ที่สอง, en: Second}\nkind: university\nconfidence: strong\n",
}
OUTCOMES = {
    "outcomes/big-set.yml": """\
        name: {th: ชุดใหญ่, en: Big set}
        kind: project-set
        confidence: strong
        date: 2021
        institutions: [first]
        places: [tambon-b, tambon-c]
        goals: [drive-economy, quality-of-life]
        sources:
          date: [page]
          institutions: [page]
          places: [page]
          goals: [page]
          goals.quality-of-life: {sources: [page], standing: derived}
        """,
    "outcomes/machine.yml": """\
        name: {th: เครื่อง, en: Machine}
        kind: technology
        confidence: strong
        part_of: big-set
        institutions: [first, second]
        sources: {part_of: [page], institutions: [page]}
        """,
    "outcomes/paper.yml": """\
        name: {th: บทความ, en: Paper}
        kind: publication
        confidence: strong
        date: 2023-05
        places: [changwat]
        sources: {date: [page], places: [page]}
        """,
    "outcomes/old-set.yml": """\
        name: {th: ชุดเก่า, en: Old set}
        kind: project-set
        confidence: strong
        date: 2019/2020
        sources: {date: [page]}
        """,
}
EVIDENCE = {
    "sources/second-page.yml": "title: Another page\nkind: web-page\nlanguage: en\nextent: whole\n"
    "url: https://example.org/2\nread: 2026-11-01\n",
    "evidence/piece.yml": """\
        name: {th: หลักฐาน, en: Evidence}
        criterion: local-know-how
        strength: fair
        confidence: strong
        summary: {th: "ก [^second-page]", en: "A [^second-page]"}
        claims: [outcomes/big-set#date, outcomes/big-set#goals, outcomes/paper#date]
        """,
}


@pytest.fixture
def catalogue(catalogue_of: Callable[[Mapping[str, str]], Catalogue]) -> Catalogue:
    return catalogue_of(PLACES | OTHERS | OUTCOMES | EVIDENCE)


@pytest.fixture
def research(catalogue: Catalogue) -> Research:
    return research_of(catalogue)


def test_the_register_is_newest_first_and_ends_with_what_has_no_date(research: Research) -> None:
    assert [entry.id for entry in research.outcomes] == ["paper", "big-set", "old-set", "machine"]
    assert [research.number(entry) for entry in research.outcomes] == [1, 2, 3, 4]


def test_sets_come_by_year_with_their_work_and_places(research: Research) -> None:
    old, big = research.sets
    assert (old.entry.id, old.works, old.districts) == ("old-set", (), {})
    assert [entry.id for entry in big.works] == ["machine"]
    assert big.districts == {"amphoe-a": ("tambon-b", "tambon-c")}


def test_shares_tell_who_where_and_what_for(research: Research) -> None:
    told = {
        facet: [(share.id, [entry.id for entry in share.outcomes]) for share in shares if share.outcomes]
        for facet, shares in research.shares.items()
    }
    assert told == {
        "institution": [("first", ["big-set", "machine"]), ("second", ["machine"])],
        "district": [("amphoe-a", ["big-set"])],
        "goal": [("drive-economy", ["big-set"]), ("quality-of-life", ["big-set"])],
    }
    without = {facet: [entry.id for entry in entries] for facet, entries in research.without.items()}
    assert without == {
        "institution": ["paper", "old-set"],
        "district": ["paper", "old-set", "machine"],
        "goal": ["paper", "old-set", "machine"],
    }


def test_goals_that_nothing_serves_are_shown_as_such(catalogue: Catalogue, research: Research) -> None:
    assert [share.id for share in research.shares["goal"]] == list(catalogue.vocabularies["goals"])


def test_what_the_editors_concluded_is_told_apart(catalogue: Catalogue, research: Research) -> None:
    derived = {share.id: [entry.id for entry in share.derived] for share in research.shares["goal"]}
    assert derived["quality-of-life"] == ["big-set"]
    assert derived["drive-economy"] == []
    entry = catalogue.at("outcomes/big-set")
    assert is_derived(catalogue, entry, "goals", "quality-of-life")
    assert not is_derived(catalogue, entry, "goals", "drive-economy")


def test_every_share_is_what_the_filter_of_the_list_shows(catalogue: Catalogue, research: Research) -> None:
    for facet, shares in research.shares.items():
        for share in shares:
            shown = {
                entry.id
                for entry in catalogue.of("outcomes")
                if share.id in faceted(catalogue, entry).values[facet]
            }
            assert {entry.id for entry in share.outcomes} == shown
    for held in research.sets:
        shown = {
            entry.id
            for entry in catalogue.of("outcomes")
            if held.entry.id in faceted(catalogue, entry).values["set"]
        }
        assert {entry.id for entry in held.works} == shown


def test_kinds_are_counted(research: Research) -> None:
    assert kinds_of(research.outcomes) == {"project-set": 2, "technology": 1, "publication": 1}


def test_a_piece_of_evidence_tells_what_it_rests_on(catalogue: Catalogue) -> None:
    support = support_of(catalogue, catalogue.at("evidence/piece"))
    assert support.claims == ("outcomes/big-set#date", "outcomes/big-set#goals", "outcomes/paper#date")
    assert [entry.id for entry in support.records] == ["big-set", "paper"]
    assert support.sources == ("second-page", "page")
