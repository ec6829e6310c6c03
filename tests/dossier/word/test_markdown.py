"""Words set in runs, as the Markdown of records."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gastro.dossier.document import Run
from gastro.dossier.word.markdown import Piece, list_of, markdown, piece_of
from gastro.text.markdown import plain
from tests.dossier.word.sample import runs_of


@pytest.mark.parametrize(
    ("pieces", "text"),
    [
        ([Piece("a "), Piece("b", bold=True), Piece(" c")], "a **b** c"),
        ([Piece("a"), Piece(" b ", bold=True), Piece("c")], "a **b** c"),
        ([Piece("เนื้อ"), Piece("ลูกตาล", italic=True), Piece("สุก")], "เนื้อ*ลูกตาล*สุก"),
        ([Piece("“ตาล”", bold=True), Piece("ต่อ")], "**“ตาล**”ต่อ"),
        ([Piece("x", bold=True), Piece("y", bold=True, italic=True)], "**x*****y***"),
        (
            [Piece("said"), Piece("1", cites="a-b"), Piece(", ", raised=True), Piece("2", cites="c")],
            "said [^a-b] [^c]",
        ),
        ([Piece("see "), Piece("it", link="places/x"), Piece(".")], "see [it](places/x)."),
        ([Piece("a (b)", link="https://x.org/(y)")], "[a (b)](<https://x.org/(y)>)"),
        ([Piece("12", code="{{ figure:x }}"), Piece(" palms")], "{{ figure:x }} palms"),
        ([Piece("1. not a list")], "1\\. not a list"),
        ([Piece("- nor this")], "\\- nor this"),
        ([Piece("a*b_c [d] snake_case")], "a\\*b_c \\[d\\] snake_case"),
        (
            [Piece("typed [^some-source] and {{ count:desserts.tie=signature }}")],
            "typed [^some-source] and {{ count:desserts.tie=signature }}",
        ),
        ([Piece("\u00a0 a\u200b  \n b ")], "a b"),
        ([Piece("น\u0e4dา")], "นำ"),
        ([Piece("m"), Piece("2", raised=True)], "m2"),
    ],
)
def test_pieces_become_markdown(pieces: list[Piece], text: str) -> None:
    assert markdown(pieces) == text


def test_what_a_run_stands_for_comes_back() -> None:
    assert markdown([piece_of(Run("[3]", raised=True, target="source-some-book"))]) == "[^some-book]"
    assert markdown([piece_of(Run("Name: ", bold=True, origin="label:")), piece_of(Run("x"))]) == "x"
    assert markdown([piece_of(Run("34", origin="count:desserts"))]) == "{{ count:desserts }}"


def test_lists_are_one_block() -> None:
    assert list_of(["a", "b"], ordered=True) == "1. a\n2. b"
    assert list_of(["a", "b"], ordered=False) == "- a\n- b"


@given(
    st.lists(
        st.builds(
            Piece,
            st.text(st.sampled_from("ab กาำ่\"'.,()*_[]`<>&1- \u00a0"), min_size=1, max_size=8),
            bold=st.booleans(),
            italic=st.booleans(),
        ),
        max_size=6,
    )
)
def test_no_word_is_lost_and_reading_it_again_changes_nothing(pieces: list[Piece]) -> None:
    text = markdown(pieces)
    bare = markdown([Piece(piece.text) for piece in pieces])
    assert plain(text) == plain(bare)
    if text:
        assert markdown(map(piece_of, runs_of(text))) == text
