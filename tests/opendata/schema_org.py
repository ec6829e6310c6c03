"""Checks JSON-LD against the vocabulary of schema.org, as its validators do, without a network.

Every block is first read by a JSON-LD processor. Then each class and property must exist, each
property must go on the class it stands at, and each value must be of a class or a data type that
the property takes. The vocabulary is read from the classes of msgspec-schemaorg, a package of May
2025, which does not say of which release they are; superseded terms are among them.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any

from pyld import jsonld

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
_PYTHONS = {
    "str": "Text",
    "bool": "Boolean",
    "int": "Integer",
    "float": "Float",
    "date": "Date",
    "datetime": "DateTime",
    "time": "Time",
}
"""What the package writes for schema.org's data types."""
_NO_ADDRESSES = {*_DATA, *_PYTHONS.values(), "Number"} - {"URL"}
_FURTHER_PARENTS = {
    "EducationalOrganization": "Organization",  # https://schema.org/EducationalOrganization
    "HowToStep": "CreativeWork",  # https://schema.org/HowToStep
    "LocalBusiness": "Place",  # https://schema.org/LocalBusiness
    "Observation": "QuantitativeValue",  # https://schema.org/Observation
}
"""The package gives each class one parent; these, which we write, have two."""
_NEWER = {"about": "DefinedTerm"}  # https://schema.org/DefinedTerm
"""Properties that schema.org has since put on a further class."""


@dataclass(frozen=True)
class Vocabulary:
    """Classes with their parents, members of enumerations, properties with what they go on and take."""

    classes: Mapping[str, frozenset[str]]
    members: Mapping[str, str]
    domains: Mapping[str, frozenset[str]]
    ranges: Mapping[str, frozenset[str]]


@cache
def vocabulary() -> Vocabulary:
    """What the package knows, with the few things that it leaves out."""
    models, enumerations = _classes("models"), _classes("enums")
    classes = {name: {base.__name__ for base in one.__bases__} & set(models) for name, one in models.items()}
    classes |= {name: {"Enumeration"} for name in enumerations}
    domains: dict[str, set[str]] = {}
    ranges: dict[str, set[str]] = {}
    for name, one in models.items():
        for field, written in inspect.get_annotations(one).items():
            if field != "type":
                domains.setdefault(field.rstrip("_"), set()).add(name)
                ranges.setdefault(field.rstrip("_"), set()).update(_taken(written))
    for name, parent in _FURTHER_PARENTS.items():
        classes[name].add(parent)
    for name, kind in _NEWER.items():
        domains[name].add(kind)
    return Vocabulary(
        classes=_fixed(classes),
        members={
            member: name
            for name, one in enumerations.items()
            for member in set(one.__members__) - {"metadata"}
        },
        domains=_fixed(domains),
        ranges=_fixed(ranges),
    )


def _classes(module: str) -> dict[str, Any]:
    found = vars(import_module(f"msgspec_schemaorg.{module}"))
    return {name: one for name, one in found.items() if inspect.isclass(one)}


def _taken(written: str) -> set[str]:
    """Classes and data types in an annotation such as ``Union[List['Place'], 'Place', None]``."""
    words = re.findall(r"\w+", written.replace("int | float", "Number"))
    return {_PYTHONS.get(word, word) for word in words} - {"Union", "List", "None"}


def _fixed(found: Mapping[str, set[str]]) -> dict[str, frozenset[str]]:
    return {name: frozenset(values) for name, values in found.items()}


@cache
def above(kind: str) -> frozenset[str]:
    """A class and all classes it is a kind of. Raises KeyError for one that does not exist."""
    return frozenset({kind}).union(*(above(parent) for parent in vocabulary().classes[kind]))


@cache
def _context() -> dict[str, Any]:
    """Names are schema.org's; what takes no other data takes addresses."""
    addresses = [name for name, taken in vocabulary().ranges.items() if not taken & _NO_ADDRESSES]
    return {
        "@base": None,  # a bare word is no address
        "@vocab": SCHEMA,
        **{name: {"@type": "@id"} for name in addresses if name not in _WORDS_FOR_THINGS},
    }


def _load(url: str, _options: Any = None) -> dict[str, Any]:
    raise AssertionError(f"a context from elsewhere: {url}")


def expanded(graphs: Iterable[Mapping[str, Any]]) -> list[Any]:
    """The nodes of several blocks as a JSON-LD processor reads them, under full addresses."""
    blocks = list(graphs)
    assert all(block["@context"] == "https://schema.org" for block in blocks)
    whole = {
        "@context": _context(),
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
        if kind not in vocabulary().classes:
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
        if name not in vocabulary().domains:
            yield f"no property {name} (at {sorted(kinds)})"
            continue
        if not on & vocabulary().domains[name]:
            yield f"{name} does not go on {sorted(kinds)}"
        for one in found:
            fault = _misfit(one, name, known, home)
            if fault:
                yield f"{name} at {sorted(kinds)}: {fault}"


def _misfit(value: Any, name: str, known: Mapping[str, set[str]], home: str) -> str:
    """Why a value does not fit a property; empty where it does."""
    ranges = vocabulary().ranges[name]
    if "@value" in value:
        taken = ranges | {"Text"} if name in _WORDS_FOR_THINGS else ranges
        fits = _fits_data(value["@value"], taken)
        return "" if fits else f"{value['@value']!r} is none of {sorted(ranges)}"
    address = value.get("@id", "")
    if set(value) == {"@id"} and "URL" in ranges and _DATA["URL"].fullmatch(address):
        return ""
    kinds = set(_names(value.get("@type", ()))) or known.get(address, set())
    if any(above(kind) & ranges for kind in kinds):
        return ""
    member = vocabulary().members.get(*_names([address]))
    if member in ranges:
        return ""
    if not kinds and address.startswith(home):
        return f"nobody tells of {address}"
    return f"{sorted(kinds) or address} is none of {sorted(ranges)}"


def _fits_data(value: Any, ranges: frozenset[str]) -> bool:
    if isinstance(value, bool):
        return "Boolean" in ranges
    if isinstance(value, int):
        return bool({"Number", "Integer"} & ranges)
    if isinstance(value, float):
        return bool({"Number", "Float"} & ranges)
    return any(name in ranges and pattern.fullmatch(value) for name, pattern in _DATA.items())
