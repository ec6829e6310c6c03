"""Three independent readers of PDF, and what of a text they give back otherwise than it was written."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterable, Iterator

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
        return "\n".join(page.get_text() for page in document)


def pdfium(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


READERS: dict[str, Callable[[bytes], str]] = {"poppler": poppler, "mupdf": mupdf, "pdfium": pdfium}


def faults(written: Iterable[str], read: str) -> Iterator[str]:
    """Texts that do not stand in ``read``, in their order. A line may end anywhere; a space too many or missing is a fault."""
    letters, gaps, gap = [], [], ""
    for character in read:
        if character in SPACES:
            gap += character
        else:
            letters.append(character)
            gaps.append(gap)
            gap = ""
    solid, reached = "".join(letters), 0
    for text in written:
        start = solid.find(text.replace(" ", ""), reached)
        if start < 0 or not _spaced_alike(text, gaps[start : start + len(text)]):
            yield text
        else:
            reached = start + len(text.replace(" ", ""))


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
