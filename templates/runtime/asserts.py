"""What a description asserts of values beyond their types, said where they are typed.

Strict validation of answers checks it. Nothing else does: what a request may hold is
for the server to judge.
https://json-schema.org/draft/2020-12/json-schema-validation
"""

from __future__ import annotations

from typing import (
    TYPE_CHECKING,
    Any,
    TypeAlias,
    TypedDict,
    TypeVar,
    Unpack,
)

from .hooks import CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from pydantic import GetCoreSchemaHandler
    from pydantic_core import SchemaValidator, core_schema

    from .models import Model

__all__ = ["Asserts"]

M = TypeVar("M", bound="type[Model]")

ASSERTS = "asserts"
"""Where the metadata of a core schema lists what is asserted of its values."""


class Keywords(TypedDict, total=False):
    """The keywords of JSON Schema in Python's spelling; `not` is `not_`.

    Schemas inside of them are as the document has them, references written out.
    """

    additional_properties: Schema
    all_of: Sequence[Schema]
    any_of: Sequence[Schema]
    const: Any
    contains: Schema
    dependent_required: Mapping[str, Sequence[str]]
    dependent_schemas: Mapping[str, Schema]
    else_: Schema
    enum: Sequence[Any]
    exclusive_maximum: float
    exclusive_minimum: float
    format: str
    if_: Schema
    items: Schema
    max_contains: float
    max_items: float
    max_length: float
    max_properties: float
    maximum: float
    min_contains: float
    min_items: float
    min_length: float
    min_properties: float
    minimum: float
    multiple_of: float
    not_: Schema
    one_of: Sequence[Schema]
    pattern: str
    pattern_properties: Mapping[str, Schema]
    prefix_items: Sequence[Schema]
    properties: Mapping[str, Schema]
    property_names: Schema
    required: Sequence[str]
    then: Schema
    type: str | Sequence[str]
    unevaluated_items: Schema
    unevaluated_properties: Schema
    unique_items: bool


Schema: TypeAlias = "Mapping[str, Any] | bool"


class Asserts:
    """Marks a type, `Annotated[int, Asserts(minimum=1)]`, or decorates a model."""

    __slots__ = ("_text", "schema")

    def __init__(self, **keywords: Unpack[Keywords]) -> None:
        self.schema: dict[str, Any] = {
            _as_spelled(name): item for name, item in keywords.items()
        }
        self._text = repr(self.schema)

    def __repr__(self) -> str:
        return f"Asserts({self._text})"

    # As text, because to Python `1` is the same as `true`.
    def __eq__(self, other: object) -> bool:
        return isinstance(other, Asserts) and self._text == other._text

    def __hash__(self) -> int:
        return hash(self._text)

    def __call__(self, model: M) -> M:
        """Assert something of the objects of a class."""
        model.__asserts__ = self
        return model

    def __get_pydantic_core_schema__(
        self,
        source: Any,
        handler: GetCoreSchemaHandler,
    ) -> core_schema.CoreSchema:
        schema = handler(source)
        self.mark(schema)
        return schema

    def mark(self, schema: Any, *, beside: Iterable[str] = ()) -> None:
        """Leave a note in a core schema; plain validators do not look at it.

        `beside` are the properties that have attributes of a class.
        """
        known: dict[str, Schema] = dict.fromkeys(beside, True)
        known |= self.schema.get("properties") or {}
        noted = {**self.schema, "properties": known} if known else self.schema
        _notes(schema).setdefault(ASSERTS, []).append(noted)


def _notes(schema: Any) -> dict[str, Any]:
    notes: dict[str, Any] = schema.setdefault("metadata", {})
    return notes


def _as_spelled(name: str) -> str:
    """Spell a keyword as JSON Schema does: `min_length` is `minLength`."""
    first, *rest = name.rstrip("_").split("_")
    return first + "".join(map(str.capitalize, rest))


def _strict_validator(schema: dict[str, Any]) -> SchemaValidator:
    from .strict import strict_validator

    return strict_validator(schema)


CHECKING.append(_strict_validator)
