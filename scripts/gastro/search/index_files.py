"""The index as the browser loads it, in three parts a language, each asked for when it is needed.

``names`` holds what everything is called, ``texts`` what is said of what visitors come for,
``more`` what is said in sources, evidence and lists. A query that finds enough never asks
for the last. The parts are scripts that hand over plain lists, not JSON, because a page
opened from a disk may load scripts but not ask for files. The browser itself folds and
compares words (docs/assets/scripts/search-words.js): the rules of spelling stand in one place.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence

from gastro.catalogue import Catalogue
from gastro.pages.labels import labels
from gastro.pictures.photos import ShownPhoto
from gastro.search.findable import WEIGHTS, Findable, findables
from gastro.search.packing import Swap, swap_for
from gastro.text.dates import LANGUAGES, Lang

FOLDER = "assets/search"
LEAST_WEIGHT = WEIGHTS["recipes"]
"""What weighs less has its text in ``more``."""


def search_assets(
    catalogue: Catalogue, photos: Mapping[str, ShownPhoto], pages: Mapping[str, str]
) -> Iterator[tuple[str, bytes]]:
    """The index of every language; ``pages`` is all Markdown by path under docs/."""
    for lang in LANGUAGES:
        yield from index_files(findables(catalogue, photos, pages, lang), lang)


def index_files(found: Sequence[Findable], lang: Lang) -> Iterator[tuple[str, bytes]]:
    """Paths below the site and their content, for one language. ``found`` begins with what weighs most."""
    swap = swap_for(text for one in found for text in (one.title, *one.names, one.line, one.text))
    count = sum(1 for one in found if one.weight >= LEAST_WEIGHT)
    numbers = {one.address: number for number, one in enumerate(found) if not one.anchor}
    parts = {
        "names": _names(found, lang, swap),
        "texts": _texts(found[:count], numbers, swap),
        "more": _texts(found[count:], numbers, swap),
    }
    for part, content in parts.items():
        script = f'gastroSearch.take("{lang}","{part}",{_script(content)});\n'
        yield f"{FOLDER}/{lang}-{part}.js", script.encode("utf-8")


def version(files: Sequence[tuple[str, bytes]]) -> str:
    """A short hash of the files, for their addresses: all parts must be of one edition."""
    digest = hashlib.sha256()
    for path, content in files:
        digest.update(path.encode("utf-8") + b"\0" + content + b"\0")
    return digest.hexdigest()[:8]


def _names(found: Sequence[Findable], lang: Lang, swap: Swap) -> dict[str, object]:
    pictures = list(dict.fromkeys(one.picture for one in found))
    kinds = list(dict.fromkeys(one.kind for one in found))
    return {
        "swap": [swap.left, swap.right],
        "kinds": [[kind, swap.apply(labels(lang)[f"one-{kind}"])] for kind in kinds],
        "pictures": pictures,
        "rows": [
            [
                kinds.index(one.kind),
                one.address.partition("/")[2],
                one.anchor,
                swap.apply(one.title),
                swap.apply("|".join(name.replace("|", " ") for name in one.names)),
                swap.apply(one.line),
                pictures.index(one.picture),
                one.weight,
            ]
            for one in found
        ],
    }


def _texts(found: Sequence[Findable], numbers: dict[str, int], swap: Swap) -> dict[str, object]:
    """The text of each, and the numbers of the rows it refers to."""
    rows = [
        [swap.apply(one.text), [numbers[address] for address in one.related if address in numbers]]
        for one in found
    ]
    return {"swap": [swap.left, swap.right], "rows": rows}


def _script(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").replace("</", "<\\/")
