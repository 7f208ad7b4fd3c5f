"""Percent-encoding, with and without what `allowReserved` lets through.

https://spec.openapis.org/oas/v3.1.1.html#appendix-c-using-rfc6570-based-serialization
"""

from __future__ import annotations

import re
from urllib.parse import quote

RESERVED_IN_QUERY = ":/?[]@!$&'()*+,;="
"""What RFC 3986 reserves, but for `#`: with that the query would end."""
RESERVED_IN_PATH = RESERVED_IN_QUERY.replace("?", "")
"""The same, but for what would end the path."""

_TRIPLET = re.compile(r"(%[0-9A-Fa-f]{2})")


def escape(text: str, reserved: str = "") -> str:
    """Percent-encode a text, but for reserved characters that are to stay.

    Where some stay, so do triplets like `%2F`: they are encoded already.

    Raises:
        ValueError: It holds a lone surrogate, which has no encoding.
    """
    if not reserved:
        return _quoted(text)
    parts = _TRIPLET.split(text)
    return "".join(
        part if _TRIPLET.fullmatch(part) else _quoted(part, reserved) for part in parts
    )


def _quoted(text: str, safe: str = "") -> str:
    try:
        return quote(text, safe=safe)
    except UnicodeEncodeError:
        problem = f"{text!r} holds half of a surrogate pair, which has no encoding"
        raise ValueError(problem) from None
