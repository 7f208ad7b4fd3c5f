"""Whether a property is only read or only written, by whatever says so.

That is also a schema that it refers to: what a reference leads to says of the place.
https://json-schema.org/draft/2020-12/json-schema-validation#section-9.4
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from openapi_pydantic.v3.v3_1 import Schema

from .all_of import Located, parts
from .annotations import said
from .context import Context


class Directed(NamedTuple):
    """The flags of a property."""

    read_only: bool
    write_only: bool


def directed(context: Context, located: tuple[Located, ...]) -> Directed:
    """Tell which flags one of the schemas of a property has."""
    schemas = [schema for each in located for schema in _saying(context, each)]
    return Directed(
        any(schema.readOnly is True for schema in schemas),
        any(schema.writeOnly is True for schema in schemas),
    )


def _saying(context: Context, located: Located) -> Iterator[Schema]:
    """List the schemas that speak of a place; most are alone."""
    schema = located.schema
    yield said(schema)
    is_alone = isinstance(schema, Schema) and not schema.allOf
    if not is_alone or "$ref" in (schema.model_extra or ()):
        yield from (part.schema for part in parts(context, schema, located.at))
