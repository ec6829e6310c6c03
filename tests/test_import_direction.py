"""Data flows one way: nothing on the left imports from the right."""

from __future__ import annotations

import ast
from pathlib import Path

import gastro

ROOMS = (
    "text",
    "problems",
    "reading",
    "records",
    "catalogue",
    "rules",
    "pictures",
    "pages",
    "search",
    "opendata",
    "dossier",
    "editors",
    "site",
    "cli",
)
"""From left to right. ``text`` and ``problems`` are what every room speaks in."""
ANYWHERE = {"project", "swap"}
PACKAGE = Path(gastro.__file__).parent


def _imports(file: Path) -> set[str]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return {name for name in names if name == "gastro" or name.startswith("gastro.")}


def _room(module: str) -> str:
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else ""


def test_nothing_on_the_left_imports_from_the_right() -> None:
    wrong = []
    for file in sorted(PACKAGE.rglob("*.py")):
        here = file.relative_to(PACKAGE).with_suffix("").parts[0]
        if here in ANYWHERE or here.startswith("__"):
            continue
        for imported in _imports(file):
            room = _room(imported)
            if room in ROOMS and ROOMS.index(room) > ROOMS.index(here):
                wrong.append(f"{file.relative_to(PACKAGE)} imports {imported}")
    assert wrong == []


def test_every_room_has_its_place() -> None:
    rooms = {path.stem for path in PACKAGE.iterdir() if path.suffix in ("", ".py")}
    assert rooms - set(ROOMS) - ANYWHERE - {"__init__", "__main__", "__pycache__"} == set()


def test_only_the_site_knows_mkdocs() -> None:
    for file in sorted(PACKAGE.rglob("*.py")):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        modules = {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
        if any(module.partition(".")[0] == "mkdocs" for module in modules):
            assert file.parent.name == "site", file


def test_only_the_command_line_prints_exits_and_reads_clock_and_environment() -> None:
    banned = {"print", "exit"}
    for file in sorted(PACKAGE.rglob("*.py")):
        if file.name == "__main__.py" or file.parent.name in ("cli", "site"):
            continue
        tree = ast.parse(file.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                assert not (isinstance(node.func, ast.Name) and node.func.id in banned), file
            if isinstance(node, ast.Attribute):
                assert node.attr not in ("environ", "today", "now"), file
