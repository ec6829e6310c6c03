"""A folder with as many records as asked for: the project's own, and made-up ones that measure like them.

Made-up records take the shape of a real one: its fields, its references, the length of its texts. Their
names and texts are strung together from stretches of a few letters that follow one another in the real ones,
so they are as long, as varied and as hard to compress as real ones, and mean nothing. Digits are left out.
For measuring alone: written to a folder of its own, never to content/. The same count gives the same records.
"""

from __future__ import annotations

import argparse
import random
import re
import shutil
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from gastro.text import markdown
from gastro.text.thai import comparison_key

SHARES: Mapping[str, int] = {
    "desserts": 4,
    "recipes": 3,
    "ingredients": 10,
    "producers": 8,
    "places": 6,
    "outcomes": 5,
    "organisations": 4,
    "events": 5,
    "figures": 6,
    "stories": 1,
    "evidence": 5,
}
"""How many of each kind are added in turn; sources come with them."""
ONE_OF_A_KIND = {"places": ("province", "district")}
"""Records that there can be only one of."""
LEFT_ALONE = ("people", "publisher", "author", "unit", "sources")
"""Fields whose words are the same in many records."""
ITS_OWN = ("other_names", "spellings", "varieties", "renamed_from", "latin_name", "doi", "url")
"""Fields that no two records have alike; made-up records go without."""
ORDER = {"name": 4, "label": 6, "text": 7}
"""Letters that decide the next one."""
NEW_SOURCES = 0.25
"""Of the sources that a record cites, how many are made up for it."""
HEAD = "# Made up for measuring: not a record of anything.\n"
CITATION = re.compile(r"\[\^([a-z0-9-]+)\]")
LANGUAGES = ("th", "en")


class Chain:
    """Letters in the order in which a set of texts has them."""

    def __init__(self, texts: Iterable[str], order: int) -> None:
        self._order = order
        self._next: dict[str, list[str]] = defaultdict(list)
        self._starts: list[str] = []
        for text in texts:
            plain = re.sub(r"\s+", " ", re.sub(r"[0-9๐-๙\[\]*_^{}<>\"|`]", "", text)).strip()
            if len(plain) <= order:
                continue
            self._starts.append(plain[:order])
            for at in range(len(plain) - order):
                self._next[plain[at : at + order]].append(plain[at + order])

    def string(self, chance: random.Random, length: int) -> str:
        """A string of about this length, to the end of a word."""
        made = chance.choice(self._starts)
        while len(made) < length or (made[-1] not in " .)" and len(made) < length + 40):
            follows = self._next.get(made[-self._order :])
            made += chance.choice(follows) if follows else f" {chance.choice(self._starts)}"
        return re.sub(r" {2,}", " ", made).strip(" ,")


@dataclass
class Maker:
    """What new records are made from, and what was made."""

    content: Path
    folder: Path
    chance: random.Random
    real: dict[str, dict[str, dict[str, Any]]]
    chains: dict[tuple[str, str], Chain] = field(default_factory=dict)
    taken: set[str] = field(default_factory=set)
    made: int = 0

    def record(self, kind: str, most: int) -> int:
        """Write one record and the sources made up for it, ``most`` files at most; gives how many."""
        before = self.made
        usable = [
            one for one in self.real[kind].values() if one.get("kind") not in ONE_OF_A_KIND.get(kind, ())
        ]
        shape = {key: one for key, one in self.chance.choice(usable).items() if key not in ITS_OWN}
        if "sources" in shape:
            shape["sources"] = {key: one for key, one in shape["sources"].items() if key in shape}
        replaced = [one for one in sorted(cited(shape)) if self.chance.random() < NEW_SOURCES]
        sources = {one: self._source(one) for one in replaced[: most - 1]}
        value = {
            key: one if key in LEFT_ALONE else self._made(one, (kind, key)) for key, one in shape.items()
        }
        value = {key: one for key, one in with_sources(value, sources).items() if one != {}}
        self._write(kind, f"{slug(value['name']['en'])}-{self.made}", value)
        return self.made - before

    def _source(self, id: str) -> str:
        shape = self.real["sources"][id]
        title = self._string("title", "text", "th", len(str(shape.get("title", ""))))
        value = shape | {"title": title, "url": f"https://example.org/{self.made}"}
        for key in ("doi", "isbn", "archived"):
            value.pop(key, None)
        name = f"{slug(id)}-{self.made}"
        self._write("sources", name, value)
        return name

    def _write(self, kind: str, name: str, value: Mapping[str, Any]) -> None:
        text = yaml.safe_dump(dict(value), allow_unicode=True, sort_keys=False, width=1000)
        (self.folder / kind / f"{name}.yml").write_text(HEAD + text, encoding="utf-8")
        self.made += 1

    def _made(self, value: Any, path: tuple[str, ...]) -> Any:
        """The same shape with other words."""
        if isinstance(value, list):
            return [self._made(one, path) for one in value]
        if not isinstance(value, dict):
            return value
        if set(LANGUAGES) <= value.keys():
            how = "name" if path[-1] == "name" else "text" if CITATION.search(value["th"]) else "label"
            words = {lang: self._words(value[lang], how, path[0], lang) for lang in LANGUAGES}
            return value | words
        return {
            key: one if key in LEFT_ALONE else self._made(one, (*path, key)) for key, one in value.items()
        }

    def _words(self, old: str, how: str, kind: str, lang: str) -> str:
        cites = "".join(f" [^{one}]" for one in dict.fromkeys(CITATION.findall(old)))
        return self._string(kind, how, lang, len(markdown.plain(old))) + cites

    def _string(self, kind: str, how: str, lang: str, length: int) -> str:
        """Words that no other record has."""
        chain = self.chains[(f"{how} {kind}" if how == "name" else how, lang)]
        while True:
            made = chain.string(self.chance, length)
            key = comparison_key(made)
            if how != "name" or key not in self.taken:
                self.taken.add(key)
                return made


def many_records(content: Path, folder: Path, count: int) -> Path:
    """Copy ``content`` to ``folder`` and add records until there are ``count``; gives the folder."""
    shutil.copytree(content, folder)
    real = {
        kind.name: {
            file.stem: yaml.safe_load(file.read_text(encoding="utf-8")) for file in sorted(kind.glob("*.yml"))
        }
        for kind in sorted(content.iterdir())
        if kind.is_dir() and kind.name != "illustrations"
    }
    maker = Maker(content, folder, random.Random(count), real, chains_of(real))
    maker.taken.update(comparison_key(name) for kind in real.values() for name in names_in(kind.values()))
    total = sum(1 for _ in folder.glob("*/*.yml"))
    kinds = turns()
    while total < count:
        total += maker.record(next(kinds), count - total)
    return folder


def turns() -> Iterator[str]:
    """The kinds in turn, by their shares."""
    while True:
        for kind, share in SHARES.items():
            yield from [kind] * share


def chains_of(real: Mapping[str, Mapping[str, Any]]) -> dict[tuple[str, str], Chain]:
    """What follows what, in names of each kind, in labels and in texts, in each language."""
    texts: dict[tuple[str, str], list[str]] = defaultdict(list)
    for kind, records in real.items():
        for record in records.values():
            for pair, is_name in pairs_in(record):
                for lang in LANGUAGES:
                    cites = CITATION.search(pair["th"])
                    how = f"name {kind}" if is_name else "text" if cites else "label"
                    texts[(how, lang)].append(markdown.plain(pair[lang]))
    return {key: Chain(its, ORDER[key[0].split()[0]]) for key, its in texts.items()}


def pairs_in(value: Any, *, is_name: bool = False) -> Iterator[tuple[Mapping[str, str], bool]]:
    """Every pair of a Thai and an English text, and whether it is a name."""
    if isinstance(value, list):
        for one in value:
            yield from pairs_in(one, is_name=is_name)
    elif isinstance(value, dict):
        if set(LANGUAGES) <= value.keys():
            yield value, is_name
        else:
            for key, one in value.items():
                if key not in LEFT_ALONE:
                    yield from pairs_in(one, is_name=key == "name")


def names_in(records: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    for record in records:
        yield from (str(one) for one in (record.get("name") or {}).values())


def cited(value: Any, *, is_source: bool = False) -> set[str]:
    """The ids of the sources that a record cites, in its texts and under ``sources``."""
    if isinstance(value, str):
        return {value} if is_source else set(CITATION.findall(value))
    if isinstance(value, list):
        return {id for one in value for id in cited(one, is_source=is_source)}
    if isinstance(value, dict):
        return {id for key, one in value.items() for id in cited(one, is_source=_cites(key, one, is_source))}
    return set()


def with_sources(value: Any, others: Mapping[str, str], *, is_source: bool = False) -> Any:
    """The same with some sources replaced by others."""
    if isinstance(value, str):
        if is_source:
            return others.get(value, value)
        return CITATION.sub(lambda found: f"[^{others.get(found[1], found[1])}]", value)
    if isinstance(value, list):
        return [with_sources(one, others, is_source=is_source) for one in value]
    if isinstance(value, dict):
        return {
            key: with_sources(one, others, is_source=_cites(key, one, is_source))
            for key, one in value.items()
        }
    return value


def _cites(key: str, value: Any, is_source: bool) -> bool:  # noqa: FBT001
    """Whether plain strings below a key are ids of sources: lists below ``sources`` are."""
    return key == "sources" or (is_source and isinstance(value, (list, dict)) and key != "note")


def slug(text: str) -> str:
    """An id of at most 40 letters."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")[:40].strip("-") or "made-up"


def main() -> None:
    """Make a folder of records."""
    from gastro.project import Project

    made = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    made.add_argument("folder", type=Path, help="a folder that is not there yet")
    made.add_argument("--count", type=int, default=2000, help="records in all (default 2000)")
    wishes = made.parse_args()
    print(many_records(Project.here().content, wishes.folder, wishes.count))


if __name__ == "__main__":
    main()
