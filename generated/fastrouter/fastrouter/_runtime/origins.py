"""The origin of an address: what credentials are meant for.

https://www.rfc-editor.org/rfc/rfc6454#section-5
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from urllib.parse import SplitResult

PORTS = {"http": 80, "https": 443}


def origin(address: SplitResult) -> tuple[str, str | None, int | None]:
    """Return scheme, host and port."""
    return address.scheme, address.hostname, address.port or PORTS.get(address.scheme)
