"""A folder for the files of other programs, which goes however the process ends.

A process that is killed has no time to delete anything. Its folder is held by a lock
that ends with it, and the next process deletes those that nobody holds.

https://man7.org/linux/man-pages/man2/flock.2.html
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Generator, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType
from typing import Final

from .ending import NAMES, handled

_PREFIX: Final = "clientsmith-scratch-"
_NEW: Final = 60.0
"""For how many seconds a folder is left alone that may not be held yet."""
_ENDING: Final = ("SIGINT", *NAMES)

_open = set[str]()


@contextmanager
def scratch() -> Generator[Path]:
    """Give a folder, and delete it afterwards, also if a signal ends the process."""
    _sweep()
    # What raises an exception needs no help.
    with handled(_ENDING, _end):
        folder = tempfile.mkdtemp(prefix=_PREFIX)
        _open.add(folder)
        try:
            with _held(folder):
                yield Path(folder)
        finally:
            shutil.rmtree(folder, ignore_errors=True)
            _open.discard(folder)


def clear() -> None:
    """Delete the folders of this process, which is about to end.

    A program that still writes there may be in the way of the first attempt.
    """
    for folder in [*_open, *_open]:
        shutil.rmtree(folder, ignore_errors=True)


def _end(number: int, _frame: FrameType | None) -> None:
    """Delete what there is before a signal ends the process, as it would anyway."""
    clear()
    signal.signal(number, signal.SIG_DFL)
    signal.raise_signal(number)


if sys.platform == "win32":

    @contextmanager
    def _held(_folder: str) -> Generator[None]:
        """Do nothing: Windows cannot lock a folder."""
        yield

    def _sweep() -> None:
        """Do nothing, since nobody knows what is held."""

else:
    import fcntl

    @contextmanager
    def _held(folder: str) -> Generator[None]:
        """Hold a folder as long as the process lives."""
        handle = os.open(folder, os.O_RDONLY)
        try:
            fcntl.flock(handle, fcntl.LOCK_SH)
            yield
        finally:
            os.close(handle)

    def _sweep() -> None:
        """Delete the folders of processes that were killed."""
        for path in _old_folders():
            with suppress(OSError):
                handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW)
                try:
                    fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                    shutil.rmtree(path, ignore_errors=True)
                finally:
                    os.close(handle)

    def _old_folders() -> Iterator[str]:
        """List our folders, if there are any from before."""
        with suppress(OSError), os.scandir(tempfile.gettempdir()) as entries:
            for entry in entries:
                if entry.name.startswith(_PREFIX) and _is_old(entry):
                    yield entry.path

    def _is_old(entry: os.DirEntry[str]) -> bool:
        status = entry.stat(follow_symlinks=False)
        return status.st_uid == os.getuid() and status.st_mtime < time.time() - _NEW
