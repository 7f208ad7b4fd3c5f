"""How requests prove who sends them.

https://spec.openapis.org/oas/v3.1.1.html#security-scheme-object
"""

from __future__ import annotations

import base64
import os
import re
from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol, TypeAlias

if TYPE_CHECKING:
    import httpx2

    from .message import Message
    from .response import Answer

Secret: TypeAlias = str | Callable[[], str]
"""A secret, or a function that returns the one to use now."""

AsyncSecret: TypeAlias = Secret | Callable[[], Awaitable[str]]
"""The same for async clients: the function may be async."""

Place: TypeAlias = Literal["header", "query", "cookie", "connection"]

CONNECTION = ":connection"
"""Where a header would have its name, if a connection itself is the credential."""

UNSENDABLE = re.compile(r"[^ -~]")
"""What neither a header nor a cookie may hold."""


class Credential(NamedTuple):
    """What a scheme adds to a request, and where."""

    place: Place
    name: str
    value: str
    secret: str
    renew: Callable[[Answer], bool] | None = None
    """Says, of an answer that refuses it, whether there can be another one now."""

    sign: Callable[[Message], str] | None = None
    """Writes the value for one message, where it depends on that."""

    def __repr__(self) -> str:
        return f"Credential({self.place!r}, {self.name!r}, ...)"


class Pending(ABC):
    """A credential that has to be waited for.

    Both ways are given an HTTP client to ask with, and where the API is.
    """

    @abstractmethod
    def get(self, http: httpx2.Client, address: str, /) -> Credential | None:
        """Wait for it, blocking."""

    @abstractmethod
    async def aget(
        self, http: httpx2.AsyncClient, address: str, /
    ) -> Credential | None:
        """Wait for it, in an event loop."""


class Scheme(Protocol):
    """A security scheme with the credentials of one client."""

    @property
    def name(self) -> str:
        """The name of the header, parameter or cookie."""
        ...

    @property
    def source(self) -> str:
        """Where its credentials come from, for people."""
        ...

    def credential(
        self, scopes: tuple[str, ...] = (), /
    ) -> Credential | Pending | None:
        """Return what to send now, what to wait for, or None if nothing was given."""
        ...


class Hidden:
    """Keeps a secret where neither `repr` nor `vars` shows it."""

    __slots__ = ("_secret", "env")

    def __init__(self, secret: AsyncSecret | None, env: str | None) -> None:
        self._secret = secret
        self.env = env

    @property
    def source(self) -> str:
        """Where the secret comes from, for people."""
        return f"the environment variable {self.env}" if self.env else "an argument"

    def credential(
        self, _scopes: tuple[str, ...] = (), /
    ) -> Credential | Pending | None:
        """Return what to send now, what to wait for, or None if nothing was given."""
        if not callable(self._secret):
            return self._written(self._secret or os.environ.get(self.env or "", ""))
        asked = self._secret()
        if not isinstance(asked, str):
            return PendingSecret(asked, self._asked)
        return self._asked(asked)

    def _asked(self, secret: str) -> Credential | None:
        """Write what a function returned, which may return another one next time."""
        credential = self._written(secret)
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
        self, asked: Awaitable[str], write: Callable[[str], Credential | None]
    ) -> None:
        self._asked = asked
        self._write = write

    def get(self, _http: httpx2.Client, _address: str, /) -> Credential | None:
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
        return self._write(await self._asked)


class BearerToken(Hidden):
    """`Authorization: Bearer`, or another scheme that takes one text."""

    __slots__ = ("_scheme",)
    name = "Authorization"

    def __init__(
        self,
        token: AsyncSecret | None = None,
        *,
        scheme: str = "Bearer",
        env: str | None = None,
    ) -> None:
        super().__init__(token, env)
        self._scheme = scheme

    def _written(self, secret: str) -> Credential | None:
        # Files leave a line end after a token.
        token = secret.strip()
        if not token:
            return None
        return Credential("header", self.name, f"{self._scheme} {token}", token)


class ApiKey(Hidden):
    """A key in a header, query parameter or cookie."""

    __slots__ = ("name", "place")

    def __init__(
        self,
        key: AsyncSecret | None = None,
        *,
        name: str,
        place: Place = "header",
        env: str | None = None,
    ) -> None:
        super().__init__(key, env)
        self.name = name
        self.place: Place = place

    def _written(self, secret: str) -> Credential | None:
        key = secret.strip()
        return Credential(self.place, self.name, key, key) if key else None


class Login(Hidden):
    """A name and a password."""

    __slots__ = ("_username", "_username_env")
    name = "Authorization"

    def __init__(
        self,
        username: str | None = None,
        password: AsyncSecret | None = None,
        *,
        username_env: str | None = None,
        env: str | None = None,
    ) -> None:
        super().__init__(password, env)
        self._username = username
        self._username_env = username_env

    @property
    def source(self) -> str:
        """Where both come from, for people."""
        names = [name for name in (self._username_env, self.env) if name]
        plural = "s" if names[1:] else ""
        listed = " and ".join(names)
        return f"the environment variable{plural} {listed}" if names else "arguments"

    @property
    def username(self) -> str | None:
        """The name, if there is one."""
        if self._username is not None:
            return self._username
        return os.environ.get(self._username_env or "")


class BasicAuth(Login):
    """`Authorization: Basic`, from a name and a password, which may be empty.

    https://www.rfc-editor.org/rfc/rfc7617
    """

    __slots__ = ()

    def _written(self, secret: str) -> Credential | None:
        username = self.username
        if username is None:
            return None
        if ":" in username:
            raise ValueError("the name of a user must not hold a colon")
        token = base64.b64encode(f"{username}:{secret}".encode()).decode()
        return Credential("header", self.name, f"Basic {token}", secret)
