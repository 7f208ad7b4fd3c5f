"""Ends the program by a signal as by an error: what was begun is cleaned up.

https://www.gnu.org/software/bash/manual/html_node/Exit-Status.html
"""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Callable, Generator, Iterable
from contextlib import AbstractContextManager, contextmanager
from types import FrameType
from typing import Final, TypeAlias

NAMES: Final = ("SIGTERM", "SIGHUP")
"""What ends a program from outside; a terminal that interrupts raises an exception."""
_BY_SIGNAL: Final = 128


Handler: TypeAlias = Callable[[int, FrameType | None], None]
"""What is called instead of ending the process."""


def ended_by_signals() -> AbstractContextManager[None]:
    """Raise an exception where a signal would end the process at once."""
    return handled(NAMES, _end)


@contextmanager
def handled(names: Iterable[str], handler: Handler) -> Generator[None]:
    """Call a function where some signals would end the process at once.

    What is ignored ends nothing, as after `nohup`.
    """
    if threading.current_thread() is not threading.main_thread():
        yield  # others cannot say what becomes of signals
        return
    numbers = [getattr(signal, name) for name in names if hasattr(signal, name)]
    plain = [each for each in numbers if signal.getsignal(each) is signal.SIG_DFL]
    for number in plain:
        signal.signal(number, handler)
    try:
        yield
    finally:
        for number in plain:
            signal.signal(number, signal.SIG_DFL)


def _end(number: int, _frame: FrameType | None) -> None:
    """End the program, and let nothing more keep it from cleaning up."""
    for name in NAMES:
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_IGN)
    sys.exit(code_of(number))


def code_of(number: int) -> int:
    """Return the code that a process ends with that a signal has ended."""
    return _BY_SIGNAL + number
