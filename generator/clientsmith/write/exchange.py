"""Put a new folder in the place of an old one.

https://man7.org/linux/man-pages/man2/rename.2.html
"""

from __future__ import annotations

import errno
import os
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_UNSUPPORTED = {errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP}


def put_in_place(new: Path, place: Path, aside: Path) -> None:
    """Move a folder to its place; what stood there ends up at `new` or `aside`.

    Linux swaps the two in one step. Elsewhere two renames do, and a run that dies
    between them leaves the old folder at `aside` for the next run to put back.
    """
    if place.exists() and exchange(new, place):
        return
    if place.exists():
        place.rename(aside)
    new.rename(place)


def exchange(one: Path, other: Path) -> bool:
    """Swap two folders in one step; say whether this system can.

    Raises:
        OSError: It can, and these two may not be swapped.
    """
    import ctypes  # Few runs come here: most replace nothing.

    try:
        # The standard library has no binding for it.
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError, TypeError):
        return False
    paths = (_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other))
    if renameat2(*paths, _RENAME_EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in _UNSUPPORTED:
        return False
    raise OSError(number, os.strerror(number), str(other))
