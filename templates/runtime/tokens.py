"""Tokens that are kept: one request for each, however many ask at once."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from .forks import Lock as ThreadLock

if TYPE_CHECKING:
    from collections.abc import Iterable

    import httpx2
    from anyio import Lock
    from anyio.lowlevel import RunVar

    from .grants import Grant
    from .token_types import Endpoint, Token


class Tokens:
    """The tokens of one grant, by the scopes that they were asked for.

    Threads wait for each other, and so do the tasks of an event loop.
    """

    def __init__(self, grant: Grant) -> None:
        self._grant = grant
        self._lock = ThreadLock()
        self._kept: dict[frozenset[str], Token] = {}
        self.refreshing: dict[frozenset[str], str] = {}
        """The refresh tokens."""

        self.endpoints: dict[str, Endpoint] = {}
        """Those that had to be found, by where to find them."""

    def fresh(self, scopes: Iterable[str]) -> Token | None:
        """Return a token that covers some scopes and lasts, if there is one."""
        for covered, token in list(self._kept.items()):
            if covered.issuperset(scopes) and token.lasts(self._grant.leeway):
                return token
        return None

    def keep(self, token: Token, scopes: Iterable[str]) -> None:
        """Keep a token, and the refresh token that came with it."""
        covered = frozenset(scopes)
        self._kept[covered] = token
        if token.refresh_token:
            self.refreshing[covered] = token.refresh_token

    def drop(self, access_token: str) -> None:
        """Forget a token that was refused, unless it has been replaced already."""
        for covered, token in list(self._kept.items()):
            if token.access_token == access_token:
                self._kept.pop(covered, None)

    def get(self, http: httpx2.Client, address: str, scopes: Iterable[str]) -> Token:
        """Return a token that lasts; `address` is where the API is.

        Raises:
            TokenError: There is none to be had.
        """
        from .token_exchange import ask, exchange

        with self._lock:
            if token := self.fresh(scopes):
                return token
            steps = ask(self._grant, address, frozenset(scopes))
            token = exchange(http, steps, self._grant.timeout)
            self.keep(token, scopes)
            self._grant.tell(token)
            return token

    async def aget(
        self, http: httpx2.AsyncClient, address: str, scopes: Iterable[str]
    ) -> Token:
        """See `get`."""
        from .token_exchange import ask, exchange_async

        async with self._lock_of_this_loop():
            if token := self.fresh(scopes):
                return token
            steps = ask(self._grant, address, frozenset(scopes))
            token = await exchange_async(http, steps, self._grant.timeout)
            self.keep(token, scopes)
            await self._grant.tell_async(token)
            return token

    def _lock_of_this_loop(self) -> Lock:
        from anyio import Lock

        try:
            locks = _locks().get()
        except LookupError:
            locks = WeakKeyDictionary[Any, Lock]()
            _locks().set(locks)
        return locks.setdefault(self, Lock())


@cache
def _locks() -> RunVar[WeakKeyDictionary[Any, Lock]]:
    from anyio.lowlevel import RunVar

    return RunVar(f"{__name__}.locks")
