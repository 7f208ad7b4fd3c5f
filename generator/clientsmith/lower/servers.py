"""Servers: the addresses of an API, and what may be chosen in them.

https://spec.openapis.org/oas/v3.1.1.html#server-object
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any
from urllib.parse import urljoin

from openapi_pydantic.v3.v3_1 import Server as ServerObject

from clientsmith.ir import Server, ServerVariable
from clientsmith.resolve import Description, members

from .markdown import as_markdown

_WHOLE = ("http://", "https://")

_PLACE = re.compile(r"\{([^{}]+)\}")


def own_address(description: Description, configured: str) -> str:
    """Return where a document is: what the configuration says, else it itself (3.2)."""
    own = members(description.value).get("$self")
    if not configured and isinstance(own, str) and own.startswith(_WHOLE):
        return own
    return configured


def lower_servers(servers: Sequence[ServerObject], home: str) -> tuple[Server, ...]:
    """List servers; relative ones are seen from `home`, the document's own address."""
    return tuple(_server(server, home) for server in servers)


def _server(server: ServerObject, home: str) -> Server:
    extra: dict[str, Any] = server.model_extra or {}
    name = extra.get("name")
    # Since the braces of variables are none in addresses, they are joined as text.
    is_relative = not _is_whole(server.url)
    address = urljoin(home, server.url) if home and is_relative else server.url
    return Server(
        address=address.strip().rstrip("/") if address.strip("/") else address.strip(),
        name=name if isinstance(name, str) else "",
        docs=as_markdown(server.description),
        variables=_variables(server, address),
    )


def _is_whole(url: str) -> bool:
    return "://" in url or url.startswith("{")


def _variables(server: ServerObject, address: str) -> tuple[ServerVariable, ...]:
    declared = server.variables or {}
    found: list[ServerVariable] = []
    for name in dict.fromkeys(_PLACE.findall(address)):
        variable = declared.get(name)
        if variable is None:
            found.append(ServerVariable(name=name, default=None))
            continue
        enum = tuple(dict.fromkeys(variable.enum or ()))
        found.append(
            ServerVariable(
                name=name,
                default=variable.default,
                # A default that is none of its values would refuse itself.
                enum=enum if variable.default in enum else (),
                docs=as_markdown(variable.description),
            ),
        )
    return tuple(found)
