"""How requests prove who sends them.

https://spec.openapis.org/oas/v3.1.1.html#security-scheme-object
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol, TypeAlias

if TYPE_CHECKING:
    import httpx2

    from .deadline import Deadline
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
    def get(
        self, http: httpx2.Client, address: str, until: Deadline, /
    ) -> Credential | None:
        """Wait for it, blocking, and for others that ask already until a deadline."""

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

    @property
    def is_given(self) -> bool:
        """Whether they are there, as far as that can be said without asking anybody."""
        ...

    def in_curl(
        self, variable: Callable[[str | None], str], /
    ) -> Credential | list[str] | None:
        """Return what proves it in a command: a credential, or options of curl.

        Secrets are what `variable` makes of the names of the environment.
        """
        ...

    def credential(
        self, scopes: tuple[str, ...] = (), /
    ) -> Credential | Pending | None:
        """Return what to send now, what to wait for, or None if nothing was given."""
        ...
