"""Variables of a server's address that the server does not declare.

https://spec.openapis.org/oas/v3.1.1.html#server-variable-object
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from clientsmith.diagnostics import Diagnostic, Exit, hint
from clientsmith.pointer import Pointer
from clientsmith.resolve.values import members

from .graph import Schema

_VARIABLE: Final = re.compile(r"\{([^{}]+)\}")


def check_server(server: Schema, at: Pointer) -> Iterator[Diagnostic]:
    """Report each variable of which nothing is known."""
    url, declared = server.get("url"), members(server.get("variables"))
    found = _VARIABLE.findall(url) if isinstance(url, str) else []
    for name in dict.fromkeys(found):
        if name not in declared:
            yield hint(
                "server-variable-undeclared",
                f"`{{{name}}}` is not declared by this server: "
                "whoever makes a client has to give it",
                at / "url",
                hint=f"declare `{name}` in `variables`, with its `default`",
                exit=Exit.DOCUMENT,
            )
