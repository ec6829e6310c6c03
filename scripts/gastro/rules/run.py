"""Runs every rule, applies the exceptions, and names those no longer needed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from gastro.catalogue import Catalogue, Loaded
from gastro.catalogue.load import EXCEPTIONS_FILE
from gastro.problems import Problem, Spot, problem
from gastro.problems.codes import load_codes
from gastro.reading import locate
from gastro.records.exceptions import Exemption
from gastro.rules import (
    citations,
    dates,
    dossier,
    evidence,
    figures,
    former_ids,
    ids,
    languages,
    markup,
    names,
    personal_data,
    references,
    romanisation,
    routes,
    sources,
    style,
    terms,
)

Rule = Callable[[Catalogue], Iterable[Problem]]

RULES: tuple[Rule, ...] = (
    ids.check,
    former_ids.check,
    names.check,
    references.check,
    terms.check,
    citations.check,
    sources.check,
    languages.check,
    markup.check,
    style.check,
    romanisation.check,
    dates.check,
    evidence.check,
    routes.check,
    figures.check,
    personal_data.check,
    dossier.check,
)


def run(loaded: Loaded, rules: Iterable[Rule] = RULES) -> tuple[Problem, ...]:
    """Every problem of the records, sorted; those met while loading come with them."""
    found = set(loaded.problems)
    for rule in rules:
        found.update(_guarded(rule, loaded.catalogue))
    kept = [one for one in found if not any(_covers(exemption, one) for exemption in loaded.exceptions)]
    return tuple(sorted([*kept, *_exception_problems(loaded, found)]))


def _guarded(rule: Rule, catalogue: Catalogue) -> list[Problem]:
    try:
        return list(rule(catalogue))
    except Exception as error:
        name = rule.__module__.rpartition(".")[2]
        reason = f"{type(error).__name__}: {error}"
        return [problem("rule-crashed", "", Spot(), rule=name, reason=reason)]


def _covers(exemption: Exemption, found: Problem) -> bool:
    return (
        exemption.code == found.code
        and exemption.path == found.path
        and exemption.field in (None, found.field)
    )


def _exception_problems(loaded: Loaded, found: set[Problem]) -> Iterator[Problem]:
    document = loaded.documents.get(EXCEPTIONS_FILE)
    if document is None or document.root is None:
        return
    for number, exemption in enumerate(loaded.exceptions):
        spot = locate(document.root, ("exceptions", number, "code"))
        field = f"exceptions.{number + 1}"
        if exemption.code not in load_codes():
            yield problem("unknown-exception", EXCEPTIONS_FILE, spot, field, value=exemption.code)
        elif not any(_covers(exemption, one) for one in found):
            values = {"value": exemption.code, "file": exemption.path}
            yield problem("stale-exception", EXCEPTIONS_FILE, spot, field, **values)
