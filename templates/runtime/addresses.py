"""Addresses as people may see them: in messages, logs and `repr`.

https://www.rfc-editor.org/rfc/rfc9110#section-4.2.4
"""

from __future__ import annotations

import base64
import re
from urllib.parse import unquote, urlsplit

# Braces are places of variables, and `https://https://` says the scheme twice.
_WHOLE = re.compile(
    r"[a-z][a-z0-9+.-]*://(?![\w+.-]+:/)[^/?#\s{}]+[^\r\n{}]*", re.IGNORECASE
)
_USER = re.compile(r"^([^/?#]*//)([^/?#]*)@")


def shown(address: str) -> str:
    """Show an address without its user and its query, which may hold secrets."""
    return without_user(address).partition("?")[0].partition("#")[0]


def is_whole(address: str) -> bool:
    """Tell whether an address says by what scheme it is reached, and on what host."""
    try:
        _ = urlsplit(address).port
    except ValueError:
        return False
    return _WHOLE.fullmatch(address) is not None


def user_of(address: str) -> str:
    """Write who asks as a header says it, or nothing where nobody is named."""
    if not (found := _USER.match(address)):
        return ""
    name, _, password = found[2].partition(":")
    user = f"{unquote(name)}:{unquote(password)}"
    return f"Basic {base64.b64encode(user.encode()).decode()}"


def without_user(address: str) -> str:
    """Leave out who asks: `https://user:password@host`."""
    return _USER.sub(r"\1", address) if "@" in address else address
