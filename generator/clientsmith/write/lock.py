"""One run at a time in an output folder.

https://man7.org/linux/man-pages/man2/flock.2.html
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Generator
from contextlib import contextmanager
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
            _acquire(handle, time.monotonic() + patience)
            yield
        finally:
            os.close(handle)

    def _acquire(handle: int, deadline: float) -> None:
        while True:
            try:
                return fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                if time.monotonic() > deadline:
                    message = "another run holds its folder"
                    raise TimeoutError(message) from None
                time.sleep(_PAUSE)
