"""Addresses as people may see them: in messages, logs and `repr`.

https://www.rfc-editor.org/rfc/rfc9110#section-4.2.4
"""

from __future__ import annotations

import re

_USER = re.compile(r"^([^/?#]*//)[^/?#]*@")


def shown(address: str) -> str:
    """Show an address without its user and its query, which may hold secrets."""
    return without_user(address).partition("?")[0].partition("#")[0]


def without_user(address: str) -> str:
    """Leave out who asks: `https://user:password@host`."""
    return _USER.sub(r"\1", address)
