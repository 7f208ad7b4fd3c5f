"""How requests prove who sends them.

https://spec.openapis.org/oas/v3.1.1.html#security-scheme-object
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from clientsmith.pointer import Pointer


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearer:
    """A token in `Authorization: Bearer`; `obtained` is how one comes by it."""

    scheme: str
    obtained: Literal["given", "oauth2", "openIdConnect"]
    docs: str = ""
    at: Pointer


@dataclass(frozen=True, slots=True, kw_only=True)
class Basic:
    """A user name and a password in `Authorization: Basic`."""

    scheme: str
    docs: str = ""
    at: Pointer


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiKey:
    """A secret in a header, the query or a cookie."""

    scheme: str
    name: str
    location: Literal["header", "query", "cookie"]
    docs: str = ""
    at: Pointer


SecurityScheme: TypeAlias = Bearer | Basic | ApiKey
