"""How requests prove who sends them.

https://spec.openapis.org/oas/v3.1.1.html#security-scheme-object
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from msgspec import Struct

from clientsmith.pointer import Pointer

Grant: TypeAlias = Literal[
    "authorizationCode", "clientCredentials", "deviceAuthorization", "password"
]
"""A flow that ends with a token endpoint."""


class Bearer(Struct, frozen=True, kw_only=True):
    """One text in `Authorization`, after the name of an HTTP scheme."""

    scheme: str
    http_scheme: str = "Bearer"
    docs: str = ""
    at: Pointer


class Basic(Struct, frozen=True, kw_only=True):
    """A user name and a password in `Authorization: Basic`."""

    scheme: str
    docs: str = ""
    at: Pointer


class Digest(Struct, frozen=True, kw_only=True):
    """A user name and the proof of a password in `Authorization: Digest`."""

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


class OAuth(Struct, frozen=True, kw_only=True):
    """A token of OAuth 2 or OpenID Connect, and where it comes from.

    `discovery_url` is asked for the token endpoint where none is given.
    """

    scheme: str
    grants: tuple[Grant, ...]
    """The flows that the document describes; none where a server says it itself."""
    token_url: str = ""
    refresh_url: str = ""
    discovery_url: str = ""
    docs: str = ""
    at: Pointer


class MutualTls(Struct, frozen=True, kw_only=True):
    """A certificate that the connection shows."""

    scheme: str
    docs: str = ""
    at: Pointer


SecurityScheme: TypeAlias = Bearer | Basic | Digest | ApiKey | OAuth | MutualTls


class Need(Struct, frozen=True):
    """A scheme that must be met, and the scopes that it must cover."""

    scheme: str
    scopes: tuple[str, ...] = ()


Requirement: TypeAlias = tuple[Need, ...]
"""Schemes that must all be met; an operation lists alternatives."""
