"""Which properties an object may have, as far as its class does not say it.

https://json-schema.org/draft/2020-12/json-schema-core#section-10.3.2
"""

from __future__ import annotations

from collections.abc import Iterator

from openapi_pydantic.v3.v3_1 import Schema

from .all_of import Merged
from .branches import telling
from .check_groups import Keywords, may_be, some
from .context import Context
from .directed import directed
from .kinds import is_never


def object_groups(
    context: Context, merged: Merged, raws: list[Keywords], *, in_class: bool
) -> Iterator[Keywords]:
    """Yield what is asserted of the properties that an object has.

    A class knows the properties that have attributes; elsewhere nobody does.
    """
    if not may_be(merged.schema, "object"):
        return
    required = merged.schema.required or ()
    undeclared = [name for name in required if name not in merged.properties]
    if undeclared:
        yield {"required": undeclared}
    if in_class or not (merged.properties or telling(merged)):
        yield _others(context, merged, raws)


def _others(context: Context, merged: Merged, raws: list[Keywords]) -> Keywords:
    """Return what is said of properties without an attribute, if anything is."""
    rest = merged.schema.additionalProperties
    patterns = {
        k: v for raw in raws for k, v in raw.get("patternProperties", {}).items()
    }
    counted = is_never(rest) or any("unevaluatedProperties" in raw for raw in raws)
    hides = _hides(context, merged)
    counted = counted or hides
    group: Keywords = {
        "properties": _without_attribute(context, merged, counted=counted)
    }
    if patterns:
        group["patternProperties"] = patterns
    if patterns or hides:
        for raw in raws:
            group |= some(raw, "additionalProperties")
    if is_never(rest):
        group["additionalProperties"] = False
    return {name: value for name, value in group.items() if value or value is False}


def _hides(context: Context, merged: Merged) -> bool:
    """Tell whether a class has to allow more of undeclared properties than is said.

    They have one type, and what is only written is undeclared in answers.
    """
    rest = merged.schema.additionalProperties
    return isinstance(rest, Schema) and any(
        directed(context, located).write_only for located in merged.properties.values()
    )


def _without_attribute(
    context: Context, merged: Merged, *, counted: bool
) -> dict[str, bool]:
    """Return the declared properties that a class of answers has no attribute for.

    Those that may be there matter where it is counted which ones are.
    """
    required = merged.schema.required or ()
    found: dict[str, bool] = {}
    for key, located in merged.properties.items():
        schema = located[-1].schema
        if is_never(schema) and key not in required:
            found[key] = False
        elif counted and directed(context, located).write_only:
            found[key] = True
    return found
