"""Where the API is: the servers of the description, and the one that is used.

https://spec.openapis.org/oas/v3.1.1.html#server-object
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol
from urllib.parse import urljoin, urlsplit

from .addresses import is_whole
from .secrecy import Headers

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .api import Api


PLACE = re.compile(r"\{([^{}]+)\}")
"""Where a variable goes."""


class Choice(Protocol):
    """What a client may choose about where the API is: `ServerChoice`."""

    def locate(
        self,
        api: Api,
        base_url: str | None,
        server: str | int | None,
        variables: Mapping[str, str | None],
    ) -> Site:
        """See `locate`."""
        ...


@dataclass(frozen=True, slots=True)
class Site:
    """Where one client finds the API, and operations that are elsewhere."""

    default: str
    """The address by the description; relative where it does not say more."""

    index: int = 0
    """Which of the servers that is."""

    values: Mapping[str, str] = field(default_factory=dict[str, str])
    """What variables stand for."""

    base_url: str | None = None
    headers: Headers = field(default_factory=Headers)
    """What says who asks there, taken from `base_url`."""

    @property
    def address(self) -> str:
        """Where the API is."""
        return self.base_url or self.default

    def address_of(self, own: str | tuple[str, ...] | None) -> str:
        """Return where an operation is.

        `base_url` stands for the server of the description. What the server of an
        operation has beyond that is kept; one that has nothing to do with it is
        replaced.

        Raises:
            ValueError: Nothing says where that is.
        """
        return whole(self.address if own is None else self._own(own))

    def described(self, api: Api, own: str | tuple[str, ...] | None) -> tuple[str, ...]:
        """List what the description calls the server of an operation, and of the API.

        Requests may go elsewhere, but answers name these.
        """
        there = self.default if own is None else self._described(own)
        return (there, *(fill(each, self.values) for each in api.servers))

    def _described(self, own: str | tuple[str, ...]) -> str:
        template = own if isinstance(own, str) else own[self.index]
        return urljoin(self.default, fill(template, self.values))

    def _own(self, own: str | tuple[str, ...]) -> str:
        template = own if isinstance(own, str) else own[self.index]
        address = fill(template, self.values)
        if "://" not in address:
            address = urljoin(self.address, address)
            return address if "://" in address else self.base_url or address
        if not self.base_url:
            return address
        return self.base_url.rstrip("/") + _beyond(address, self.default)


def whole(address: str) -> str:
    """Return an address that is one.

    Raises:
        ValueError: Something is missing.
    """
    if not address:
        raise ValueError(
            "base_url is needed: the description does not say where the API is"
        )
    if place := PLACE.search(address):
        raise ValueError(f"`{place[1]}` is needed: it has a place in {address}")
    if not is_whole(address):
        raise ValueError(f"base_url is needed: {address!r} is no absolute address")
    return address


def locate(
    api: Api,
    base_url: str | None,
    server: str | int | None,
    variables: Mapping[str, str | None],
) -> Site:
    """Find out where a client finds the API.

    Raises:
        ValueError: There is no such server, or no such value of a variable.
    """
    if api.choice:
        return api.choice.locate(api, base_url, server, variables)
    return Site("".join(api.servers[:1]), base_url=base_url)


def fill(template: str, values: Mapping[str, str]) -> str:
    """Put values into the place of variables."""
    for name, value in values.items():
        template = template.replace(f"{{{name}}}", value)
    return template


def _beyond(address: str, default: str) -> str:
    """Return what the path of an address has beyond that of another."""
    path, start = (urlsplit(each).path.rstrip("/") for each in (address, default))
    return path.removeprefix(start) if f"{path}/".startswith(f"{start}/") else ""
