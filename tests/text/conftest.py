"""Turns Markdown into HTML as the site does."""

from __future__ import annotations

from collections.abc import Callable

import markdown
import pytest
import yaml

from gastro.project import Project

BUILT_IN = ("toc", "tables", "fenced_code")
"""Extensions that MkDocs adds to those of ``mkdocs.yml``."""


class _Loader(yaml.SafeLoader):
    """Reads ``mkdocs.yml``, whose tags of its own do not matter here."""


_Loader.add_multi_constructor("!", lambda *_: None)


@pytest.fixture(scope="session")
def render() -> Callable[[str], str]:
    """Markdown to HTML with the extensions of the site."""
    config = yaml.load(Project.here().config.read_text(encoding="utf-8"), _Loader)
    listed = config["markdown_extensions"]
    names = [name for entry in listed for name in ([entry] if isinstance(entry, str) else entry)]
    engine = markdown.Markdown(extensions=[*dict.fromkeys([*BUILT_IN, *names])])

    def convert(text: str) -> str:
        engine.reset()
        return engine.convert(text)

    return convert
