"""Tokens, who asks for them, and where.

https://www.rfc-editor.org/rfc/rfc6749#section-1.4
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

ClientAuth: TypeAlias = Literal["basic", "post"]
"""How a client proves who it is: `client_secret_basic` or `client_secret_post`."""


@dataclass(frozen=True, slots=True)
class Token:
    """What a token endpoint gave, for those who want to keep it."""

    access_token: str = field(repr=False)
    expires_in: float | None = None
    """Seconds from when it was asked for; None if the endpoint does not say."""

    refresh_token: str | None = field(default=None, repr=False)
    scope: str | None = None
    asked_at: float = field(default_factory=time.monotonic, repr=False, compare=False)

    def lasts(self, leeway: float) -> bool:
        """Say whether it is good for a while; what lasts shortly, for half of that."""
        if self.expires_in is None:
            return True
        left = self.asked_at + self.expires_in - time.monotonic()
        return left > min(leeway, self.expires_in / 2)


@dataclass(frozen=True, slots=True)
class Party:
    """Who asks for a token."""

    client_id: str | None
    client_secret: str | None = field(default=None, repr=False)
    auth: ClientAuth | None = None
    """How it proves that; the endpoint decides where None."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where tokens are given."""

    address: str
    auth: ClientAuth = "basic"
    """How it wants clients to prove who they are."""
