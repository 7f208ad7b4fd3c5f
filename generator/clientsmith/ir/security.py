"""How requests prove who sends them.

https://spec.openapis.org/oas/v3.1.1.html#security-scheme-object
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from msgspec import Struct

from clientsmith.pointer import Pointer


class Bearer(Struct, frozen=True, kw_only=True):
    """A token in `Authorization: Bearer`; `obtained` is how one comes by it."""

    scheme: str
    obtained: Literal["given", "oauth2", "openIdConnect"]
    docs: str = ""
    at: Pointer


class Basic(Struct, frozen=True, kw_only=True):
    """A user name and a password in `Authorization: Basic`."""

    scheme: str
    docs: str = ""
    at: Pointer


class ApiKey(Struct, frozen=True, kw_only=True):
    """A secret in a header, the query or a cookie."""

    scheme: str
    name: str
    location: Literal["header", "query", "cookie"]
    docs: str = ""
    at: Pointer


SecurityScheme: TypeAlias = Bearer | Basic | ApiKey
