"""Which credentials a request carries: the first alternative that can be met.

https://spec.openapis.org/oas/v3.1.1.html#security-requirement-object
"""

from __future__ import annotations

import re
from collections.abc import Generator, Mapping
from typing import TYPE_CHECKING, TypeAlias

from .errors import MissingCredentials
from .security import UNSENDABLE, Credential, Pending

if TYPE_CHECKING:
    import httpx2

    from .deadline import Deadline
    from .security import Scheme

Requirement: TypeAlias = Mapping[str, tuple[str, ...]]
"""Schemes that are needed together, each with its scopes; empty needs nothing."""

Choice: TypeAlias = Generator[Pending, Credential | None, list[Credential]]
"""Asks for the credentials that have to be waited for, and ends with all of them."""


def choose(
    alternatives: tuple[Requirement, ...],
    schemes: Mapping[str, Scheme],
    given: Mapping[str, str],
    package: str = "",
) -> Choice:
    """Choose the credentials of the first alternative that has all of its own.

    A header that the caller sets stands for the scheme that would have set it.
    Security that is optional is used where it can be.

    Raises:
        MissingCredentials: None has, and the operation needs one.
        ValueError: One holds a character that cannot be sent.
    """
    for alternative in filter(None, alternatives):
        found = yield from _meet(alternative, schemes, given)
        if found is not None:
            return found
    if not all(alternatives) or not alternatives:
        return []
    raise MissingCredentials(_missing(alternatives, schemes, package))


def _meet(
    alternative: Requirement, schemes: Mapping[str, Scheme], given: Mapping[str, str]
) -> Generator[Pending, Credential | None, list[Credential] | None]:
    """Return the credentials of an alternative, or None where one is missing."""
    found: list[Credential] = []
    for name, scopes in alternative.items():
        scheme = schemes.get(name)
        if scheme is None:
            return None
        if scheme.name.lower() in given:
            continue
        credential = scheme.credential(scopes)
        if isinstance(credential, Pending):
            credential = yield credential
        if credential is None:
            return None
        found.append(_sendable(credential))
    return found


def obtain(
    choice: Choice, http: httpx2.Client, address: str, until: Deadline
) -> list[Credential]:
    """Wait for what has to be waited for; `address` is where the API is."""
    answer: Credential | None = None
    while True:
        try:
            pending = choice.send(answer)
        except StopIteration as done:
            return list(done.value)
        answer = pending.get(http, address, until)


async def obtain_async(
    choice: Choice, http: httpx2.AsyncClient, address: str
) -> list[Credential]:
    """See `obtain`."""
    answer: Credential | None = None
    while True:
        try:
            pending = choice.send(answer)
        except StopIteration as done:
            return list(done.value)
        answer = await pending.aget(http, address)


def _sendable(credential: Credential) -> Credential:
    """Refuse what the HTTP library would refuse with the secret in its message."""
    if credential.place != "query" and UNSENDABLE.search(credential.value):
        raise ValueError(
            f"the credential in {credential.name} has a character that cannot be sent"
        )
    return credential


def _missing(
    alternatives: tuple[Requirement, ...], schemes: Mapping[str, Scheme], package: str
) -> str:
    """Say what to write: variables are named after a package and an argument."""
    ways = [
        " and ".join(
            f"{name} ({_told(schemes[name].source, package)})"
            if name in schemes
            else name
            for name in alternative
        )
        for alternative in alternatives
    ]
    return f"no credentials were given; this operation needs {', or '.join(ways)}"


def _told(source: str, package: str) -> str:
    ways: list[str] = []
    for way in source.split(", or "):
        names: list[str] = re.findall(rf"\b{package.upper()}_(\w+)", way)
        if names and package:
            listed = ", ".join(f"{name.lower()}=..." for name in names)
            ways.append(f"`Client({listed})`")
    return ", or ".join([*ways, source])
