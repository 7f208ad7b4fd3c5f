"""Where the bytes of a body or of a part of one come from.

Files are read while they are sent, never as a whole, and again for another attempt.
"""

from __future__ import annotations

import io
import os
import stat
from collections.abc import AsyncIterable, Iterable, Mapping
from dataclasses import dataclass, field
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias, cast, runtime_checkable

from .kinds import is_array
from .pieces import CHUNK, InPieces

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Generator

    from .payload import Payload


@runtime_checkable
class Readable(Protocol):
    """A file that is open for reading bytes, or whatever reads like one."""

    def read(self, size: int = -1, /) -> bytes:
        """Read so many bytes, or fewer."""
        ...


FileContent: TypeAlias = bytes | PathLike[str] | Readable
"""Bytes, the path of a file, or a file that is open for reading.

A file that is open is read from where it is, and put back there afterwards.
"""


FileInput: TypeAlias = (
    FileContent
    | tuple[str | None, FileContent]
    | tuple[str | None, FileContent, str | None]
    | tuple[str | None, FileContent, str | None, Mapping[str, str]]
)
"""A file to send: its content, or a tuple that says more of it.

The content is bytes, a path, or a file that is open for reading bytes. A tuple is the
name of the file, its content, its media type and further headers of its part; the
last two may be left out.
"""


def is_content(value: object) -> bool:
    """Tell whether a value is bytes, a path or an open file."""
    return isinstance(value, bytes | bytearray | memoryview | PathLike | Readable)


def is_file(value: object) -> bool:
    """Tell whether a value is a file: one of these, or a tuple that says more."""
    if not isinstance(value, tuple):
        return is_content(value)
    match cast("tuple[object, ...]", value):
        case (str() | None, content) | (str() | None, content, _):
            return is_content(content)
        case (str() | None, content, _, _):
            return is_content(content)
        case _:
            return False


def has_file(value: object) -> bool:
    """Tell whether a value is a file, or a list with one in it."""
    return is_file(value) or (is_array(value) and any(map(is_file, value)))


def refuse_text(name: str, value: object) -> None:
    """Refuse text where a file is due, or several: it may be a path, or content.

    Raises:
        TypeError: There is some.
    """
    items = [value] if is_file(value) or not is_array(value) else value
    if any(isinstance(item, str) for item in items):
        hint = "give `pathlib.Path(...)` for a path, and `.encode()` for content"
        raise TypeError(f"{name} is a file, and no text: {hint}")


def source_of(content: object) -> bytes | Payload:
    """Return bytes as they are, and what reads everything else.

    Raises:
        TypeError: It holds text, or nothing that could be sent.
        ValueError: It is a file that has nothing left to read.
    """
    match content:
        case bytes():
            return content
        case bytearray() | memoryview():
            return _copied(content)
        case str():
            raise TypeError("text is no bytes: encode it, or give a pathlib.Path")
        case PathLike():
            return PathSource(cast("PathLike[str]", content))
        case Readable():
            return _open_file(content)
        case AsyncIterable() | Iterable():
            return Pieces(cast("Iterable[bytes] | AsyncIterable[bytes]", content))
        case _:
            raise TypeError(f"{type(content).__name__} holds no bytes to send")


def _open_file(file: Any) -> Payload:
    if isinstance(file, io.TextIOBase) or getattr(file, "encoding", None):
        raise TypeError("a file must be open for bytes, in mode 'rb'")
    seekable = getattr(file, "seekable", None)
    if not (seekable and seekable()):
        return Pieces(iter(lambda: file.read(CHUNK), b""))
    source = FileSource(file, file.tell())
    if source.start and not source.length:
        raise ValueError("the file was read to its end; seek(0) sends all of it")
    return source


@dataclass(frozen=True, slots=True)
class PathSource(InPieces):
    """A file that is opened for each attempt."""

    path: PathLike[str]

    @property
    def length(self) -> int | None:
        """The size of the file; pipes and devices have none."""
        status = Path(self.path).stat()
        return status.st_size if stat.S_ISREG(status.st_mode) else None

    @property
    def is_spent(self) -> bool:
        """No: it is opened again."""
        return False

    def open(self) -> Generator[bytes]:
        """Read the file from its start."""
        with Path(self.path).open("rb", buffering=0) as file:
            yield from _read(file, self.length)


@dataclass(frozen=True, slots=True)
class FileSource(InPieces):
    """A file that is open and can be read again from where it was."""

    file: Any
    start: int

    @property
    def length(self) -> int:
        """What is left of the file from there on."""
        end: int = self.file.seek(0, os.SEEK_END)
        self.file.seek(self.start)
        return end - self.start

    @property
    def is_spent(self) -> bool:
        """No: it is rewound."""
        return False

    def open(self) -> Generator[bytes]:
        """Read the file from where it was given, and put it back there."""
        length = self.length
        try:
            yield from _read(self.file, length)
        finally:
            if not self.file.closed:
                self.file.seek(self.start)


@dataclass(slots=True)
class Pieces(InPieces):
    """Bytes that somebody else cuts into pieces; those of an iterator come once."""

    pieces: Iterable[bytes] | AsyncIterable[bytes]
    is_spent: bool = field(default=False, init=False)
    length: None = field(default=None, init=False)

    def open(self) -> Generator[bytes] | AsyncGenerator[bytes]:
        """Begin to read.

        Raises:
            ValueError: They were read before, and are gone.
        """
        if self.is_spent:
            raise ValueError("the body was read from an iterator, which is used up")
        if isinstance(self.pieces, AsyncIterable):
            return self._read_later(self.pieces)
        return self._read(self.pieces)

    def _read(self, pieces: Iterable[bytes]) -> Generator[bytes]:
        self.is_spent = iter(pieces) is pieces
        for piece in pieces:
            yield _checked(piece)

    async def _read_later(self, pieces: AsyncIterable[bytes]) -> AsyncGenerator[bytes]:
        self.is_spent = aiter(pieces) is pieces
        async for piece in pieces:
            yield _checked(piece)


def _checked(piece: object) -> bytes:
    if isinstance(piece, bytes):
        return piece
    if not isinstance(piece, bytearray | memoryview):
        raise TypeError(f"a piece of a body is {type(piece).__name__}, not bytes")
    return _copied(piece)


def _copied(content: Any) -> bytes:
    return bytes(content)


def _read(file: Any, length: int | None) -> Generator[bytes]:
    """Read so many bytes, whatever becomes of the file in the meantime.

    Raises:
        OSError: It has become shorter than was promised.
    """
    left = length
    while left is None or left > 0:
        chunk = file.read(CHUNK if left is None else min(CHUNK, left))
        if not chunk:
            break
        left = None if left is None else left - len(chunk)
        yield chunk
    if left:
        raise OSError("the file became shorter while it was sent")
