"""One part of a multipart body: how a value becomes its head and its content.

https://www.rfc-editor.org/rfc/rfc7578#section-4
https://spec.openapis.org/oas/v3.2.0.html#encoding-object
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import unquote

from .file_types import file_name, file_type
from .kinds import is_array, is_object
from .media_types import essence, is_json
from .members import object_members, text
from .parameters import form
from .query_styles import deep_object, pipe_delimited, space_delimited
from .sources import is_file, source_of
from .to_json import given_to_json

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from .payload import Payload

_UNNAMED = "upload"
"""What a file is called of which no name is known: without one it is no file."""
JSON = "application/json"
_STYLES = {
    "form": form,
    "pipeDelimited": pipe_delimited,
    "spaceDelimited": space_delimited,
}
_BREAKS_LINE = re.compile(r"[\r\n\0]")
_CONTROL = re.compile(r'[\0-\x1f"\x7f]')


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """How the description says that a value is written."""

    content_type: str = ""
    """The media types it may have, best first."""

    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    """Headers that always have the same value."""

    style: str = ""
    """How it is written as text, in the terms of query parameters."""

    explode: bool = True
    base64: bool = False
    """Whether it is bytes that are sent as text."""


PLAIN = Part()


def write_part(
    name: str, value: Any, part: Part
) -> Iterator[tuple[bytes, bytes | Payload]]:
    """Write a value as one part, an array as one for each item, and null as none.

    Raises:
        TypeError: A value cannot be written in the media type that is wanted.
        ValueError: A header would break out of its line.
    """
    members = object_members(value)
    value = value if members is None else dict(members)
    if part.style and not part.content_type:
        for key, written in _styled(name, value, part):
            yield _head(key, headers=part.headers), written.encode()
        return
    items = value if is_array(value) and not is_file(value) else (value,)
    for item in items:
        if item is not None:
            yield _write_one(name, item, part)


def _write_one(name: str, value: Any, part: Part) -> tuple[bytes, bytes | Payload]:
    if is_file(value) and not part.base64:
        return _file(name, value, part)
    media_type = _media_type(value, part)
    head = _head(name, media_type=media_type, headers=part.headers)
    if is_json(essence(media_type)):
        return head, given_to_json(value)
    return head, text(value).encode()


def _media_type(value: object, part: Part) -> str:
    """Choose the media type of a value that is no file; none stands for plain text."""
    types = [each.strip() for each in part.content_type.split(",") if each.strip()]
    types = [each for each in types if "*" not in each]
    if not is_object(value) and not is_array(value):
        return types[0] if types else ""
    written = next((one for one in types or [JSON] if is_json(essence(one))), None)
    if written is None:
        raise TypeError(f"an object cannot be written as {types[0]}: give its text")
    return written


def _file(name: str, value: Any, part: Part) -> tuple[bytes, bytes | Payload]:
    filename, content, media_type, headers = _told(value)
    media_type = media_type or file_type(part.content_type, content, filename)
    head = _head(
        name,
        filename=filename,
        media_type=media_type,
        headers={**part.headers, **headers},
    )
    return head, source_of(content)


def _told(value: Any) -> tuple[str | None, Any, str | None, Mapping[str, str]]:
    if not isinstance(value, tuple):
        return file_name(value) or _UNNAMED, value, None, {}
    name, content, media_type, headers = (*cast("Any", value), None, None)[:4]
    return name, content, media_type, headers or {}


def _styled(name: str, value: object, part: Part) -> Iterator[tuple[str, str]]:
    """Write a value as a query parameter, whose escapes a part does not need."""
    if part.style == "deepObject":
        pairs = deep_object(name, value)
    else:
        pairs = _STYLES[part.style](name, value, explode=part.explode)
    for pair in pairs:
        key, _, written = pair.partition("=")
        yield unquote(key), unquote(written)


def _head(
    name: str,
    *,
    filename: str | None = None,
    media_type: str = "",
    headers: Mapping[str, str],
) -> bytes:
    disposition = f'form-data; name="{_quoted(name)}"'
    if filename is not None:
        disposition += f'; filename="{_quoted(filename)}"'
    lines = {"Content-Disposition": disposition}
    if media_type:
        lines["Content-Type"] = media_type
    lines |= headers
    for key, line in lines.items():
        if _BREAKS_LINE.search(key + line):
            raise ValueError(f"the header {key!r} may not hold a line break")
    head = "".join(f"{key}: {line}\r\n" for key, line in lines.items())
    return f"{head}\r\n".encode(errors="surrogateescape")


def _quoted(text: str) -> str:
    """Escape what would end a name, as browsers do.

    https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#multipart-form-data
    """
    return _CONTROL.sub(lambda found: f"%{ord(found[0]):02X}", text)
