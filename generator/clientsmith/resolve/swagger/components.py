"""Definitions, and the parameters and responses that operations share.

https://spec.openapis.org/oas/v2.0.html#definitions-object
https://spec.openapis.org/oas/v2.0.html#parameters-definitions-object
https://spec.openapis.org/oas/v2.0.html#responses-definitions-object
"""

from __future__ import annotations

from clientsmith.load import JSON
from clientsmith.resolve.values import members

from .bodies import convert_body
from .conversion import Conversion
from .parameters import Sent, convert_parameter
from .responses import convert_response
from .security import convert_scheme


def convert_components(conversion: Conversion) -> dict[str, JSON]:
    """Gather what `#/components` holds."""
    found = {
        "schemas": _definitions(conversion),
        **_parameters(conversion),
        "responses": _responses(conversion),
        "securitySchemes": _schemes(conversion),
    }
    return {key: value for key, value in found.items() if value is not None}


def _definitions(conversion: Conversion) -> JSON:
    old, new = conversion.root / "definitions", conversion.root / "components"
    conversion.moved(new / "schemas", old)
    return conversion.swagger.get("definitions")


def _parameters(conversion: Conversion) -> dict[str, JSON]:
    """Tell parameters from bodies; fields of forms are part of each operation."""
    old, new = conversion.root / "parameters", conversion.root / "components"
    raw = conversion.swagger.get("parameters")
    if not isinstance(raw, dict):
        conversion.moved(new / "parameters", old)
        return {} if raw is None else {"parameters": raw}
    parameters: dict[str, JSON] = {}
    bodies: dict[str, JSON] = {}
    for name, parameter in raw.items():
        target, where = conversion.enter(parameter, old / name)
        place = members(target).get("in")
        if place == "body":
            at = new / "requestBodies" / name
            conversion.moved(at, old / name)
            sent = Sent(members(target), where)
            bodies[name] = convert_body(conversion, sent, at, conversion.consumes)
        elif place != "formData":
            at = new / "parameters" / name
            conversion.moved(at, old / name)
            parameters[name] = convert_parameter(conversion, parameter, old / name, at)
    return {"parameters": parameters, "requestBodies": bodies}


def _responses(conversion: Conversion) -> JSON:
    old = conversion.root / "responses"
    new = conversion.root / "components" / "responses"
    conversion.moved(new, old)
    raw = conversion.swagger.get("responses")
    if not isinstance(raw, dict):
        return raw
    produces = conversion.produces
    return {
        name: convert_response(conversion, response, old / name, new / name, produces)
        for name, response in raw.items()
    }


def _schemes(conversion: Conversion) -> JSON:
    old = conversion.root / "securityDefinitions"
    new = conversion.root / "components" / "securitySchemes"
    conversion.moved(new, old)
    raw = conversion.swagger.get("securityDefinitions")
    if not isinstance(raw, dict):
        return raw
    return {
        name: convert_scheme(conversion, scheme, old / name, new / name)
        for name, scheme in raw.items()
    }
