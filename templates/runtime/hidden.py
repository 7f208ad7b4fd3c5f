"""Secrets of a client, which neither `repr` nor `vars` shows.

https://spec.openapis.org/oas/v3.1.1.html#security-scheme-object
"""

from __future__ import annotations

import os
from inspect import isawaitable
from typing import TYPE_CHECKING

from .package import PACKAGE
from .secrecy import Unseen, veiled
from .security import Pending

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    import httpx2

    from .deadline import Deadline
    from .security import AsyncSecret, Credential


class Hidden:
    """Keeps a secret where neither `repr` nor `vars` shows it."""

    __slots__ = ("_secret", "env")

    def __init__(self, secret: AsyncSecret | None, env: str | None) -> None:
        """Take a secret.

        Raises:
            TypeError: It is neither a text nor a function.
        """
        self.env = env
        self._secret = secret
        if not callable(secret):
            self._secret = None if secret is None else self._text(secret)

    @property
    def source(self) -> str:
        """Where the secret comes from, for people."""
        return f"the environment variable {self.env}" if self.env else "an argument"

    @property
    def is_given(self) -> bool:
        """See `Scheme.is_given`."""
        return self._secret is not None or (self.env or "") in os.environ

    def in_curl(
        self, variable: Callable[[str | None], str], /
    ) -> Credential | list[str] | None:
        """See `Scheme.in_curl`."""
        return self._written(variable(self.env))

    def credential(
        self, _scopes: tuple[str, ...] = (), /
    ) -> Credential | Pending | None:
        """Return what to send now, what to wait for, or None if nothing was given."""
        if not callable(self._secret):
            given = self._secret or os.environ.get(self.env or "", "")
            return self._written(Unseen(given))
        asked = veiled(self._secret())
        if isawaitable(asked):
            return PendingSecret(asked, self._asked)
        return self._asked(asked)

    def _text(self, given: object) -> Unseen:
        if isinstance(given, str):
            return Unseen(given)
        # Variables are named after a package and an argument.
        env, package = self.env or "", f"{PACKAGE.upper()}_"
        is_named = env.startswith(package)
        what = env.removeprefix(package).lower() if is_named else "a credential"
        kind = type(given).__name__
        raise TypeError(f"{what} must be a text or a function of one, not {kind}")

    def _asked(self, given: object) -> Credential | None:
        """Write what a function returned, which may return another one next time."""
        credential = self._written(self._text(given))
        return credential and credential._replace(renew=credential.renew or _asks_again)

    def _written(self, secret: str) -> Credential | None:
        raise NotImplementedError

    def __repr__(self) -> str:
        return f"{type(self).__name__}(..., env={self.env!r})"


def _asks_again(_: object) -> bool:
    return True


class PendingSecret(Pending):
    """What an async function is going to return."""

    def __init__(
        self, asked: Awaitable[str], write: Callable[[object], Credential | None]
    ) -> None:
        self._asked = asked
        self._write = write

    def get(
        self, _http: httpx2.Client, _address: str, _until: Deadline, /
    ) -> Credential | None:
        """Refuse to wait.

        Raises:
            TypeError: Always; there is no event loop to wait in.
        """
        if close := getattr(self._asked, "close", None):
            close()
        raise TypeError("an async function gives this credential; use AsyncClient")

    async def aget(
        self, _http: httpx2.AsyncClient, _address: str, /
    ) -> Credential | None:
        """Wait for the function."""
        return self._write(veiled(await self._asked))
