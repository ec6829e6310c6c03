"""Names that every stick and system can hold."""

from __future__ import annotations

import pytest

from gastro.site.offline_copy.names import LONGEST, unfit


def test_the_names_of_the_site_are_fit() -> None:
    assert (
        list(unfit(["START-HERE.html", "site/.gastro-offline", "site/a/console.html", "site/ขนม/b.svg"]))
        == []
    )


@pytest.mark.parametrize(
    "part",
    ["a:b", "a?b", 'a"b', "a|b", "a\\b", "a\tb", "a*", "<a>", "nul", "CON.txt", "com1.html", "a.", "a "],
)
def test_a_name_that_windows_does_not_take(part: str) -> None:
    ((path, message),) = unfit([f"site/{part}/index.html"])
    assert path == f"site/{part}/index.html"
    assert message.en == f"a name Windows does not take: {part}"


def test_two_names_that_differ_only_by_case() -> None:
    ((path, message),) = unfit(["site/a/b.png", "site/A/b.png", "site/a/c.png"])
    assert path == "site/a/b.png"
    assert message.en == "differs from site/A/b.png only in small and capital letters"


def test_a_path_as_long_as_may_be_and_one_longer() -> None:
    assert list(unfit(["a" * LONGEST])) == []
    ((_, message),) = unfit(["a" * (LONGEST + 1)])
    assert message.en == "a path of more than 199 characters"
