"""Drives MkDocs: a folder of Markdown in, a folder of HTML out, every warning kept.

MkDocs 1.6.1 is the last of its line and pinned; see findings on its end of life in
docs/en/about/architecture.md. Nothing outside this module and the hooks knows it.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jinja2

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
os.environ.setdefault("SOURCE_DATE_EPOCH", "0")

from mkdocs.commands.build import _build_page, _populate_page
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation


class SiteNotBuilt(Exception):
    """MkDocs refused; the text says why, one reason a line."""


class _Kept(logging.Handler):
    """Keeps warnings and errors instead of printing them."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


def configure(config_file: Path, docs: Path, out: Path, *, strict: bool = True) -> MkDocsConfig:
    """The configuration of the project, for these folders."""
    return load_config(str(config_file), docs_dir=str(docs), site_dir=str(out), strict=strict)


@dataclass
class _Language:
    """What MkDocs had in hand for one language when it last built the whole site."""

    files: Files
    nav: Navigation
    env: jinja2.Environment


_last_build: dict[str, _Language] = {}


def languages(config: MkDocsConfig) -> Any:
    """The plugin that builds one language after the other (it has no types)."""
    return config.plugins["i18n"]


def remember(language: str, files: Files, nav: Navigation, env: jinja2.Environment) -> None:
    """Keep what a build works with, so that single pages can be built again (see hooks)."""
    _last_build[language] = _Language(files, nav, env)


def render_site(config: MkDocsConfig) -> None:
    """Build the whole site. Raises SiteNotBuilt with the reasons, warnings among them if strict."""
    with _quiet() as kept:
        try:
            mkdocs_build(config)
        except (Abort, MkDocsException) as error:
            raise SiteNotBuilt("\n".join(dict.fromkeys(kept.messages or [str(error)]))) from error


def render_pages(config: MkDocsConfig, docs: Path, changed: Iterable[Path]) -> bool:
    """Build only these Markdown files of the site built last, with the same templates.

    False where that is not enough: a page that is new, or gone, or was never built.
    """
    by_language: dict[str, list[str]] = {}
    for file in changed:
        language, _, path = file.relative_to(docs).as_posix().partition("/")
        by_language.setdefault(language, []).append(path)
    with _quiet():
        return all(_render(config, language, paths) for language, paths in by_language.items())


def _render(config: MkDocsConfig, language: str, paths: list[str]) -> bool:
    held = _last_build.get(language)
    files = [held.files.src_uris.get(f"{language}/{path}") for path in paths] if held else []
    if held is None or not all(
        file and file.page and Path(file.abs_src_path or "").is_file() for file in files
    ):
        return False
    languages(config).current_language = language
    config = config.plugins.on_config(config)
    for file in files:
        assert file is not None
        assert file.page is not None
        _populate_page(file.page, config, held.files)
        _build_page(file.page, config, held.files.documentation_pages(), held.nav, held.env)
    return True


@contextmanager
def _quiet() -> Iterator[_Kept]:
    """Keep what MkDocs logs to ourselves while it works."""
    logger = logging.getLogger("mkdocs")
    kept = _Kept()
    level, propagate = logger.level, logger.propagate
    logger.addHandler(kept)
    logger.setLevel(logging.WARNING)
    logger.propagate = False
    try:
        yield kept
    finally:
        logger.removeHandler(kept)
        logger.setLevel(level)
        logger.propagate = propagate
