"""How requests prove who sends them.

https://spec.openapis.org/oas/v3.1.1.html#security-scheme-object
"""

from __future__ import annotations

import base64
import os
import re
from collections.abc import Callable, Mapping
from typing import Literal, NamedTuple, Protocol, TypeAlias

from .errors import MissingCredentials

Secret: TypeAlias = str | Callable[[], str]
"""A secret, or a function that returns the one to use now."""

Place: TypeAlias = Literal["header", "query", "cookie"]

_UNSENDABLE = re.compile(r"[^ -~]")
"""What neither a header nor a cookie may hold."""


class Credential(NamedTuple):
    """What a scheme adds to a request, and where."""

    place: Place
    name: str
    value: str
    secret: str

    def __repr__(self) -> str:
        return f"Credential({self.place!r}, {self.name!r}, ...)"


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

    def credential(self) -> Credential | None:
        """Return what to send now, or None if nothing was given."""
        ...


class _Hidden:
    """Keeps a secret where neither `repr` nor `vars` shows it."""

    __slots__ = ("_secret", "env")

    def __init__(self, secret: Secret | None, env: str | None) -> None:
        self._secret = secret
        self.env = env

    def reveal(self) -> str:
        if callable(self._secret):
            return self._secret()
        return self._secret or os.environ.get(self.env or "", "")

    def token(self) -> str:
        """Return the secret without the line end that files leave after it."""
        return self.reveal().strip()

    @property
    def source(self) -> str:
        return f"the environment variable {self.env}" if self.env else "an argument"

    def __repr__(self) -> str:
        return f"{type(self).__name__}(..., env={self.env!r})"


class BearerToken(_Hidden):
    """`Authorization: Bearer`, from an argument or an environment variable."""

    __slots__ = ()
    name = "Authorization"

    def __init__(self, token: Secret | None = None, *, env: str | None = None) -> None:
        super().__init__(token, env)

    def credential(self) -> Credential | None:
        """Return the header to send now, or None if there is no token."""
        token = self.token()
        if not token:
            return None
        return Credential("header", self.name, f"Bearer {token}", token)


class ApiKey(_Hidden):
    """A key in a header, query parameter or cookie."""

    __slots__ = ("name", "place")

    def __init__(
        self,
        key: Secret | None = None,
        *,
        name: str,
        place: Place = "header",
        env: str | None = None,
    ) -> None:
        super().__init__(key, env)
        self.name = name
        self.place: Place = place

    def credential(self) -> Credential | None:
        """Return where to put the key now, or None if there is none."""
        key = self.token()
        return Credential(self.place, self.name, key, key) if key else None


class BasicAuth(_Hidden):
    """`Authorization: Basic`, from a name and a password."""

    __slots__ = ("_username",)
    name = "Authorization"

    def __init__(
        self,
        username: str | None = None,
        password: Secret | None = None,
        *,
        env: str | None = None,
    ) -> None:
        super().__init__(password, env)
        self._username = username

    def credential(self) -> Credential | None:
        """Return the header to send now, or None if there is no user."""
        if self._username is None:
            return None
        secret = self.reveal()
        token = base64.b64encode(f"{self._username}:{secret}".encode()).decode()
        return Credential("header", self.name, f"Basic {token}", secret)


def choose_credentials(
    alternatives: tuple[tuple[str, ...], ...],
    schemes: Mapping[str, Scheme],
    given: Mapping[str, str],
) -> list[Credential]:
    """Return the credentials of the first alternative that has all of its own.

    A header that the caller sets stands for the scheme that would have set it.

    Raises:
        MissingCredentials: None has, and the operation needs one.
        ValueError: One holds a character that cannot be sent.
    """
    if not alternatives:
        return []
    for alternative in alternatives:
        used = [schemes[name] for name in alternative if name in schemes]
        found = [scheme.credential() for scheme in used]
        complete = [each for each in found if each is not None]
        needed = [scheme for scheme in used if scheme.name.lower() not in given]
        if len(used) == len(alternative) and len(complete) >= len(needed):
            return [_sendable(each) for each in complete]
    raise MissingCredentials(_missing(alternatives, schemes))


def _sendable(credential: Credential) -> Credential:
    """Refuse what the HTTP library would refuse with the secret in its message."""
    if credential.place != "query" and _UNSENDABLE.search(credential.value):
        raise ValueError(
            f"the credential in {credential.name} has a character that cannot be sent"
        )
    return credential


def _missing(
    alternatives: tuple[tuple[str, ...], ...], schemes: Mapping[str, Scheme]
) -> str:
    ways = [
        " and ".join(
            f"{name} ({schemes[name].source})" if name in schemes else name
            for name in alternative
        )
        for alternative in alternatives
    ]
    return f"no credentials were given; this operation needs {', or '.join(ways)}"
