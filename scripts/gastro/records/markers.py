"""What a field means beyond its type: a claim, a reference, an address, a term of a closed list."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema


@dataclass(frozen=True, slots=True)
class Claim:
    """The value says something about the world, so it needs a source."""


@dataclass(frozen=True, slots=True)
class Reference:
    """The text is the id of a record of this kind (the folder's name)."""

    kind: str

    def __get_pydantic_json_schema__(
        self, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Tell editors where the ids come from."""
        return {**handler(core_schema), "description": f"content/{self.kind}/<id>.yml"}


@dataclass(frozen=True, slots=True)
class Term:
    """The text is the id of a term of this vocabulary (the file's name)."""

    vocabulary: str

    def __get_pydantic_json_schema__(
        self, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Name the vocabulary; gastro.editors.schemas writes its terms out."""
        return {**handler(core_schema), "x-vocabulary": self.vocabulary}


@dataclass(frozen=True, slots=True)
class Address:
    """The text is the address of a record of any kind (``kind/id``)."""


CLAIM = Claim()
ADDRESS = Address()
