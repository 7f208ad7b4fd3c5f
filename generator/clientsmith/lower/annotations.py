"""What a schema says of the place where it stands, and not of its type.

https://json-schema.org/draft/2020-12/json-schema-validation#section-9
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from openapi_pydantic.v3.v3_1 import Reference as SchemaReference
from openapi_pydantic.v3.v3_1 import Schema

from clientsmith.ir import Value

from .context import SchemaLike, annotated
from .kinds import kind_of

_OF_A_PLACE = frozenset(
    {
        "default",
        "deprecated",
        "description",
        "example",
        "examples",
        "readOnly",
        "writeOnly",
    },
)


def said(schema: SchemaLike) -> Schema:
    """Return the schema whose annotations speak of this place, not of its type.

    What may be null as well is often described where it is not, and what combines
    several schemas by the last of them.
    """
    if isinstance(schema, SchemaReference):
        return annotated(schema)
    if not (schema.allOf or schema.anyOf or schema.oneOf):
        return schema
    known: dict[str, Any] = {}
    for part in _parts(schema):
        inner = said(part)
        known = {name: getattr(inner, name) for name in _given(inner)} | known
    added = known.keys() - schema.model_fields_set
    if not added:
        return schema
    return schema.model_copy(update={name: known[name] for name in added})


def _given(schema: Schema) -> frozenset[str]:
    return _OF_A_PLACE & schema.model_fields_set


def _parts(schema: Schema) -> Iterator[SchemaLike]:
    """Yield the schemas that speak of the same place, those that count most first."""
    yield from reversed(schema.allOf or ())
    only = _only_alternative(schema)
    if only is not None:
        yield only


def default(schema: Schema) -> Value | None:
    """Return the default that a schema documents, if it does."""
    return Value(schema.default) if "default" in schema.model_fields_set else None


def example(schema: Schema) -> Value | None:
    """Return the first example that a schema gives."""
    if schema.examples:
        return Value(schema.examples[0])
    return Value(schema.example) if "example" in schema.model_fields_set else None


def _only_alternative(schema: Schema) -> SchemaLike | None:
    """Return what a schema chooses if it is not null, where there is one such thing."""
    for alternatives in (schema.anyOf, schema.oneOf):
        rest = [one for one in alternatives or () if not _is_null(one)]
        if len(rest) == 1:
            return rest[0]
    return None


def _is_null(schema: SchemaLike) -> bool:
    return isinstance(schema, Schema) and kind_of(schema) == "null"
