"""All records as JSON-LD in the words of schema.org, and the data themselves as a data set."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from gastro.opendata.data_package import LICENCE, MEDIA_TYPES, File
from gastro.opendata.linked_data import thing_in_both
from gastro.opendata.making import Making, words


def graph_file(making: Making) -> bytes:
    """Every record with a page, a line each, each in both languages."""
    photos = {id: shown for id, shown in making.photos.items() if f"photos/{id}" in making.addresses}
    nodes = (
        thing_in_both(making.catalogue, entry, making.site_url, photos=photos)
        for entry in making.entries
        if entry.kind != "photos"
    )
    whole = [data_set(making), *nodes]
    lines = ",\n".join(json.dumps(node, ensure_ascii=False, separators=(",", ":")) for node in whole)
    return f'{{"@context":"https://schema.org","@graph":[\n{lines}\n]}}\n'.encode()


def data_set(making: Making, files: Iterable[File] = ()) -> dict[str, Any]:
    """The whole as a ``Dataset``, with the files it can be had in."""
    found: dict[str, Any] = {
        "@type": "Dataset",
        "@id": making.file("data/#dataset"),
        "name": _both("data-title-whole"),
        "description": _both("data-about-whole"),
        "url": making.file("data/"),
        "version": making.version,
        "license": LICENCE["path"],
        "isAccessibleForFree": True,
        "inLanguage": ["th", "en"],
        "creditText": _both("cite-author"),
    }
    if downloads := [_download(making, file) for file in files]:
        found["distribution"] = downloads
    return found


def _download(making: Making, file: File) -> dict[str, Any]:
    return {
        "@type": "DataDownload",
        "contentUrl": making.file(f"data/{file.path}"),
        "encodingFormat": MEDIA_TYPES[file.format],
        "contentSize": f"{file.size} B",
    }


def _both(key: str) -> list[dict[str, str]]:
    th, en = words(key)
    return [{"@language": "th", "@value": th}, {"@language": "en", "@value": en}]
