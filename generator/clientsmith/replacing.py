"""Replaces a file as a whole, so that nobody ever reads half of one.

https://man7.org/linux/man-pages/man2/rename.2.html
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import Final

_STREAMS: Final = (Path("/dev"), Path("/proc"))


def replace_file(path: Path, content: bytes, drafts: Path | None = None) -> None:
    """Put a text in the place of a file; a link gives way to it.

    It is written beside the file, or in the folder for `drafts`, and then renamed. A
    device or a pipe is nothing to be replaced, and is written to.

    Raises:
        OSError: It cannot be written; what was there is still there, and alone.
    """
    if _is_stream(path):
        path.write_bytes(content)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = (drafts or path.parent) / f".clientsmith-{os.urandom(8).hex()}"
    try:
        with draft.open("xb") as file:
            file.write(content)
        draft.replace(path)
    finally:
        with suppress(OSError):
            draft.unlink()


def _is_stream(path: Path) -> bool:
    """Tell what is no file of its own; `/dev/stdout` may well lead to one."""
    if any(map(path.is_relative_to, _STREAMS)):
        return True
    return path.exists() and not path.is_file()
