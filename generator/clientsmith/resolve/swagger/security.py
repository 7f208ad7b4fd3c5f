"""Security schemes, whose OAuth flows have other names.

https://spec.openapis.org/oas/v2.0.html#security-scheme-object
"""

from __future__ import annotations

from clientsmith.load import JSON
from clientsmith.pointer import Pointer

from .conversion import Conversion, without

_FLOWS = {
    "accessCode": "authorizationCode",
    "application": "clientCredentials",
    "implicit": "implicit",
    "password": "password",
}
_OF_A_FLOW = ("authorizationUrl", "scopes", "tokenUrl")


def convert_scheme(
    conversion: Conversion,
    value: JSON,
    old: Pointer,
    new: Pointer,
) -> JSON:
    """Convert one security scheme."""
    if not isinstance(value, dict):
        return value
    match value.get("type"):
        case "basic":
            return {**value, "type": "http", "scheme": "basic"}
        case "oauth2" if isinstance(value.get("flow"), str):
            name = str(value["flow"])
            flow = {key: value[key] for key in _OF_A_FLOW if key in value}
            flow.setdefault("scopes", {})
            place = new / "flows" / _FLOWS.get(name, name)
            conversion.comes_from(place, old)
            return {
                **without(value, "flow", *_OF_A_FLOW),
                "flows": {place.last: flow},
            }
        case _:
            return value
