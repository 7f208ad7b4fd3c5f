"""Where an API is.

https://spec.openapis.org/oas/v3.1.1.html#server-object
"""

from __future__ import annotations

from msgspec import Struct


class ServerVariable(Struct, frozen=True, kw_only=True):
    """A part of an address that may be chosen; anything where `enum` is empty."""

    name: str
    default: str | None
    """None where the document has a place for it, and does not say more."""
    enum: tuple[str, ...] = ()
    docs: str = ""


class Server(Struct, frozen=True, kw_only=True):
    """An address, in which the names of variables stand in braces."""

    address: str
    name: str = ""
    docs: str = ""
    variables: tuple[ServerVariable, ...] = ()
