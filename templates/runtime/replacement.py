"""Files that appear at their place when they are whole, and not before."""

from __future__ import annotations

import errno
import os
import secrets
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self

_MOST = 100
"""How many characters of a name go into that of its draft."""


class Replacement:
    """A draft beside a path, which takes its place unless an error ends it."""

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self._path = Path(path)
        name = f".{self._path.name[:_MOST]}.{secrets.token_hex(4)}.part"
        self._draft = self._path.with_name(name)

    def __enter__(self) -> Self:
        if self._path.is_dir():
            text = os.strerror(errno.EISDIR)
            raise IsADirectoryError(errno.EISDIR, text, str(self._path))
        try:
            self._file = self._draft.open("xb")
        except OSError as problem:
            # Nobody knows the draft by its name.
            text = problem.strerror or str(problem)
            raise OSError(problem.errno, text, str(self._path)) from None
        return self

    def write(self, content: bytes) -> None:
        """Add to the draft."""
        self._file.write(content)

    def restart(self) -> None:
        """Empty the draft."""
        self._file.seek(0)
        self._file.truncate()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        try:
            self._file.close()
            if error is None:
                self._draft.replace(self._path)
        finally:
            self._draft.unlink(missing_ok=True)
