"""Operations: `consumes` and `produces` become the media types of what they name.

https://spec.openapis.org/oas/v2.0.html#operation-object
"""

from __future__ import annotations

from clientsmith.load import JSON
from clientsmith.pointer import Pointer

from .bodies import convert_body, convert_form
from .conversion import Conversion, media_types, without
from .parameters import Parameters, split_parameters
from .responses import convert_responses
from .servers import convert_schemes

_REWRITTEN = ("consumes", "produces", "schemes")


def convert_operation(
    conversion: Conversion,
    value: dict[str, JSON],
    at: Pointer,
    shared: Parameters,
) -> JSON:
    """Convert an operation; `shared` are the parameters of its path."""
    own = split_parameters(conversion, value.get("parameters"), at / "parameters")
    converted = without(value, *_REWRITTEN)
    if isinstance(value.get("parameters"), list):
        converted["parameters"] = own.others
    body = _request_body(conversion, value, at, own, shared)
    if body is not None:
        converted["requestBody"] = body
    if isinstance(value.get("responses"), dict):
        produces = conversion.produces
        if "produces" in value:
            produces = media_types(value["produces"])
        converted["responses"] = convert_responses(
            conversion,
            value["responses"],
            at / "responses",
            produces,
            own=bool(produces) and "produces" in value,
        )
    if "schemes" in value:
        converted["servers"] = convert_schemes(conversion, value["schemes"], at)
    return converted


def _request_body(
    conversion: Conversion,
    value: dict[str, JSON],
    at: Pointer,
    own: Parameters,
    shared: Parameters,
) -> JSON:
    consumes = conversion.consumes
    if "consumes" in value:
        consumes = media_types(value["consumes"])
    bodies = own.bodies or shared.bodies
    fields = {**shared.fields, **own.fields}
    ignored = [*bodies[1:], *(fields.values() if bodies else ())]
    for sent in ignored:
        conversion.unsupported(
            "body-ambiguous",
            "a request has one body; this parameter is left out",
            sent.at,
            "keep one parameter `in: body`, or only `in: formData`",
        )
    place = at / "requestBody"
    if not bodies:
        return convert_form(conversion, fields, place, consumes) if fields else None
    if bodies[0].reference is not None and consumes == conversion.consumes:
        return {"$ref": bodies[0].reference}
    return convert_body(conversion, bodies[0], place, consumes)
