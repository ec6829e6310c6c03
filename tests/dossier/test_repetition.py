"""Words that stand twice are found, however they are broken into lines or written large."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from gastro.dossier.repetition import shared_stretch

SAID = "the fair shows the food of all eight districts every year in march"


def test_twelve_words_in_a_row_are_a_repetition() -> None:
    left = f"Before that, {SAID}; and more."
    broken = SAID.title().replace(" Food", "\n Food")
    right = f"Elsewhere {broken} again."
    assert shared_stretch(left, right) == SAID


def test_eleven_words_are_none() -> None:
    words = SAID.split()[:11]
    assert shared_stretch(" ".join([*words, "left"]), " ".join([*words, "right"])) == ""


def test_the_longest_stretch_is_told() -> None:
    short, long = SAID, " ".join(f"word{number}" for number in range(20))
    assert shared_stretch(f"{short} x {long}", f"{long} y {short}") == long


@given(st.lists(st.sampled_from("abc"), max_size=40), st.lists(st.sampled_from("abc"), max_size=40))
def test_what_is_found_stands_in_both(left: list[str], right: list[str]) -> None:
    found = shared_stretch(" ".join(left), " ".join(right), least=3)
    if found:
        assert found in " ".join(left)
        assert found in " ".join(right)
    else:
        runs = {tuple(left[at : at + 3]) for at in range(len(left) - 2)}
        assert not any(tuple(right[at : at + 3]) in runs for at in range(len(right) - 2))
