"""What a child process starts with anew: connections, and locks that threads hold.

A fork copies both as they are, and leaves the threads behind: who waits for one of
their locks would wait for ever.
https://docs.python.org/3/library/os.html#os.register_at_fork
"""

from __future__ import annotations

import os
import sys
import threading
from functools import cached_property
from weakref import WeakSet


class Renewed:
    """Something that is renewed in every process that is forked off."""

    def __init__(self) -> None:
        _renewed.add(self)

    def renew(self) -> None:
        """Forget what belongs to the process that this one was forked from."""
        raise NotImplementedError


class Lock(Renewed):
    """A reentrant lock."""

    def __init__(self) -> None:
        super().__init__()
        self.held = threading.RLock()
        """The lock of this process: `with lock.held`."""

    def renew(self) -> None:
        """Free it, unless the thread that has forked holds it."""
        self.held = _free(self.held)


def unlock_in_children(cls: type) -> None:
    """Renew the locks that cached properties of a class have before Python 3.12."""
    if sys.version_info < (3, 12):
        _owners.add(cls)


_renewed: WeakSet[Renewed] = WeakSet()
_owners: WeakSet[type] = WeakSet()


def _start() -> None:
    for each in list(_renewed):
        each.renew()
    for cls in list(_owners):
        for each in vars(cls).values():
            if isinstance(each, cached_property):
                state = vars(each)
                state["lock"] = _free(state["lock"])


def _free(lock: threading.RLock) -> threading.RLock:
    if not lock.acquire(blocking=False):
        return threading.RLock()
    lock.release()
    return lock


if sys.platform != "win32":
    os.register_at_fork(after_in_child=_start)
