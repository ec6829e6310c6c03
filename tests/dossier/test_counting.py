"""How long a text is: English by spaces, Thai by known words, characters as they stand."""

from __future__ import annotations

import pytest

from gastro.dossier.counting import Length, length


@pytest.mark.parametrize(
    ("text", "words", "characters"),
    [
        ("", 0, 0),
        ("one", 1, 3),
        ("  two   words ", 2, 9),
        ("toddy-palm sugar", 2, 16),
        ("337,230 palms – counted", 3, 23),
        ("a\nb\n\nc", 3, 5),
        ("ขนมตาล", 1, 6),
        ("น้ำตาลโตนด", 1, 10),
        ("ขนมตาล 2 ลูก", 3, 12),
        ("“…”", 0, 3),
    ],
)
def test_words_and_characters(text: str, words: int, characters: int) -> None:
    assert length(text) == Length(words, characters)


def test_a_mark_typed_the_other_way_round_counts_the_same() -> None:
    assert length("น\u0e49\u0e4d\u0e32") == length("น\u0e49\u0e33")


def test_lengths_add_up() -> None:
    assert Length(1, 2) + Length(3, 4) == Length(4, 6)
    assert Length(4, 6).in_unit("words") == 4
    assert Length(4, 6).in_unit("characters") == 6
