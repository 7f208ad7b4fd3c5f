"""Writes the parts of a body as options of curl.

https://curl.se/docs/manpage.html#-F
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .curl import is_told, path_of, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .payload import Payload

_HEAD = re.compile(rb'; (name|filename)="([^"]*)"')


def options(
    parts: tuple[tuple[bytes, bytes | Payload], ...], essence: str
) -> Iterator[str]:
    """Write parts, each of which is a head and its content."""
    if essence != "multipart/form-data":
        yield from ("--header", f"content-type: {essence}")
    for head, content in parts:
        yield from ("--form", _part(head, content))


def _part(head: bytes, content: bytes | Payload) -> str:
    lines = head.decode(errors="replace").split("\r\n")
    named = {k.decode(): v.decode(errors="replace") for k, v in _HEAD.findall(head)}
    name = named["name"]
    text = None if "filename" in named else text_of(content)
    if text and is_told(name):
        text = "..."
    path = path_of(content) or named.get("filename", "-")
    value = f"@{_quoted(path)}" if text is None else _quoted(text)
    more = [f";filename={_quoted(named['filename'])}"] if "filename" in named else []
    own = lines[1:]
    if "=" in name or not name:
        # That would end the name, so a header says it, which wins.
        own, name = lines, "..."
    for line in filter(None, own):
        header, _, said = line.partition(": ")
        is_type = header.lower() == "content-type"
        more.append(f";type={said}" if is_type else f";headers={_quoted(line)}")
    return f"{name}={value}{''.join(more)}"


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
