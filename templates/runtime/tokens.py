"""Tokens that are kept: one request for each, however many ask at once."""

from __future__ import annotations

from contextlib import asynccontextmanager, contextmanager
from copy import copy
from functools import cache
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from .deadline import OutOfTime
from .errors import TokenError
from .forks import Lock as ThreadLock

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Generator, Iterable

    import httpx2
    from anyio import Lock
    from anyio.lowlevel import RunVar

    from .deadline import Deadline
    from .grants import Grant
    from .token_types import Endpoint, Token

_LOOK_SECONDS = 0.01
"""How often an event loop looks whether a thread or another loop has asked."""


class Tokens:
    """The tokens of one grant, by the scopes that they were asked for.

    Threads, event loops and the tasks of each wait for each other.
    """

    def __init__(self, grant: Grant) -> None:
        self._grant = grant
        self._lock = ThreadLock()
        self._kept: dict[frozenset[str], Token] = {}
        self._failures: dict[frozenset[str], TokenError] = {}
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

    def get(
        self,
        http: httpx2.Client,
        address: str,
        scopes: Iterable[str],
        until: Deadline,
    ) -> Token:
        """Return a token that lasts; `address` is where the API is.

        Who asks does so to the end, since others wait for it, but no longer than until
        their deadlines.

        Raises:
            OutOfTime: Somebody else was asking for longer.
            TokenError: There is none to be had.
        """
        from .token_exchange import ask, exchange

        wanted = frozenset(scopes)
        before = self._failures.get(wanted)
        seconds = until.remaining()
        lock = self._lock.held
        if not lock.acquire(timeout=-1 if seconds is None else seconds):
            raise OutOfTime
        try:
            if token := self._outcome(wanted, before):
                return token
            steps = ask(self._grant, address, wanted)
            with self._noting_failure(wanted):
                token = exchange(http, steps, self._grant.timeout)
            self.keep(token, wanted)
            self._grant.tell(token)
            return token
        finally:
            lock.release()

    async def aget(
        self, http: httpx2.AsyncClient, address: str, scopes: Iterable[str]
    ) -> Token:
        """See `get`; a task that is cancelled leaves the asking to the next one."""
        from .token_exchange import ask, exchange_async

        wanted = frozenset(scopes)
        before = self._failures.get(wanted)
        async with self._lock_of_this_loop(), self._turn():
            if token := self._outcome(wanted, before):
                return token
            steps = ask(self._grant, address, wanted)
            with self._noting_failure(wanted):
                token = await exchange_async(http, steps, self._grant.timeout)
            self.keep(token, wanted)
            await self._grant.tell_async(token)
            return token

    @asynccontextmanager
    async def _turn(self) -> AsyncGenerator[None]:
        """Have the lock of the threads, without holding up an event loop for it.

        Nothing can wake a loop that may end meanwhile, so it looks by itself.
        """
        from anyio import sleep

        lock = self._lock.held
        while not lock.acquire(blocking=False):
            await sleep(_LOOK_SECONDS)
        try:
            yield
        finally:
            lock.release()

    @contextmanager
    def _noting_failure(self, scopes: frozenset[str]) -> Generator[None]:
        try:
            yield
        except TokenError as problem:
            self._failures[scopes] = copy(problem)
            raise

    def _outcome(
        self, scopes: frozenset[str], before: TokenError | None
    ) -> Token | None:
        """Return the token that somebody else has got meanwhile, if anybody has asked.

        Raises:
            TokenError: They have got none, and it would be the same for this one.
        """
        token, failure = self.fresh(scopes), self._failures.get(scopes)
        if token is None and failure is not None and failure is not before:
            raise copy(failure)
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
