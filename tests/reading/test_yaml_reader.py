"""Reading YAML: values stay as written, every slip is named on its line, nothing raises."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gastro.problems.codes import load_codes
from gastro.reading import Document, read_yaml
from gastro.reading.yaml_reader import MAX_BYTES, MAX_DEPTH, MAX_NODES, read_file

PATH = "desserts/khanom-tan.yml"


def read(text: str | bytes) -> Document:
    return read_yaml(text.encode("utf-8") if isinstance(text, str) else text, PATH)


def values(text: str) -> dict[str, object]:
    document = read(text)
    assert document.problems == ()
    assert document.root is not None
    return document.root.plain()


def found(text: str | bytes) -> list[tuple[str, int, int]]:
    """Code, line and column of every problem, in the order in which they were met."""
    document = read(text)
    assert {problem.path for problem in document.problems} <= {PATH}
    return [(problem.code, problem.line, problem.column) for problem in document.problems]


SURPRISES = """
no yes on Off y n true False 1:30 12:30:45 012 0o17 0x1F 1_000 1.0 1e3 .inf .NaN = -1 +66 << a#b a:b
2021-07-05 2021-07-05T10:00:00Z ขนมตาล
"""
"""Words that YAML readers are known to turn into truth, numbers, times and dates."""


@pytest.mark.parametrize("written", SURPRISES.split())
def test_values_stay_what_was_written(written: str) -> None:
    assert values(f"a: {written}") == {"a": written}


@pytest.mark.parametrize("written", ["", "~", "null", "Null", "NULL", " # a comment"])
def test_nothing_written_is_nothing(written: str) -> None:
    assert values(f"a: {written}\nb: [{written.partition('#')[0]}]")["a"] is None


@pytest.mark.parametrize("written", ["", "~", "null", "no", "1:30"])
def test_quoted_values_are_texts(written: str) -> None:
    assert values(f"a: '{written}'\nb: \"{written}\"") == {"a": written, "b": written}


def test_lists_and_maps_keep_their_shape() -> None:
    text = "name: {th: ขนมตาล, en: Khanom tan}\nseason: [2, 3]\nstory:\n  - id: a\n    th: |\n      หนึ่ง\n      สอง\n  - x\n"
    assert values(text) == {
        "name": {"th": "ขนมตาล", "en": "Khanom tan"},
        "season": ["2", "3"],
        "story": [{"id": "a", "th": "หนึ่ง\nสอง\n"}, "x"],
    }


def test_a_record_may_open_with_a_comment_and_a_marker() -> None:
    assert values("# about\n---\na: b\n...\n") == {"a": "b"}
    assert values("a: b\r\nc: d\r\n") == {"a": "b", "c": "d"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ("file-empty", 1, 1)),
        ("  \n\n \n", ("file-empty", 1, 1)),
        ("# only\n  # comments\n", ("file-empty", 1, 1)),
        ("- a", ("not-a-record", 1, 1)),
        ("\nขนมตาล", ("not-a-record", 2, 1)),
        ("[a, b]", ("not-a-record", 1, 1)),
        ("a:b", ("not-a-record", 1, 1)),
        ("a: b\n---\nc: d", ("several-documents", 2, 1)),
        ("a: b\n...\n---\nc: d", ("several-documents", 3, 1)),
        ("a: 1\nb: 2\na: 3", ("duplicate-key", 3, 1)),
        ("a:\n  b: 1\n  b: 2", ("duplicate-key", 3, 3)),
        ("a: {b: 1, b: 2}", ("duplicate-key", 1, 11)),
        ("en: *sugar", ("alias", 1, 5)),
        ("en: &a Palm sugar", ("anchor", 1, 5)),
        ("a: !!int 5", ("tag", 1, 4)),
        ("a: !new [b]", ("tag", 1, 4)),
        ("[a, b]: c", ("key-not-text", 1, 1)),
        ("'': c", ("key-not-text", 1, 1)),
        ("<<: {a: b}", ("key-not-text", 1, 1)),
        ("name:\n\tth: ก", ("tab", 2, 1)),
        ("name:\n  \tth: ก", ("tab", 2, 3)),
        ("a: ข\x07น", ("control-character", 1, 5)),
        ("a: b\nc: d\x7f", ("control-character", 2, 5)),
        ("a: b\x00", ("control-character", 1, 5)),
        ("a: b\u2028c", ("control-character", 1, 5)),
        ("a: b\x85c", ("control-character", 1, 5)),
        ("\ufeffa: b", ("byte-order-mark", 1, 1)),
    ],
)
def test_what_no_record_holds_is_named_where_it_stands(text: str, expected: tuple[str, int, int]) -> None:
    assert found(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("en: Sweets: a guide", ("colon-in-text", 1, 11)),
        ("a: b\n  c: d", ("colon-in-text", 2, 4)),
        ('a: b\nen: "Palm sugar\nc: d', ("quote-not-closed", 2, 5)),
        ("en: 'Palm sugar", ("quote-not-closed", 1, 5)),
        ('en: "1\\2"', ("backslash", 1, 7)),
        ("season: [2, 3\nb: c", ("bracket-not-closed", 1, 9)),
        ("name: {th: ก\n", ("bracket-not-closed", 1, 7)),
        ("th: @ตลาด", ("reserved-character", 1, 5)),
        ("th: `ตลาด`", ("reserved-character", 1, 5)),
        ("th: %ตลาด", ("reserved-character", 1, 5)),
        ("name:\n  th: ก\nconfidence\n", ("colon-missing", 3, 1)),
        ("- a\nb: c", ("list-indent", 2, 1)),
        ("a:\n  - b\n  c: d", ("list-indent", 3, 3)),
        ("name:\n   th: ก\n  en: a", ("indentation", 3, 3)),
        ("en: 'Palm' sugar", ("indentation", 1, 12)),
        ("th: |ก", ("yaml-syntax", 1, 6)),
        ("a: ]b", ("yaml-syntax", 1, 4)),
        ("a: - b", ("yaml-syntax", 1, 4)),
    ],
)
def test_slips_of_yaml_are_named_where_they_stand(text: str, expected: tuple[str, int, int]) -> None:
    assert found(text) == [expected]
    assert read(text).root is None


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("th: @ตลาด", "The text begins with @, which YAML keeps for itself."),
        ("a: b\x07", "There is an invisible character U+0007 here, as copying sometimes brings along."),
        ("a: 1\na: 2", "The field “a” is given twice; first on line 1."),
        ("a: *b", "*b is an alias in YAML; our records do not use them."),
        ("a: &b c", "&b is an anchor in YAML; our records do not use them."),
        ("a: !new c", "There is a tag !new; our records do not use tags."),
    ],
)
def test_problems_name_what_was_met(text: str, message: str) -> None:
    assert [problem.message.en for problem in read(text).problems] == [message]


def test_every_problem_of_a_file_is_told() -> None:
    assert found("a: &x 1\nb: *x\na: !t 2\n'': 3") == [
        ("anchor", 1, 4),
        ("alias", 2, 4),
        ("tag", 3, 4),
        ("duplicate-key", 3, 1),
        ("key-not-text", 4, 1),
    ]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("name:\n  th: ขนมตาล".encode("tis-620"), ("wrong-encoding", 2, 7)),
        ("name: café".encode("latin-1"), ("wrong-encoding", 1, 10)),
        ("th: ขน".encode() + b"\xa2", ("wrong-encoding", 1, 7)),
        ("a: ขนมตาล".encode("utf-16"), ("wrong-encoding", 1, 1)),
        ("a: ขนมตาล".encode("utf-32"), ("wrong-encoding", 1, 1)),
        (b"a: \xed\xa0\x80", ("wrong-encoding", 1, 4)),
        (b"\xef\xbb\xbfa: b", ("byte-order-mark", 1, 1)),
    ],
)
def test_other_encodings_are_named_at_the_first_strange_byte(
    data: bytes, expected: tuple[str, int, int]
) -> None:
    assert found(data) == [expected]


def test_limits_hold_and_what_is_just_within_passes() -> None:
    assert found("a: " + "x" * (MAX_BYTES - 3)) == []
    assert found("a: " + "x" * (MAX_BYTES - 2)) == [("file-too-large", 1, 1)]
    assert found("a: " + "[" * (MAX_DEPTH - 1) + "]" * (MAX_DEPTH - 1)) == []
    assert found("a: " + "[" * MAX_DEPTH + "]" * MAX_DEPTH) == [("too-deep", 1, 3 + MAX_DEPTH)]
    assert found("a: [" + "1," * (MAX_NODES - 3) + "]") == []
    assert found("a: [" + "1," * (MAX_NODES - 2) + "]") == [("too-many-values", 1, 5 + 2 * (MAX_NODES - 3))]


def test_files_that_cannot_be_opened_are_a_problem(tmp_path: Path) -> None:
    (tmp_path / "khanom-tan.yml").symlink_to(tmp_path / "nowhere")
    (tmp_path / "large.yml").write_bytes(b"#" * (MAX_BYTES + 1))
    lost, large = read_file(tmp_path / "khanom-tan.yml", PATH), read_file(tmp_path / "large.yml", PATH)
    assert [problem.message.en for problem in lost.problems] == [
        "This file cannot be opened (No such file or directory)."
    ]
    assert [problem.code for problem in large.problems] == ["file-too-large"]


GIVES_ITS_CODE = """
file-empty duplicate-key key-not-text not-a-record several-documents alias anchor tag too-deep colon-in-text
quote-not-closed backslash bracket-not-closed reserved-character list-indent indentation
"""


@pytest.mark.parametrize("code", GIVES_ITS_CODE.split())
def test_the_example_of_a_help_page_is_what_it_says(code: str) -> None:
    help_page = load_codes()[code]
    assert [met for met, _, _ in found(help_page.before)] == [code]
    assert code not in [met for met, _, _ in found(help_page.after)]


FRAGMENTS = """
a b : - [ ] { } , " ' &x *x ! !!str | |- > ? # %YAML ... <<: ~ null \\ \\x \u00a0 ก ำ @ ` 0 1:30 = a: - # 'x' "\\x02"
"""
SPACES = [" ", "\n", "\n  ", "\n    ", "\t", "\r", "\r\n", ": ", "- "]
STRANGE = ["\x00", "\x0b", "\x85", "\u2028", "\ufffe", "🎉"]
fragments = st.sampled_from([*FRAGMENTS.split(), *SPACES, *STRANGE])
yaml_texts = st.one_of(
    st.lists(fragments, max_size=14).map("".join),
    st.text(st.characters(exclude_characters="\ufeff"), max_size=40),
)


def _sound(document: Document) -> bool:
    return all(
        problem.line == 1 or 1 <= problem.line <= len(document.lines) for problem in document.problems
    ) and bool(document.root or document.problems)


@given(st.binary(max_size=60))
def test_no_bytes_make_reading_fail(data: bytes) -> None:
    assert _sound(read(data))


@given(yaml_texts)
def test_no_text_makes_reading_fail(text: str) -> None:
    assert _sound(read(text.encode("utf-8", "replace")))


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Zl", "Zp", "Cn"]), max_size=30))
def test_quoted_text_is_read_back(text: str) -> None:
    quoted = "'" + text.replace("'", "''") + "'"
    assert values(f"a: {quoted}") == {"a": text}
