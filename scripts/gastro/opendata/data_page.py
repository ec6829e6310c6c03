"""The page of the data, in both languages: what there is, how it may be used and cited, how to begin."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from xlsxwriter.utility import xl_col_to_name

from gastro.catalogue import Catalogue
from gastro.opendata.changelog import days
from gastro.opendata.publish import AS_JSON, FOLDER, WHOLE, OpenData
from gastro.opendata.tables import Column, Table
from gastro.pages import Pages
from gastro.pages.citing import bibtex, whole_sentence
from gastro.pages.environment import environment
from gastro.pages.labels import labels
from gastro.pages.page import Page
from gastro.pages.render import Setting
from gastro.records.kinds import PUBLIC_KINDS
from gastro.text.dates import LANGUAGES, Lang, When

PATH = f"{FOLDER}/index.md"
EXAMPLES = ("read_csv.py", "ask_sqlite.py")
"""Scripts below ``docs/assets/examples/`` that the page shows."""
_NEWEST_DAYS = 5
_BESIDE = ("_th", "_en", "_citations", "_year", "_least", "_most", "_known")
"""Ends of the names of columns that stand beside another."""
_TOLD_ONCE = frozenset(kind.name for kind in PUBLIC_KINDS) - {"sources"}


def data_pages(
    catalogue: Catalogue, setting: Setting, made: OpenData | None, examples: Mapping[str, str]
) -> Pages:
    """The page in both languages. In a preview, where no files are made, it says so.

    ``examples`` are the texts of the scripts, by their names.
    """
    return {f"{lang}/{PATH}": _page(catalogue, setting, lang, made, examples) for lang in LANGUAGES}


def size(octets: int, lang: Lang) -> str:
    """A size for reading: ``12 KB``, ``1.4 MB``, in decimal units."""
    words = labels(lang)
    if octets < 1_000_000:
        return words["data-kilobytes"].format(n=f"{max(1, round(octets / 1000)):,}")
    return words["data-megabytes"].format(n=f"{octets / 1_000_000:.1f}")


def _page(
    catalogue: Catalogue, setting: Setting, lang: Lang, made: OpenData | None, examples: Mapping[str, str]
) -> str:
    page = Page(catalogue, lang, PATH)
    values: dict[str, Any] = {
        "page": page,
        "words": page.words,
        "lang": lang,
        "setting": setting,
        "made": made,
        "examples": examples,
        "here": "" if lang == "th" else f"../../{FOLDER}/",
    }
    if made is not None:
        values |= _told(made, lang)
    text = environment(lang).get_template("data.md.jinja").render(values)
    return f"{text.strip()}\n"


def _told(made: OpenData, lang: Lang) -> dict[str, Any]:
    version, address = made.making.version, made.making.file(f"{FOLDER}/")
    newest = days(made.making)
    day = When.parse(newest[0]["date"]) if newest else None
    by_name = {table.name: table for table in made.tables}
    common = _common(made)
    return {
        "version": version,
        "address": address,
        "sizes": {path: size(file.size, lang) for path, file in made.files.items()},
        "total": size(sum(file.size for file in made.files.values()), lang),
        "whole": WHOLE,
        "as_json": AS_JSON,
        "kinds": [(table, _parts(made, table)) for table in made.tables if not table.parent],
        "shared": told_together(common, lang),
        "own": {table.name: told_together(_own(table, common), lang) for table in made.tables},
        "days": [(When.parse(one["date"]), one["records"]) for one in newest[:_NEWEST_DAYS]],
        "cited": {code: whole_sentence(code, address, version, day) for code in LANGUAGES},
        "bibtex": bibtex(
            "phetchaburi-gastronomy-data",
            labels("en")["data-title-whole"],
            address,
            day,
            f"Version {version}",
        ),
        "tie_column": _letter(by_name["desserts"], "tie"),
        "district_column": _letter(by_name["producers"], "district_th"),
    }


@dataclass(frozen=True, slots=True)
class ToldTogether:
    """Columns that say the same thing, each in its way: two languages, sources, a number."""

    names: tuple[str, ...]
    about: str
    type: str
    refers: str = ""


def told_together(columns: Iterable[Column], lang: Lang) -> list[ToldTogether]:
    """Columns for reading: those that stand beside another are told with it."""
    groups: list[list[Column]] = []
    for column in columns:
        if groups and _base(column.name) == _base(groups[-1][0].name):
            groups[-1].append(column)
        else:
            groups.append([column])
    return [_told_as_one(group, lang) for group in groups]


def _told_as_one(group: list[Column], lang: Lang) -> ToldTogether:
    first = group[0]
    about = first.about(lang).removesuffix(labels(lang)["data-in-thai"].format(what=""))
    return ToldTogether(tuple(column.name for column in group), about, first.type, first.refers)


def _base(name: str) -> str:
    return next((name.removesuffix(end) for end in _BESIDE if name.endswith(end)), name)


def _common(made: OpenData) -> tuple[Column, ...]:
    """The columns that every kind of record but the sources has."""
    tables = [table for table in made.tables if table.name in _TOLD_ONCE]
    named = [{column.name: column for column in table.columns} for table in tables]
    return tuple(column for column in tables[0].columns if all(column.name in one for one in named))


def _own(table: Table, common: tuple[Column, ...]) -> list[Column]:
    """The columns of a table without those that are told once for all kinds."""
    told = {column.name for column in common} if table.name in _TOLD_ONCE else set()
    return [column for column in table.columns if column.name not in told]


def _parts(made: OpenData, table: Table) -> list[Table]:
    return [one for one in made.tables if one.parent == table.name]


def _letter(table: Table, name: str) -> str:
    """The letter a spreadsheet gives a column."""
    return str(xl_col_to_name([column.name for column in table.columns].index(name)))
