"""Checks JSON-LD against the vocabulary of schema.org, as its validators do, without a network.

Every block is first read by a JSON-LD processor under schema.org's own context. Then each
class and property must exist, each property must go on the class it stands at, and each
value must be of a class or a data type that the property takes.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from pyld import jsonld

VENDORED = Path(__file__).parent / "vendored"
SCHEMA = "http://schema.org/"
_BEYOND = {"query-input"}
"""Annotations of an action's input, which schema.org defines for every property (docs/actions.html)."""
_WORDS_FOR_THINGS = {"author"}
"""Where we give a bare name: it is not known whether it is a person's or a body's."""
_DATA: Mapping[str, re.Pattern[str]] = {
    "Text": re.compile(r"(?s).+"),
    "URL": re.compile(r"https?://[^\s<>\"{}|\\^`]+"),
    "Date": re.compile(r"\d{4}(-\d\d(-\d\d)?)?"),
    "DateTime": re.compile(r"\d{4}(-\d\d(-\d\d)?)?(/\d{4}(-\d\d(-\d\d)?)?)?"),
    "Duration": re.compile(r"P(?=.)(\d+Y)?(T(?=.)(\d+H)?(\d+M)?(\d+S)?)?"),
}


@cache
def vocabulary() -> dict[str, Any]:
    """Classes, members of enumerations and properties, as vendored."""
    found: dict[str, Any] = _unpacked("schema-org.json.gz")
    return found


def _unpacked(name: str) -> Any:
    return json.loads(gzip.decompress((VENDORED / name).read_bytes()))


@cache
def above(kind: str) -> frozenset[str]:
    """A class and all classes it is a kind of. Raises KeyError for one that does not exist."""
    parents = vocabulary()["classes"][kind]
    return frozenset({kind}).union(
        *(above(parent) for parent in parents if parent in vocabulary()["classes"])
    )


@cache
def _context() -> Any:
    return _unpacked("schema-org-context.json.gz")


def _load(url: str, _options: Any = None) -> dict[str, Any]:
    assert url.removesuffix("/") == "https://schema.org", f"a context from elsewhere: {url}"
    return {
        "contentType": "application/ld+json",
        "contextUrl": None,
        "documentUrl": url,
        "document": _context(),
    }


def expanded(graphs: Iterable[Mapping[str, Any]]) -> list[Any]:
    """The nodes of several blocks as a JSON-LD processor reads them, under full addresses."""
    blocks = list(graphs)
    assert all(block["@context"] == "https://schema.org" for block in blocks)
    whole = {
        "@context": "https://schema.org",
        "@graph": [node for block in blocks for node in block["@graph"]],
    }
    found: list[Any] = jsonld.expand(whole, {"documentLoader": _load})
    return found


def nodes_in(value: Any) -> Iterator[dict[str, Any]]:
    """Every node, outermost first, of expanded JSON-LD."""
    if isinstance(value, list):
        for one in value:
            yield from nodes_in(one)
    elif isinstance(value, dict):
        if "@value" not in value:
            yield value
        for one in value.values():
            yield from nodes_in(one)


def kinds_by_address(nodes: Iterable[Mapping[str, Any]]) -> dict[str, set[str]]:
    """What each address is said to be, wherever it is named."""
    found: dict[str, set[str]] = {}
    for node in nodes:
        if "@id" in node and "@type" in node:
            more = [one.get("@value", "") for one in node.get(f"{SCHEMA}additionalType", ())]
            ours = [one for one in more if one.startswith("https://schema.org/")]
            found.setdefault(node["@id"], set()).update(_names([*node["@type"], *ours]))
    return found


def faults(expanded_nodes: list[Any], home: str) -> set[str]:
    """What schema.org does not allow; and references within ``home`` to what nobody tells of."""
    nodes = list(nodes_in(expanded_nodes))
    known = kinds_by_address(nodes)
    return {fault for node in nodes for fault in _faults_of(node, known, home)}


def _names(addresses: Iterable[str]) -> list[str]:
    return [address.removeprefix(SCHEMA).removeprefix("https://schema.org/") for address in addresses]


def _faults_of(node: Mapping[str, Any], known: Mapping[str, set[str]], home: str) -> Iterator[str]:
    kinds = set(_names(node.get("@type", ()))) or known.get(node.get("@id", ""), set())
    values = {key: value for key, value in node.items() if not key.startswith("@")}
    for kind in kinds:
        if kind not in vocabulary()["classes"]:
            yield f"no class {kind}"
            return
    if not kinds and values:
        yield f"no class is told of {node.get('@id') or sorted(values)}"
        return
    on = frozenset().union(*(above(kind) for kind in kinds))
    for address, found in values.items():
        name = address.removeprefix(SCHEMA)
        if name in _BEYOND:
            continue
        if name not in vocabulary()["properties"]:
            yield f"no property {name} (at {sorted(kinds)})"
            continue
        domains, ranges = vocabulary()["properties"][name]
        if not on & set(domains):
            yield f"{name} does not go on {sorted(kinds)}"
        for one in found:
            fault = _misfit(one, name, ranges, known, home)
            if fault:
                yield f"{name} at {sorted(kinds)}: {fault}"


def _misfit(value: Any, name: str, ranges: list[str], known: Mapping[str, set[str]], home: str) -> str:
    """Why a value does not fit a property; empty where it does."""
    if "@value" in value:
        taken = [*ranges, "Text"] if name in _WORDS_FOR_THINGS else ranges
        fits = _fits_data(value["@value"], taken)
        return "" if fits else f"{value['@value']!r} is none of {ranges}"
    address = value.get("@id", "")
    if set(value) == {"@id"} and "URL" in ranges and _DATA["URL"].fullmatch(address):
        return ""
    kinds = set(_names(value.get("@type", ()))) or known.get(address, set())
    if any(above(kind) & set(ranges) for kind in kinds):
        return ""
    member = vocabulary()["members"].get(*_names([address]))
    if member in ranges:
        return ""
    if not kinds and address.startswith(home):
        return f"nobody tells of {address}"
    return f"{sorted(kinds) or address} is none of {ranges}"


def _fits_data(value: Any, ranges: Iterable[str]) -> bool:
    if isinstance(value, bool):
        return "Boolean" in ranges
    if isinstance(value, int):
        return bool({"Number", "Integer"} & set(ranges))
    if isinstance(value, float):
        return bool({"Number", "Float"} & set(ranges))
    return any(name in ranges and pattern.fullmatch(value) for name, pattern in _DATA.items())
