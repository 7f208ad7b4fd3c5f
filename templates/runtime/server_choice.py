"""What a client may choose about where the API is: a server, and parts of its address.

https://spec.openapis.org/oas/v3.1.1.html#server-object
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .addresses import is_whole
from .servers import PLACE, Site, fill

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .api import Api


@dataclass(frozen=True, slots=True)
class Variable:
    """A part of an address that may be chosen."""

    default: str | None
    enum: tuple[str, ...] = ()
    """All that there is to choose from; anything where this is empty."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ServerChoice:
    """The names of servers, and what stands in braces in their addresses."""

    names: Mapping[str, int] = field(default_factory=dict[str, int])
    """What servers are called, and which ones they are."""

    variables: Mapping[str, Variable] = field(default_factory=dict[str, Variable])

    def locate(
        self,
        api: Api,
        base_url: str | None,
        server: str | int | None,
        variables: Mapping[str, str | None],
    ) -> Site:
        """Find out where a client finds the API.

        Raises:
            ValueError: There is no such server, no such value of a variable, or what
                is given makes no address.
        """
        values: dict[str, str] = {}
        for name, variable in self.variables.items():
            given = variables.get(name)
            value = variable.default if given is None else given
            if variable.enum and value not in variable.enum:
                raise ValueError(_unlisted(name, value, variable.enum))
            if value is not None:
                values[name] = value
        index = 0 if server is None else self._index(api, server)
        template = api.servers[index] if api.servers else ""
        address = fill(template, values)
        if "://" in address and not (PLACE.search(address) or is_whole(address)):
            raise ValueError(_no_address(address, variables))
        return Site(address, index, values, base_url)

    def _index(self, api: Api, server: str | int) -> int:
        """Find a server by its position, its name, its description or its address."""
        known: dict[str | int, int] = {
            index: index for index in range(len(api.servers))
        }
        known.update((address, index) for index, address in enumerate(api.servers))
        known.update(self.names.items())
        if server not in known:
            listed = (*self.names, *api.servers)
            raise ValueError(_unlisted("server", server, listed))
        return known[server]


def _no_address(address: str, given: Mapping[str, str | None]) -> str:
    said = (f"{name}={value!r}" for name, value in given.items() if value is not None)
    return f"{', '.join(said)} makes {address!r}, which is no address"


def _unlisted(name: str, value: object, listed: tuple[str, ...]) -> str:
    known = ", ".join(map(repr, listed))
    return f"{name} {value!r} is not known; it must be one of {known}"
