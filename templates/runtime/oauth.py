"""Tokens of OAuth 2 and OpenID Connect: given, or asked for.

https://spec.openapis.org/oas/v3.1.1.html#oauth-flows-object
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, TypeAlias

from .bearer import BearerToken
from .grants import ClientCredentials, Grant
from .security import AsyncSecret, Credential, Pending, Secret

if TYPE_CHECKING:
    import httpx2

    from .deadline import Deadline
    from .token_types import Token

TokenSource: TypeAlias = Secret | Grant
"""A token, a function that returns the one to use now, or how to ask for one."""

AsyncTokenSource: TypeAlias = AsyncSecret | Grant
"""The same for async clients: the function may be async."""


class OAuth2(BearerToken):
    """`Authorization: Bearer` with a token that is given, or asked for.

    Where neither is given, an id and a secret of a client are enough, if the API
    gives tokens for these.
    """

    __slots__ = ("_grant", "_id_env", "_secret_env", "_urls")

    def __init__(
        self,
        token: AsyncTokenSource | None = None,
        client_id: str | None = None,
        client_secret: str | None = None,
        *,
        env: str | None = None,
        client_id_env: str | None = None,
        client_secret_env: str | None = None,
        token_url: str = "",
        refresh_url: str = "",
        discovery_url: str = "",
    ) -> None:
        super().__init__(None if isinstance(token, Grant) else token, env=env)
        self._id_env = client_id_env
        self._secret_env = client_secret_env
        self._urls = (token_url or discovery_url, refresh_url, not token_url)
        self._grant: Grant | None = None
        if isinstance(token, Grant):
            self._grant = self._bound(token)
        elif token is None and client_id and client_secret:
            self._grant = self._bound(ClientCredentials(client_id, client_secret))

    def _bound(self, grant: Grant) -> Grant:
        token_url, refresh_url, discovers = self._urls
        grant.bind(token_url, refresh_url, discovers=discovers)
        return grant

    @property
    def source(self) -> str:
        """Where tokens come from, for people."""
        names = [name for name in (self._id_env, self._secret_env) if name]
        own = super().source
        return f"{own}, or {' and '.join(names)}" if names else own

    @property
    def is_given(self) -> bool:
        """See `Scheme.is_given`."""
        return self._grant is not None or super().is_given

    def credential(
        self, scopes: tuple[str, ...] = (), /
    ) -> Credential | Pending | None:
        """Return what to send now, what to wait for, or None if nothing was given."""
        given = None if self._grant else super().credential(scopes)
        grant = self._grant or (None if given else self._from_environment())
        if grant is None:
            return given
        wanted = grant.scopes(scopes)
        token = grant.tokens.fresh(wanted)
        return bearer(grant, token) if token else PendingToken(grant, wanted)

    def _from_environment(self) -> Grant | None:
        client_id = os.environ.get(self._id_env or "")
        client_secret = os.environ.get(self._secret_env or "")
        if client_id and client_secret:
            self._grant = self._bound(ClientCredentials(client_id, client_secret))
        return self._grant


class PendingToken(Pending):
    """A token that has to be asked for."""

    def __init__(self, grant: Grant, scopes: tuple[str, ...]) -> None:
        self._grant = grant
        self._scopes = scopes

    def get(self, http: httpx2.Client, address: str, until: Deadline, /) -> Credential:
        """Ask for it, or wait for somebody who does."""
        token = self._grant.tokens.get(http, address, self._scopes, until)
        return bearer(self._grant, token)

    async def aget(self, http: httpx2.AsyncClient, address: str, /) -> Credential:
        """See `get`."""
        token = await self._grant.tokens.aget(http, address, self._scopes)
        return bearer(self._grant, token)


def bearer(grant: Grant, token: Token) -> Credential:
    """Return what to send; once refused, the token is not used again."""

    def renew(_: object) -> bool:
        grant.tokens.drop(token.access_token)
        return True

    text = token.access_token
    return Credential("header", "Authorization", f"Bearer {text}", text, renew)
