"""What stands beside the pages: every file that pages name, and no cards in a preview."""

from __future__ import annotations

from pathlib import Path

import pytest

from gastro.catalogue import load
from gastro.pages.render import Setting
from gastro.site.edition import edition

SAMPLE = Path(__file__).parents[1] / "sample"


@pytest.mark.parametrize("cards", [True, False])
def test_share_cards_are_drawn_unless_they_are_not_wanted(tmp_path: Path, *, cards: bool) -> None:
    made = edition(load(SAMPLE).catalogue, SAMPLE, tmp_path / "cache", Setting(), cards=cards)
    paths = [path for path, _ in made.assets]
    assert len(paths) == len(set(paths))
    assert any(path.startswith("assets/cards/th/") for path in paths) is cards
    assert any(path.startswith("assets/codes/en/") for path in paths)
    assert all(isinstance(content, bytes) or content.is_file() for _, content in made.assets)
