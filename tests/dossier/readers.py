"""Three independent readers of PDF, and what of a text they give back otherwise than it was written."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

import pymupdf
import pypdfium2
import pytest

SPACES = " \t\r\n\f\v"


def poppler(pdf: bytes) -> str:
    """What pdftotext reads, as it does unless told otherwise."""
    command = [_pdftotext(), "-enc", "UTF-8", "-", "-"]
    return subprocess.run(command, input=pdf, capture_output=True, check=True).stdout.decode("utf-8")


def mupdf(pdf: bytes) -> str:
    with pymupdf.open(stream=pdf) as document:
        return "\n\f".join(page.get_text() for page in document)


def pdfium(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "\n\f".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


READERS: dict[str, Callable[[bytes], str]] = {"poppler": poppler, "mupdf": mupdf, "pdfium": pdfium}


def faults(written: Iterable[str], read: str) -> Iterator[str]:
    """Texts that do not stand in ``read``, in their order. A line may end anywhere; a space too many or missing is a fault."""
    solid, gaps = _letters_of(read)
    reached = 0
    for text in written:
        start = solid.find(text.replace(" ", ""), reached)
        if start < 0 or not _spaced_alike(text, gaps[start : start + len(text)]):
            yield text
        else:
            reached = start + len(text.replace(" ", ""))


def faults_in_pages(written: Iterable[str], read: str) -> Iterator[str]:
    """The same for pages with columns, in whatever order these are read. A text that was written twice must be
    read twice; one that ends a page may go on in the next, between whole lines."""
    pages = [_letters_of(page) for page in read.split("\f")]
    for text, times in Counter(written).items():
        whole = sum(len(list(_places(text, *page))) for page in pages)
        if whole < times:
            whole += sum(_goes_on(text, page, following) for page, following in pairwise(pages))
        yield from [text] * (times - whole)


def _letters_of(read: str) -> tuple[str, list[str]]:
    """The letters of a text without its spaces, and what stands before each."""
    letters, gaps, gap = [], [], ""
    for character in read:
        if character in SPACES:
            gap += character
        else:
            letters.append(character)
            gaps.append(gap)
            gap = ""
    return "".join(letters), gaps


def _places(text: str, solid: str, gaps: list[str]) -> Iterator[tuple[int, int]]:
    """Where a text stands as it was written: its first letter and the one after its last."""
    letters = text.replace(" ", "")
    start = solid.find(letters)
    while start >= 0:
        if _spaced_alike(text, gaps[start : start + len(letters)]):
            yield start, start + len(letters)
        start = solid.find(letters, start + 1)


def _goes_on(text: str, page: tuple[str, list[str]], following: tuple[str, list[str]]) -> bool:
    """Whether a line of one page ends with the first part of a text, and one of the next begins with the rest."""
    for at in range(1, len(text)):
        before, after = text[:at].strip(), text[at:].strip()
        ends = any(end == len(page[0]) or "\n" in page[1][end] for _, end in _places(before, *page))
        if not ends:
            continue
        if any(start == 0 or "\n" in following[1][start] for start, _ in _places(after, *following)):
            return True
    return False


def _spaced_alike(text: str, gaps: list[str]) -> bool:
    words = text.split(" ")
    expected = [
        " " if number and place == 0 else ""
        for number, word in enumerate(words)
        for place in range(len(word))
    ]
    return all("\n" in gap or gap == space for gap, space in zip(gaps[1:], expected[1:], strict=False))


def _pdftotext() -> str:
    """Poppler's program: of the system, or apt's where we may."""
    if not shutil.which("pdftotext") and shutil.which("apt-get") and os.geteuid() == 0:
        environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
        install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "poppler-utils"]
        for command in (["apt-get", "update", "-qq"], install):
            subprocess.run(command, check=False, stdout=subprocess.DEVNULL, env=environment)
    if found := shutil.which("pdftotext"):
        return found
    pytest.skip("pdftotext is not here, and only root may install it")
