"""Name the keywords that no type expresses yet, so that none is lost in silence.

https://json-schema.org/draft/2020-12/json-schema-validation
"""

from __future__ import annotations

from openapi_pydantic.v3.v3_1 import Schema

from clientsmith.diagnostics import Diagnostic, hint
from clientsmith.pointer import Pointer

from .assertions import WORDED
from .context import Context
from .kinds import is_never, type_names

_UNKNOWN = ("$recursiveRef",)
_NOTED = frozenset({*WORDED, "discriminator", "patternProperties"})


def report_unread(context: Context, schema: Schema, at: Pointer) -> None:
    """Say which keywords of a schema its type does not express."""
    given = schema.model_fields_set
    if _NOTED.isdisjoint(given) and not schema.model_extra:
        return
    worded = WORDED.keys() & given
    found = [WORDED[field] for field in sorted(worded)]
    if _is_text(schema.propertyNames):
        found.remove("propertyNames")
    found += [name for name in _UNKNOWN if name in (schema.model_extra or {})]
    if is_never(schema) and not found[1:]:
        return
    if schema.patternProperties and _is_open(schema):
        found.append("patternProperties")
    for keyword in found:
        _report(context, f"`{keyword}` is not expressed by the type", at / keyword)
    if schema.discriminator and "defaultMapping" in (
        schema.discriminator.model_extra or {}
    ):
        message = "a value with no known tag is kept as it came"
        _report(context, message, at / "discriminator" / "defaultMapping")


def _is_text(schema: object) -> bool:
    """Tell whether a schema asks of names what they are anyway."""
    return (
        isinstance(schema, Schema)
        and schema.model_fields_set == {"type"}
        and type_names(schema) == ["string"]
    )


def _is_open(schema: Schema) -> bool:
    """Tell whether properties may be anything that no pattern matches."""
    return schema.additionalProperties is None or schema.additionalProperties is True


def _report(context: Context, message: str, at: Pointer) -> None:
    problem = hint("keyword-unread", message, at, hint="values are kept as they come")
    context.unread.setdefault(at, problem)


def unread(context: Context) -> list[Diagnostic]:
    """List the keywords that are expressed by no type, and not in words either."""
    return [each for at, each in context.unread.items() if at not in context.said]
