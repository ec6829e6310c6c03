"""JSON Schemas of every kind of record, made from the models and the vocabularies.

YAML files name theirs in the first line, so that a text editor completes fields and terms
and explains them in Thai and English. They help while typing; ``gastro check`` decides.
"""

from __future__ import annotations

import json
from typing import Any

from gastro.catalogue import Catalogue
from gastro.records.exceptions import Exceptions
from gastro.records.kinds import KINDS

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schemas(catalogue: Catalogue) -> dict[str, str]:
    """The text of each schema by file name (``desserts.json``)."""
    models = {name: kind.model for name, kind in KINDS.items()} | {"exceptions": Exceptions}
    return {
        f"{name}.json": _text(
            {"$schema": DIALECT, **_with_terms(model.model_json_schema(mode="validation"), catalogue)}
        )
        for name, model in models.items()
    }


def _with_terms(value: Any, catalogue: Catalogue) -> Any:
    """The schema with every vocabulary written out as choices with their labels."""
    if isinstance(value, list):
        return [_with_terms(item, catalogue) for item in value]
    if not isinstance(value, dict):
        return value
    out = {key: _with_terms(item, catalogue) for key, item in value.items()}
    vocabulary = out.pop("x-vocabulary", None)
    if vocabulary is not None:
        terms = catalogue.vocabularies.get(vocabulary, {})
        out.pop("pattern", None)
        out["enum"] = list(terms)
        out["enumDescriptions"] = [f"{term.label.th} · {term.label.en}" for term in terms.values()]
    return out


def _text(schema: dict[str, Any]) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
