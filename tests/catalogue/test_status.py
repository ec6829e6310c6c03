"""Taking stock: counts by confidence, what is not cited, who was not confirmed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from gastro.catalogue import load
from gastro.catalogue.criteria import standings
from gastro.catalogue.status import status_of

SAMPLE = Path(__file__).parents[1] / "sample"


def test_the_sample_is_whole_but_thin() -> None:
    found = status_of(load(SAMPLE).catalogue)
    assert found.uncited == ()
    assert found.half == ()
    assert found.records["desserts"] == 1
    assert found.gaps == 1
    assert found.criteria["local-know-how"] == {"pieces": 1, "strong": 0, "fair": 1, "thin": 0, "missing": 1}
    assert "local-know-how" in found.thin
    assert found.unseen == (("sources/sample-book", "copy"),)
    assert "desserts/khanom-tua-yang#story.disputed" in found.weak
    assert found.standings["contested"] == 2


def test_a_producer_is_stale_two_years_after_it_was_confirmed() -> None:
    found = status_of(load(SAMPLE).catalogue)
    assert found.producers == (("producers/ran-tua-yang", "2025-09-08"),)
    assert found.unconfirmed(date(2027, 9, 1)) == ()
    assert found.unconfirmed(date(2027, 9, 9)) == found.producers


def test_what_is_not_cited_is_listed(tmp_path: Path) -> None:
    (tmp_path / "figures").mkdir()
    (tmp_path / "figures/many.yml").write_text(
        "name: {th: ก, en: a}\nvalue: 5\nunit: {th: ข, en: b}\nquality: counted\nconfidence: weak\n"
        "method: {th: นับ, en: Counted.}\n",
        encoding="utf-8",
    )
    found = status_of(load(tmp_path).catalogue)
    assert found.uncited == ("figures/many#value", "figures/many#method", "figures/many#method")


def test_records_behind_evidence_speak_for_its_criterion() -> None:
    found = {one.term.id: one for one in standings(load(SAMPLE).catalogue)}["local-know-how"]
    assert [entry.id for entry in found.pieces] == ["local-know-how"]
    assert [entry.id for entry in found.records["ingredients"]] == ["khai"]
    assert [entry.id for entry in found.records["desserts"]] == ["khanom-tua-yang"]
