"""The wording of every problem, read once from ``codes.yml``."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from gastro.text.words_file import read_words

CODES_FILE = Path(__file__).with_name("codes.yml")


class Wording(BaseModel):
    """A text of our own in both languages."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    th: str
    en: str


class Code(BaseModel):
    """A kind of problem: what is said, and its help page (why, before, after)."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: Wording
    message: Wording
    hint: Wording
    before: str
    after: str


@cache
def load_codes() -> dict[str, Code]:
    """All kinds of problem by code, in the order of the file."""
    raw = read_words(CODES_FILE)
    return {code: Code.model_validate(entry) for code, entry in raw.items()}
