"""Reads multipart bodies, and knows nothing of how they were written.

https://www.rfc-editor.org/rfc/rfc2046#section-5.1.1
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote

_PARAMETER = re.compile(r';\s*([a-z]+)="([^"\r\n]*)"')


@dataclass(frozen=True, slots=True)
class Received:
    """One part, with names as browsers' escapes stand for them."""

    name: str
    filename: str | None
    content_type: str | None
    headers: dict[str, str]
    data: bytes


def read_parts(content_type: str, body: bytes) -> list[Received]:
    """Return the parts of a body.

    Raises:
        AssertionError: It is not what the RFC describes.
    """
    essence, _, boundary = content_type.partition("; boundary=")
    assert "multipart/form-data" == essence
    assert re.fullmatch(r"[0-9A-Za-z'()+_,./:=?-]{1,70}", boundary)
    delimiter = f"--{boundary}".encode()
    first, *pieces, last = (b"\r\n" + body).split(b"\r\n" + delimiter)
    assert b"" == first
    assert b"--\r\n" == last
    return [_read(piece) for piece in pieces]


def _read(piece: bytes) -> Received:
    assert piece.startswith(b"\r\n")
    head, _, data = piece[2:].partition(b"\r\n\r\n")
    lines = [line.partition(": ") for line in head.decode().split("\r\n")]
    headers = {name.lower(): value for name, _, value in lines}
    assert len(lines) == len(headers)
    disposition = headers["content-disposition"]
    assert disposition.startswith("form-data;")
    found = _PARAMETER.findall(disposition)
    rebuilt = "form-data" + "".join(f'; {key}="{value}"' for key, value in found)
    assert rebuilt == disposition, "a name has broken out of its quotes"
    named = {key: unquote(value) for key, value in found}
    return Received(
        name=named["name"],
        filename=named.get("filename"),
        content_type=headers.get("content-type"),
        headers=headers,
        data=data,
    )
