"""Objects that stand for themselves, in other files or where nothing else is known.

https://spec.openapis.org/oas/v2.0.html#reference-object
"""

from __future__ import annotations

from clientsmith.load import JSON, Kind
from clientsmith.pointer import Pointer
from clientsmith.resolve.values import members, reference_of

from .bodies import convert_body
from .conversion import Conversion
from .parameters import Sent, convert_parameter
from .paths import convert_path_item
from .responses import convert_header, convert_response
from .schemas import convert_schemas


def convert_fragment(
    conversion: Conversion,
    value: JSON,
    at: Pointer,
    kind: Kind,
) -> JSON:
    """Convert one object, which stays where it is."""
    converted = _converted(conversion, value, at, kind)
    return convert_schemas(conversion, converted, at)


def new_kind(value: JSON, kind: Kind) -> Kind | None:
    """Return what an object of 2.0 is in 3.0; fields of forms are none."""
    place = members(value).get("in")
    if kind.name != "parameter" or place not in {"body", "formData"}:
        return kind
    return Kind("requestBody") if place == "body" else None


def _converted(
    conversion: Conversion,
    value: JSON,
    at: Pointer,
    kind: Kind,
) -> JSON:
    if reference_of(value) is not None and kind.name != "pathItem":
        return value
    match kind.name:
        case "pathItem":
            return convert_path_item(conversion, value, at)
        case "parameter" if members(value).get("in") == "body":
            sent = Sent(members(value), at)
            return convert_body(conversion, sent, at, conversion.consumes)
        case "parameter" if members(value).get("in") != "formData":
            return convert_parameter(conversion, value, at, at)
        case "response":
            return convert_response(conversion, value, at, at, conversion.produces)
        case "header":
            return convert_header(conversion, value, at, at)
        case _:
            return value
