"""Request bodies that are several parts: fields of a form, files among them.

https://www.rfc-editor.org/rfc/rfc7578
https://spec.openapis.org/oas/v3.2.0.html#encoding-multipart-media-types
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .body import Body, json_body
from .members import object_members
from .parts import PLAIN, Part, write_part
from .pieces import InPieces
from .sources import has_file, refuse_text

if TYPE_CHECKING:
    from collections.abc import Collection, Generator, Iterator, Mapping

    from .payload import Payload

__all__ = ["MultipartBody", "Part", "multipart_body", "multipart_value"]

_NEWLINE = b"\r\n"


@dataclass(frozen=True, slots=True)
class MultipartBody(Body):
    """Parts: the head of each, and its content."""

    parts: tuple[tuple[bytes, bytes | Payload], ...]
    boundary: str
    essence: str = "multipart/form-data"

    @property
    def media_type(self) -> str:  # type: ignore[override]
        """The media type, with what parts are told apart by."""
        return f"{self.essence}; boundary={self.boundary}"

    @property
    def is_empty(self) -> bool:
        """Whether it has no parts."""
        return not self.parts

    def encode(self) -> Payload:
        """Return what reads the parts one after the other."""
        return _Parts(self)


@dataclass(frozen=True, slots=True)
class _Parts(InPieces):
    """The bytes of a whole body, from its first boundary to its last."""

    body: MultipartBody

    @property
    def length(self) -> int | None:
        length = len(self._end())
        for head, content in self.body.parts:
            size = len(content) if isinstance(content, bytes) else content.length
            if size is None:
                return None
            length += len(self._start()) + len(head) + size + len(_NEWLINE)
        return length

    @property
    def is_spent(self) -> bool:
        return any(
            not isinstance(content, bytes) and content.is_spent
            for _, content in self.body.parts
        )

    def in_curl(self, media_type: str) -> Iterator[str]:
        """Return the options of curl that write the same."""
        from .curl_parts import options

        return options(self.body.parts, media_type.partition(";")[0])

    def open(self) -> Generator[bytes]:
        for head, content in self.body.parts:
            yield self._start() + head
            if isinstance(content, bytes):
                yield content
            else:
                with content.opened() as chunks:
                    yield from chunks
            yield _NEWLINE
        yield self._end()

    def _start(self) -> bytes:
        return f"--{self.body.boundary}\r\n".encode()

    def _end(self) -> bytes:
        return f"--{self.body.boundary}--\r\n".encode()


def multipart_body(
    params: Mapping[str, Any],
    *,
    renamed: Mapping[str, str] | None = None,
    fixed: Mapping[str, object] | None = None,
    without: Collection[str] = (),
    parts: Mapping[str, Part] | None = None,
    files: Collection[str] = (),
    media_type: str = "multipart/form-data",
) -> MultipartBody:
    """Make a part of each value, and of each item of an array; files come last.

    Servers that read a body as it comes want to know first what a file is for.
    `parts` says how the description wants some of them written, and `files` which
    keywords are nothing but files.

    Raises:
        TypeError: There is text in place of a file.
    """
    for name in files:
        refuse_text(name, params.get(name))
    fields = json_body(params, renamed=renamed, fixed=fixed, without=without).value
    known = parts or {}
    written = (
        part
        for name, value in sorted(fields.items(), key=lambda one: has_file(one[1]))
        for part in write_part(name, value, known.get(name, PLAIN))
    )
    return MultipartBody(tuple(written), secrets.token_hex(16), media_type)


def multipart_value(
    value: object,
    *,
    parts: Mapping[str, Part] | None = None,
    media_type: str = "multipart/form-data",
) -> MultipartBody:
    """Make the parts of an object or a model.

    Raises:
        TypeError: It is neither.
    """
    members = object_members(value)
    if members is None:
        raise TypeError(f"{type(value).__name__} has no parts")
    return multipart_body(dict(members), parts=parts, media_type=media_type)
