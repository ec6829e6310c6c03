"""Columns that stand beside another: the other language, names, sources, years and least amounts."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from gastro.opendata.tables import Column
from gastro.pages.labels import labels


def said(base: Column, suffix: str, words: str, **changes: Any) -> Column:
    """A column beside another: ``words`` says in both languages how it differs."""
    th, en = (labels(lang)[words].format(what=base.about(lang)) for lang in ("th", "en"))
    plain = Column(f"{base.name}{suffix}", "string", th, en, derived=base.derived, long=base.long)
    return replace(plain, **changes)


def pair(base: Column) -> tuple[Column, Column]:
    thai, english = "data-in-thai", "data-in-english"
    return (
        said(base, "_th", thai, required=base.required),
        said(base, "_en", english, required=base.required),
    )


def names(base: Column) -> tuple[Column, Column]:
    plain = replace(base, derived=True)
    return said(plain, "_th", "data-name-thai"), said(plain, "_en", "data-name-english")


def citing(base: Column) -> Column:
    return said(base, "_citations", "data-cited", type="list", refers="sources")
