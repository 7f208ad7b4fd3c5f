"""Parameters: what stood beside `type` is a schema, and `collectionFormat` a style.

https://spec.openapis.org/oas/v2.0.html#parameter-object
"""

from __future__ import annotations

from msgspec import Struct, field
from msgspec.structs import replace

from clientsmith.diagnostics import error
from clientsmith.load import JSON
from clientsmith.pointer import Pointer
from clientsmith.resolve.values import items, members, reference_of

from .conversion import Conversion

_OF_THE_SCHEMA = frozenset(
    {
        "default",
        "enum",
        "exclusiveMaximum",
        "exclusiveMinimum",
        "format",
        "items",
        "maxItems",
        "maxLength",
        "maximum",
        "minItems",
        "minLength",
        "minimum",
        "multipleOf",
        "pattern",
        "type",
        "uniqueItems",
        "x-nullable",
    },
)
_STYLES: dict[str, dict[str, JSON]] = {
    "csv": {"style": "form", "explode": False},
    "multi": {"style": "form", "explode": True},
    "pipes": {"style": "pipeDelimited", "explode": False},
    "ssv": {"style": "spaceDelimited", "explode": False},
}
"""What OpenAPI 3 calls the formats of arrays in a query or a form."""
_SEPARATORS = {"csv": "comma", "pipes": "pipe", "ssv": "space", "tsv": "tab"}


class Sent(Struct, frozen=True):
    """A parameter that is part of the body, and where it stands."""

    value: dict[str, JSON]
    at: Pointer
    reference: str | None = None
    """How it was referred to, if it was."""


class Parameters(Struct, frozen=True):
    """The parameters of a path or an operation, by where they have moved."""

    others: list[JSON] = field(default_factory=list[JSON])
    """Those that are parameters still."""
    bodies: list[Sent] = field(default_factory=list[Sent])
    fields: dict[str, Sent] = field(default_factory=dict[str, Sent])


def split_parameters(conversion: Conversion, value: JSON, at: Pointer) -> Parameters:
    """Convert parameters, and set apart what is sent in the body."""
    found = Parameters()
    for index, raw in enumerate(items(value)):
        parameter, place = conversion.enter(raw, at / index)
        sent = Sent(members(parameter), place, reference_of(raw))
        match sent.value.get("in"), sent.value.get("name"):
            case "body", _:
                found.bodies.append(sent)
            case "formData", str() as name:
                found.fields[name] = sent
            case "formData", _:
                message = "a field of a form needs a `name`"
                problem = error("field-missing", message, place)
                left_out = replace(problem, instead="the field is left out")
                conversion.problems.append(left_out)
            case _:
                new = at / len(found.others)
                if new != at / index:
                    conversion.moved(new, at / index)
                found.others.append(convert_parameter(conversion, raw, at / index, new))
    return found


def convert_parameter(
    conversion: Conversion,
    value: JSON,
    old: Pointer,
    new: Pointer,
) -> JSON:
    """Convert a parameter that is none of the body."""
    if not isinstance(value, dict) or reference_of(value) is not None:
        return value
    rest = {
        key: item
        for key, item in value.items()
        if key not in _OF_THE_SCHEMA and key != "collectionFormat"
    }
    if "schema" in value:
        return rest
    conversion.comes_from(new / "schema", old)
    style = array_style(value, str(value.get("in")))
    if style is None:
        return {**rest, "schema": joined(conversion, value, old)}
    return {**rest, **style, "schema": schema_of(value)}


def schema_of(value: dict[str, JSON]) -> dict[str, JSON]:
    """Gather what a parameter, a field or a header says of its value."""
    return {key: item for key, item in value.items() if key in _OF_THE_SCHEMA}


def array_style(value: dict[str, JSON], place: str) -> dict[str, JSON] | None:
    """Return how the array of a parameter is written; None if 3.x has no word for it.

    Items that are arrays themselves have a format of their own, and never one.
    """
    if value.get("type") != "array":
        return {}
    chosen = str(value.get("collectionFormat", "csv"))
    if "collectionFormat" in members(value.get("items")):
        return None
    if place == "formData" and chosen == "multi":
        return {}
    if place in {"formData", "query"}:
        return _STYLES.get(chosen)
    return {} if chosen == "csv" else None


def joined(
    conversion: Conversion,
    value: dict[str, JSON],
    at: Pointer,
) -> dict[str, JSON]:
    """Leave it to the caller to join an array, and say so."""
    chosen = str(value.get("collectionFormat", "csv"))
    separator = _SEPARATORS.get(chosen, chosen)
    conversion.unsupported(
        "collection-format",
        f"arrays joined by `{chosen}` cannot be sent from here; this is a string",
        at / "collectionFormat" if "collectionFormat" in value else at,
        f"join the values with a {separator}",
    )
    return {"type": "string"}
