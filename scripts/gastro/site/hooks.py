"""What MkDocs calls while it builds, whether through ``gastro`` or typed directly.

Started directly (``mkdocs build``, ``mkdocs serve``) it checks the records and writes their
pages first, as ``gastro build`` does before it calls MkDocs.
"""

from __future__ import annotations

import html
import os
import shutil
import threading
from pathlib import Path
from typing import Any, Literal

import click
import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from watchfiles import watch

from gastro.catalogue import load
from gastro.catalogue.dossier_files import load_dossier, with_dossier
from gastro.pages.labels import labels
from gastro.pages.render import Setting
from gastro.problems.report import report
from gastro.project import Project
from gastro.rules import run
from gastro.site import engine, frame
from gastro.site.assets import write_assets
from gastro.site.documents import write_pages
from gastro.site.edition import edition
from gastro.site.fonts import preloaded
from gastro.site.history import latest_changes, page_changes
from gastro.site.offline import write_offline
from gastro.site.sitemap import write_sitemap
from gastro.site.tables import with_regions

os.environ.setdefault("SOURCE_DATE_EPOCH", "0")

_now: dict[str, Any] = {}


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: FBT001
    """MkDocs was started directly: remember to write the pages first."""
    _now["direct"] = True
    _now["serving"] = command == "serve"


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Write the pages before a direct build; refuse to build from records with problems."""
    if _now.pop("direct", False) and (problems := _write_pages(_project(config))):
        click.echo(
            f"{problems}\n\nระเบียนมีปัญหา จึงไม่สร้าง · The records have problems; nothing was built.", err=True
        )
        raise Abort("The records have problems; nothing was built.")
    config.extra.update(_now.get("extra", {}))
    config.theme.static_templates.discard("sitemap.xml")  # ours is written after the pages
    config.markdown_extensions = with_regions(config.markdown_extensions)
    return config


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
    """Under ``mkdocs serve``, write pages anew when records change; MkDocs watches docs/."""
    project = _project(config)

    def follow() -> None:
        for _ in watch(project.content):
            if problems := _write_pages(project):
                click.echo(problems, err=True)

    threading.Thread(target=follow, daemon=True).start()
    return server


@event_priority(100)
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """The theme prints a page's title and description as they are: escape them first."""
    for name in ("title", "description"):
        if name in page.meta:
            page.meta[name] = html.escape(str(page.meta[name]), quote=True)
    return markdown


@event_priority(-200)
def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Keep the navigation in hand for on_env, which MkDocs calls without it."""
    _now["nav"] = nav
    return nav


def on_env(env: jinja2.Environment, config: MkDocsConfig, files: Files) -> jinja2.Environment:
    """Give templates what the frame needs; let the preview build single pages again with it."""
    env.globals.update(
        labels=labels,
        preloaded_fonts=preloaded,
        content_security_policy=frame.CONTENT_SECURITY_POLICY,
    )
    env.filters["versioned"] = frame.versioner(Path(config.docs_dir))
    engine.remember(engine.languages(config).current_language, files, _now["nav"], env)
    return env


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """One 404 page for both languages: the Thai build's."""
    if template_name == "404.html" and not _is_thai(config):
        return ""
    return output_content


@event_priority(-200)
def on_post_build(config: MkDocsConfig) -> None:
    """Once, after the last language: the sitemap, the files beside the pages."""
    if engine.languages(config).building:
        return
    site = Path(config.site_dir)
    write_sitemap(site, config.extra.get("dates", {}))
    for unused in ("javascripts", "stylesheets", "images"):
        shutil.rmtree(site / "assets" / unused, ignore_errors=True)
    if "assets" in _now:
        write_assets(_now["assets"], site)
        write_offline(site)


def _project(config: MkDocsConfig) -> Project:
    return Project(Path(config.config_file_path).resolve().parent)


def _is_thai(config: MkDocsConfig) -> bool:
    return bool(engine.languages(config).current_language == "th")


def _write_pages(project: Project) -> str:
    """Write the pages of sound records; returns the report of those that are not."""
    loaded = load(project.content)
    judged = with_dossier(loaded, load_dossier(project.content))
    problems = run(judged)
    if problems:
        return report(problems, judged.lines, "text", "content")
    setting = Setting(
        repository=os.environ.get("REPOSITORY_URL", ""),
        contact=os.environ.get("CONTACT_EMAIL", ""),
        site_url=os.environ.get("SITE_URL") or Setting.site_url,
        changes=latest_changes(project.root),
        written=page_changes(project.root),
    )
    cards = not _now.get("serving", False)
    made = edition(loaded.catalogue, project.content, project.cache, setting, cards=cards)
    write_pages(made.pages, project.docs)
    _now["assets"], _now["extra"] = made.assets, made.extra
    return ""
