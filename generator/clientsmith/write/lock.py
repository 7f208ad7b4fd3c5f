"""One run at a time in a folder.

https://man7.org/linux/man-pages/man2/flock.2.html
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

PATIENCE: Final = 30.0
"""For how many seconds a run waits for another one."""
_PAUSE: Final = 0.05

if sys.platform == "win32":

    @contextmanager
    def locked(_folder: Path, _patience: float) -> Generator[None, None, None]:
        """Do nothing: Windows cannot lock a folder, and its renames still are whole."""
        yield

    @contextmanager
    def still(_folder: Path, _patience: float) -> Generator[None, None, None]:
        """Do nothing, for the same reason."""
        yield

else:
    import fcntl

    @contextmanager
    def locked(folder: Path, patience: float) -> Generator[None, None, None]:
        """Hold a folder for this run; wait for another run up to `patience` seconds.

        The lock is on the folder itself: it leaves no file behind, and ends with
        the process however that ends.

        Raises:
            TimeoutError: The other run did not finish in time.
        """
        handle = os.open(folder, os.O_RDONLY)
        try:
            _acquire(handle, fcntl.LOCK_EX, patience)
            yield
        finally:
            os.close(handle)

    @contextmanager
    def still(folder: Path, patience: float) -> Generator[None, None, None]:
        """Keep others from writing to a folder while it is read, if there is one.

        Whoever reads only has no reason to fail because somebody writes for long.
        """
        try:
            handle = os.open(folder, os.O_RDONLY)
        except OSError:
            yield
            return
        try:
            with suppress(OSError):
                _acquire(handle, fcntl.LOCK_SH, patience)
            yield
        finally:
            os.close(handle)

    def _acquire(handle: int, kind: int, patience: float) -> None:
        deadline = time.monotonic() + patience
        while True:
            try:
                return fcntl.flock(handle, kind | fcntl.LOCK_NB)
            except BlockingIOError:
                if time.monotonic() > deadline:
                    message = "another run holds its folder"
                    raise TimeoutError(message) from None
                time.sleep(_PAUSE)
