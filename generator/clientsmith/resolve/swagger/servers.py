"""`host`, `basePath` and `schemes` become servers.

https://spec.openapis.org/oas/v2.0.html#swagger-object
"""

from __future__ import annotations

from clientsmith.load import JSON
from clientsmith.pointer import Pointer

from .conversion import Conversion, media_types

_DEFAULT = ["https"]
"""The specification means the scheme that the document itself was read by."""


def convert_servers(conversion: Conversion) -> list[JSON]:
    """List the addresses of the whole API."""
    for key in ("host", "basePath"):
        if key in conversion.swagger:
            conversion.comes_from(conversion.root / "servers", conversion.root / key)
            break
    return _servers(conversion, conversion.swagger.get("schemes"))


def convert_schemes(conversion: Conversion, schemes: JSON, at: Pointer) -> list[JSON]:
    """List the addresses of an operation that has schemes of its own."""
    conversion.comes_from(at / "servers", at / "schemes")
    return _servers(conversion, schemes)


def _servers(conversion: Conversion, schemes: JSON) -> list[JSON]:
    host, path = (conversion.swagger.get(key) for key in ("host", "basePath"))
    base = path.rstrip("/") if isinstance(path, str) else ""
    if not isinstance(host, str) or not host:
        return [{"url": base}] if base else []
    # The encrypted one first, since the first server is the one that clients use.
    ordered = sorted(media_types(schemes) or _DEFAULT, key=lambda one: one != "https")
    return [{"url": f"{scheme}://{host}{base}"} for scheme in ordered]
