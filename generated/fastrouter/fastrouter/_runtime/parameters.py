"""How parameters become text in paths, queries, headers and cookies.

https://spec.openapis.org/oas/v3.1.1.html#style-values
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING
from urllib.parse import quote

from .kinds import is_array, is_object
from .to_json import plain, to_json

if TYPE_CHECKING:
    from collections.abc import Iterable

RESERVED = ":/?#[]@!$&'()*+,;="
"""What RFC 3986 reserves, and `allowReserved` leaves as it is."""

_DOTS = frozenset({".", ".."})
_TRIPLET = re.compile(r"(%[0-9A-Fa-f]{2})")
_BREAKS_HEADER = re.compile(r"[\r\n\0]")


def expand_path(template: str, /, **values: str) -> str:
    """Put encoded values into a path template.

    Raises:
        ValueError: A segment would be empty, `.` or `..` and thus lead elsewhere.
    """

    def fill(segment: str) -> str:
        filled = re.sub(r"\{([^{}]*)\}", lambda hole: values[hole[1]], segment)
        if segment != filled and (
            not filled or not _DOTS.isdisjoint(filled.split("/"))
        ):
            raise ValueError(f"{filled!r} is no value for {segment} in {template}")
        return filled

    return "/".join(map(fill, template.split("/")))


def simple(
    value: object, *, explode: bool = False, allow_reserved: bool = False
) -> str:
    """Write a path parameter in the style `simple`: `blue,black`."""
    return ",".join(_members(value, explode=explode, allow_reserved=allow_reserved))


def label(value: object, *, explode: bool = False) -> str:
    """Write a path parameter in the style `label`: `.blue.black`."""
    members = _members(value, explode=explode)
    return "." + ("." if explode else ",").join(members) if members else ""


def matrix(name: str, value: object, *, explode: bool = False) -> str:
    """Write a path parameter in the style `matrix`: `;color=blue,black`."""
    pairs = _pairs(name, value, explode=explode)
    return "".join(f";{key}={text}" if text else f";{key}" for key, text in pairs)


def query_string(*parameters: Iterable[str]) -> str:
    """Join query parameters; the result goes after `?`."""
    return "&".join(pair for parameter in parameters for pair in parameter)


def form(
    name: str, value: object, *, explode: bool = True, allow_reserved: bool = False
) -> list[str]:
    """Write a query parameter in the style `form`: `color=blue&color=black`."""
    pairs = _pairs(name, value, explode=explode, allow_reserved=allow_reserved)
    return [f"{key}={text}" for key, text in pairs]


def space_delimited(name: str, value: object, *, explode: bool = False) -> list[str]:
    """Write a query parameter in the style `spaceDelimited`: `color=blue%20black`."""
    return _delimited(name, value, "%20", explode=explode)


def pipe_delimited(name: str, value: object, *, explode: bool = False) -> list[str]:
    """Write a query parameter in the style `pipeDelimited`: `color=blue%7Cblack`."""
    return _delimited(name, value, "%7C", explode=explode)


def deep_object(name: str, value: object, *, allow_reserved: bool = False) -> list[str]:
    """Write a query parameter in the style `deepObject`: `color[R]=100`."""
    return [
        f"{escape(key)}={escape(text, allow_reserved=allow_reserved)}"
        for key, text in _deep(name, value)
    ]


def json_parameter(name: str, value: object) -> list[str]:
    """Write a query parameter whose content is JSON."""
    return [] if value is None else [f"{escape(name)}={escape(json_text(value))}"]


def json_text(value: object) -> str:
    """Write a value as JSON text, for a parameter whose content is JSON."""
    return to_json(value).decode()


def header_fields(*parameters: tuple[str, str] | None) -> dict[str, str]:
    """Gather header parameters."""
    return dict(parameter for parameter in parameters if parameter)


def header_field(
    name: str, value: object, *, explode: bool = False
) -> tuple[str, str] | None:
    """Write a header parameter; headers know no percent-encoding.

    Raises:
        ValueError: The value would break out of its line.
    """
    if value is None:
        return None
    text = ",".join(_plain_members(value, explode=explode))
    if _BREAKS_HEADER.search(text):
        raise ValueError(f"the header {name} may not hold a line break")
    return name, text


def cookie_string(*parameters: Iterable[str]) -> str:
    """Join cookie parameters into a `Cookie` header."""
    return "; ".join(pair for parameter in parameters for pair in parameter)


def cookie_pair(
    name: str, value: object, *, explode: bool = True, encode: bool = True
) -> list[str]:
    """Write a cookie parameter; the style `cookie` of OAS 3.2 does not encode.

    Raises:
        ValueError: A value that is not encoded would break out of its cookie.
    """
    if encode:
        return form(name, value, explode=explode)
    if explode and (pairs := _object(value)) is not None:
        texts = [f"{key}={_text(item)}" for key, item in pairs]
    elif explode:
        texts = [f"{name}={text}" for text in _plain_members(value)]
    else:
        texts = [] if value is None else [f"{name}={','.join(_plain_members(value))}"]
    if any(";" in text or _BREAKS_HEADER.search(text) for text in texts):
        raise ValueError(f"the cookie {name} may not hold a semicolon or line break")
    return texts


def escape(text: str, *, allow_reserved: bool = False) -> str:
    """Percent-encode a text.

    Raises:
        ValueError: It holds a lone surrogate, which has no encoding.
    """
    if not allow_reserved:
        return quote(text, safe="")
    parts = _TRIPLET.split(text)
    return "".join(
        part if _TRIPLET.fullmatch(part) else quote(part, safe=RESERVED)
        for part in parts
    )


def _delimited(name: str, value: object, delimiter: str, *, explode: bool) -> list[str]:
    if explode or value is None:
        return form(name, value)
    return [f"{escape(name)}={delimiter.join(_members(value, explode=False))}"]


def _deep(name: str, value: object) -> Iterable[tuple[str, str]]:
    if (pairs := _object(value)) is not None:
        for key, item in pairs:
            yield from _deep(f"{name}[{key}]", item)
    elif (items := _array(value)) is not None:
        for item in items:
            yield from _deep(name, item)
    elif value is not None:
        yield name, _text(value)


def _pairs(
    name: str, value: object, *, explode: bool, allow_reserved: bool = False
) -> list[tuple[str, str]]:
    def safe(text: str) -> str:
        return escape(text, allow_reserved=allow_reserved)

    if value is None:
        return []
    pairs, items = _object(value), _array(value)
    if explode and pairs is not None:
        return [(escape(key), safe(_text(item))) for key, item in pairs]
    if explode and items is not None:
        return [(escape(name), safe(_text(item))) for item in items]
    members = _members(value, explode=False, allow_reserved=allow_reserved)
    # RFC 6570 leaves an empty list or object out altogether.
    return [(escape(name), ",".join(members))] if members else []


def _members(
    value: object, *, explode: bool, allow_reserved: bool = False
) -> list[str]:
    def safe(text: str) -> str:
        return escape(text, allow_reserved=allow_reserved)

    if (pairs := _object(value)) is not None and explode:
        return [f"{safe(key)}={safe(_text(item))}" for key, item in pairs]
    return [safe(text) for text in _plain_members(value)]


def _plain_members(value: object, *, explode: bool = False) -> list[str]:
    if (pairs := _object(value)) is not None:
        if explode:
            return [f"{key}={_text(item)}" for key, item in pairs]
        return [text for key, item in pairs for text in (key, _text(item))]
    if (items := _array(value)) is not None:
        return [_text(item) for item in items]
    return [] if value is None else [_text(value)]


def _object(value: object) -> list[tuple[str, object]] | None:
    value = _model_to_dict(value)
    if not is_object(value):
        return None
    return [(str(key), item) for key, item in value.items() if item is not None]


def _array(value: object) -> list[object] | None:
    if not is_array(value):
        return None
    return [item for item in value if item is not None]


def _model_to_dict(value: object) -> object:
    return plain(value) if hasattr(type(value), "__json__") else value


def _text(value: object) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case int() | float():
            return _number(value)
        case str():
            # A string enum's own str() may be its Python name.
            return str.__str__(value)
        case Decimal():
            return f"{value:f}"
        case _ if is_object(value) or is_array(value):
            return json_text(value)
        case _:
            return _text(plain(value))


def _number(value: float) -> str:
    if isinstance(value, int):
        return int.__repr__(value)
    return float.__repr__(value).removesuffix(".0")
