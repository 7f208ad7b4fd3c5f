"""How a value is written as XML, kept for whoever writes it.

https://spec.openapis.org/oas/v3.1.1.html#xml-object
"""

from __future__ import annotations

from msgspec import Struct


class Xml(Struct, frozen=True, kw_only=True):
    """What the document says of the XML of a schema."""

    name: str | None = None
    """Of the element or the attribute, where it is not that of the property."""
    namespace: str | None = None
    prefix: str | None = None
    attribute: bool = False
    """Whether it is an attribute, and no element."""
    wrapped: bool = False
    """Whether the items of an array stand inside of an element of their own."""
    node_type: str | None = None
    """What of XML it becomes, since 3.2: `element`, `text`, `none` and others."""
