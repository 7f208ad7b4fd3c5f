"""How something is sent, in the words of OpenAPI: styles, and places of credentials.

The plan and what is read of a package name a function of the runtime and its options;
both say the same of it then.

https://spec.openapis.org/oas/v3.1.1.html#style-values
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

_STYLES: Final[Mapping[str, str]] = {
    "cookie_pair": "form",
    "deep_object": "deepObject",
    "form": "form",
    "form_query": "form",
    "header_field": "simple",
    "json_field": "JSON",
    "json_parameter": "JSON",
    "json_query": "JSON",
    "json_segment": "JSON",
    "label": "label",
    "matrix": "matrix",
    "pipe_delimited": "pipeDelimited",
    "simple": "simple",
    "space_delimited": "spaceDelimited",
    "text_query": "text",
}
"""What each function writes."""
_OPTIONS: Final[Mapping[str, str]] = {
    "allow_reserved": "allowReserved",
    "encode": "encoded",
    "explode": "explode",
}


def style_said(function: str, options: Mapping[str, object]) -> str:
    """Say how a parameter is written: `form, explode: false`; nothing if unknown."""
    style = _STYLES.get(function)
    if style is None:
        return ""
    said = (
        f"{_OPTIONS[name]}: {str(value).lower()}"
        for name, value in sorted(options.items())
        if name in _OPTIONS
    )
    return ", ".join([style, *said])


def credential_said(kind: str, details: Mapping[str, str]) -> str:
    """Say where what proves who calls is sent: `header X-Key`; nothing if unknown."""
    match kind:
        case "ApiKey":
            return f"{details.get('place', 'header')} {details.get('name', '')}"
        case "BearerToken":
            return details.get("scheme", "Bearer")
        case "OAuth2":
            asked = details.get("token_url") or details.get("discovery_url", "")
            return f"Bearer from {asked}" if asked else "Bearer"
        case "BasicAuth":
            return "Basic"
        case "DigestAuth":
            return "Digest"
        case "ClientCertificate":
            return "certificate"
        case _:
            return ""
