"""Servers: the addresses of an API, with the defaults of their variables.

https://spec.openapis.org/oas/v3.1.1.html#server-object
"""

from __future__ import annotations

from collections.abc import Sequence

from openapi_pydantic.v3.v3_1 import Server


def addresses(servers: Sequence[Server]) -> tuple[str, ...]:
    """List the addresses of servers."""
    return tuple(_address(server) for server in servers)


def _address(server: Server) -> str:
    address = server.url
    for name, variable in (server.variables or {}).items():
        address = address.replace(f"{{{name}}}", variable.default)
    return address
