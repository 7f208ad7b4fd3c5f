"""Where a document comes from: a file or standard input, read once as bytes."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final

from msgspec import Struct

from clientsmith.diagnostics import Diagnostic, Exit, Outcome, Position, error

if TYPE_CHECKING:
    from clientsmith.pointer import Pointer


_ADDRESS: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")


class Source(Struct, frozen=True):
    """A text and the name the user knows it by."""

    name: str
    text: bytes


class Sources(Struct, frozen=True):
    """Texts that never became a document, kept to quote from in diagnostics."""

    sources: tuple[Source, ...]

    def locate(self, pointer: Pointer) -> Position | None:
        """Find nothing: only a document knows where its values stand."""
        del pointer
        return None

    def text_of(self, file: str) -> str | None:
        """Give the text of a file, bad bytes replaced."""
        for source in self.sources:
            if source.name == file:
                return source.text.decode("utf-8-sig", errors="replace")
        return None


def read_source(path: str | Path, stdin: BinaryIO) -> Outcome[Source]:
    """Read a file, or standard input when the path is `-`."""
    if _ADDRESS.match(str(path)):
        return Outcome(None, (address(str(path)),))
    if str(path) == "-":
        return Outcome(Source("<stdin>", stdin.read()))
    return read_file(path, str(path))


def address(name: str) -> Diagnostic:
    """Say that a description on the web is to be fetched first."""
    return error(
        "source-address",
        f"{name} is an address, and descriptions are read from files",
        hint="let `clientsmith pull` keep it in one: "
        f'[sources."api.yaml"] url = "{name}"',
        exit=Exit.USAGE,
    )


def read_file(path: str | Path, name: str) -> Outcome[Source]:
    """Read a file that is shown under another name."""
    try:
        return Outcome(Source(name, Path(path).read_bytes()))
    except (OSError, ValueError) as fault:
        return Outcome(None, (_unreadable(name, fault),))


def _unreadable(path: str, fault: OSError | ValueError) -> Diagnostic:
    match fault:
        case FileNotFoundError() | NotADirectoryError():
            code, message = "source-missing", f"no such file: {path}"
            remedy = "check the path; `-` reads standard input"
        case IsADirectoryError():
            code = "source-is-directory"
            message = f"{path} is a directory without a description"
            remedy = "name the description inside it"
        case _:
            reason = getattr(fault, "strerror", None) or str(fault)
            code, message = "source-unreadable", f"cannot read {path}: {reason}"
            remedy = "check the path and its permissions"
    return error(code, message, hint=remedy, exit=Exit.USAGE)
