"""How parameters become headers and cookies.

https://www.rfc-editor.org/rfc/rfc9110#section-5.5
https://www.rfc-editor.org/rfc/rfc6265#section-4.2.1
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from .members import json_text, object_members, text, texts
from .parameters import form

if TYPE_CHECKING:
    from collections.abc import Iterable

_BREAKS_HEADER = re.compile(r"[\r\n\0]")


def header_fields(*parameters: tuple[str, str] | None) -> dict[str, str]:
    """Gather header parameters."""
    return dict(parameter for parameter in parameters if parameter)


def header_field(
    name: str, value: object, *, explode: bool = False
) -> tuple[str, str] | None:
    """Write a header parameter; headers know no percent-encoding.

    Raises:
        ValueError: The value would break out of its line, or is not ASCII.
    """
    if value is None:
        return None
    return name, _field_value(name, ",".join(texts(value, explode=explode)))


def json_field(name: str, value: object) -> tuple[str, str] | None:
    """Write a header parameter whose content is JSON, in ASCII."""
    return None if value is None else (name, _ascii(json_text(value)))


def cookie_string(*parameters: Iterable[str]) -> str:
    """Join cookie parameters into a `Cookie` header."""
    return "; ".join(pair for parameter in parameters for pair in parameter)


def cookie_pair(
    name: str,
    value: object,
    *,
    explode: bool = True,
    allow_reserved: bool = False,
    encode: bool = True,
) -> list[str]:
    """Write a cookie parameter; the style `cookie` of OAS 3.2 does not encode.

    Raises:
        ValueError: A value that is not encoded would break out of its cookie.
    """
    if encode:
        cookies = form(name, value, explode=explode, allow_reserved=allow_reserved)
        return [cookie.replace(";", "%3B") for cookie in cookies]
    if explode and (pairs := object_members(value)) is not None:
        cookies = [f"{key}={text(item)}" for key, item in pairs]
    elif explode:
        cookies = [f"{name}={each}" for each in texts(value)]
    else:
        members = texts(value)
        cookies = [f"{name}={','.join(members)}"] if members else []
    if any(";" in cookie for cookie in cookies):
        raise ValueError(f"the cookie {name} may not hold a semicolon")
    return [_field_value(name, cookie) for cookie in cookies]


def _field_value(name: str, value: str) -> str:
    if _BREAKS_HEADER.search(value):
        raise ValueError(f"{name} may not hold a line break: it is sent in a header")
    if not value.isascii():
        raise ValueError(f"{name} may hold ASCII only: it is sent in a header")
    # Receivers take white space at the ends off, and the HTTP library refuses it.
    return value.strip(" \t")


def _ascii(text: str) -> str:
    """Write what JSON text has beyond ASCII as JSON escapes."""
    return "".join(one if one.isascii() else json.dumps(one)[1:-1] for one in text)
