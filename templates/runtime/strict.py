"""A validator that also refuses what a description's assertions do not allow.

It is made of the plain one's schema, in which `Asserts` has left its notes.
https://docs.pydantic.dev/latest/api/pydantic_core_schema/
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic_core import PydanticCustomError, SchemaValidator
from pydantic_core.core_schema import CoreConfig

from .assertions import Unfit
from .asserts import ASSERTS
from .core_schemas import instance_of
from .judge import judge
from .native import natively
from .schema_parts import with_parts

if TYPE_CHECKING:
    from .hooks import Schema


def strict_validator(schema: Schema) -> SchemaValidator:
    """Make a validator that checks assertions of one that does not."""
    config = CoreConfig(extra_fields_behavior="allow", val_json_bytes="base64")
    strict: Any = _strict(schema)
    return SchemaValidator(strict, config)


def _strict(schema: Schema) -> Schema:
    ref = schema.get("ref")
    made = _read({key: part for key, part in schema.items() if key != "ref"})
    notes: dict[str, Any] = schema.get("metadata") or {}
    for asserted in notes.get(ASSERTS, ()):
        made, rest = natively(made, asserted)
        made = _judged(made, rest) if rest else made
    return made | ({"ref": ref} if ref else {})


def _read(schema: Schema) -> Schema:
    made = with_parts(schema, _strict)
    if schema["type"] == "model":
        return instance_of(schema["cls"], made["schema"])
    return made


def _judged(schema: Schema, asserted: Schema) -> Schema:
    def check(value: Any) -> Any:
        try:
            judge(asserted, value)
        except Unfit as found:
            text = "{problem}"
            raise PydanticCustomError(
                "asserted", text, {"problem": str(found)}
            ) from None
        return value

    function = {"type": "no-info", "function": check}
    return {"type": "function-after", "function": function, "schema": schema}
