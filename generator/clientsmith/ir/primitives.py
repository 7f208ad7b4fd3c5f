"""Which values of JSON fit a primitive type, and a text for each format.

https://spec.openapis.org/registry/format/
"""

from __future__ import annotations

from .types import Primitive

FORMAT_EXAMPLES = {
    "byte": "aGVsbG8=",
    "date": "2026-01-31",
    "date-time": "2026-01-31T12:00:00Z",
    "decimal": "1.5",
    "duration": "PT1M",
    "email": "someone@example.com",
    "hostname": "example.com",
    "int32": "1",
    "int64": "1",
    "ipv4": "192.0.2.1",
    "ipv6": "2001:db8::1",
    "time": "12:00:00Z",
    "uint32": "1",
    "uint64": "1",
    "uri": "https://example.com/",
    "url": "https://example.com/",
    "uuid": "123e4567-e89b-42d3-a456-426614174000",
}
"""A text that has the format, by its name."""
_KINDS: dict[str, type | tuple[type, ...]] = {
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
    "null": type(None),
}


def fits(value: object, type_: Primitive) -> bool:
    """Tell whether a value has a JSON type; true and false are no numbers."""
    if isinstance(value, bool) and type_.kind != "boolean":
        return False
    return isinstance(value, _KINDS[type_.kind])
