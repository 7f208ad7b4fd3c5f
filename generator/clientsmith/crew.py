"""Does the same work with many things in several processes, as if it were one.

https://docs.python.org/3/library/concurrent.futures.html#processpoolexecutor
"""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from threading import Thread
from types import FrameType
from typing import Final, NoReturn, TypeVar

from msgspec import Struct

from .ending import NAMES, code_of

T = TypeVar("T")
R = TypeVar("R")


class Crash(Struct, frozen=True):
    """A bug of the program in another process: its traceback."""

    text: str


class Stopped(Struct, frozen=True):
    """Work of another process that an interrupt has ended, or kept from beginning."""


class CrashError(Exception):
    """A bug of the program in another process."""


class EndedError(Exception):
    """A process was ended from outside, and nobody knows what became of its work."""


def spread(work: Callable[[T], R], items: Sequence[T], processes: int) -> Generator[R]:
    """Yield what comes of each item in turn, as soon as it is there.

    The work has to be a function that another process can be told of.

    Raises:
        EndedError: A process was ended from outside.
    """
    count = min(processes, len(items))
    return _in_turn(work, items) if count < _SEVERAL else _pooled(work, items, count)


_SEVERAL: Final = 2


def cores() -> int:
    """Return how many processes can work at once."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _in_turn(work: Callable[[T], R], items: Sequence[T]) -> Generator[R]:
    for item in items:
        yield work(item)
        if item is not items[-1]:
            gc.collect()  # the program has switched off that it happens by itself


def _pooled(work: Callable[[T], R], items: Sequence[T], count: int) -> Generator[R]:
    # Few runs come here, and the imports would cost all of them.
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    # Spawned, because forking a process that has threads may deadlock.
    with ProcessPoolExecutor(count, get_context("spawn"), _begin) as pool:
        with _uninterrupted():
            done = [pool.submit(partial(_done, work), item) for item in items]
        try:
            for each in done:
                yield _sound(each.result())
        except BrokenProcessPool as problem:
            raise EndedError from problem
        except (KeyboardInterrupt, SystemExit, GeneratorExit):
            _interrupt_all()
            raise
        finally:
            pool.shutdown(cancel_futures=True)


def _interrupt_all() -> None:
    """Have all processes give up what they do: what ends the program may not be told.

    That is so for a signal to this process alone.
    """
    from multiprocessing import active_children

    if sys.platform == "win32":
        return
    for each in active_children():
        if each.pid is not None:
            with suppress(ProcessLookupError):
                os.kill(each.pid, signal.SIGINT)


@contextmanager
def _uninterrupted() -> Generator[None]:
    """Start processes that nothing interrupts before they know what to do then.

    They inherit that the signals are kept waiting; here they come a moment later.
    """
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _ending())
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _ending() -> set[signal.Signals]:
    """List the signals by which a process is to give up what it does."""
    names = ("SIGINT", *NAMES)
    return {getattr(signal, name) for name in names if hasattr(signal, name)}


class _Shift(Struct):
    """What a process of its own knows of itself."""

    works: bool = False
    interrupted: bool = False
    code: int | None = None
    """What it ends with when its work is over, if a signal has said that it is to."""


_shift: Final = _Shift()


def _begin() -> None:
    """Let a process end with the program, and know when something interrupts it."""
    signal.signal(signal.SIGINT, _interrupt)
    for number in _ending() - {signal.SIGINT}:
        # What is ignored ends nothing, as after `nohup`.
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _end)
    if sys.platform != "win32":
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _ending())
    gc.disable()
    Thread(target=_end_with_the_program, daemon=True).start()


def _interrupt(_number: int, _frame: FrameType | None) -> None:
    """Give up what is being done, and begin nothing more; the program ends the rest.

    It may be told of by the terminal and by the program, and cleans up once.
    """
    is_first, _shift.interrupted = not _shift.interrupted, True
    if _shift.works and is_first:
        raise KeyboardInterrupt


def _end(number: int, _frame: FrameType | None) -> None:
    """Give up what is being done, and end; what is given up already is cleaned up."""
    is_first, _shift.interrupted = not _shift.interrupted, True
    _shift.code = code_of(number)
    if not _shift.works:
        _leave(_shift.code)
    if is_first:
        sys.exit(_shift.code)


def _leave(code: int) -> NoReturn:
    """End at once, since nothing is left to be done."""
    from .scratch import clear

    clear()
    os._exit(code)


def _end_with_the_program() -> None:
    """Wait for the program: one that is killed has no time to end its processes."""
    from multiprocessing import parent_process
    from multiprocessing.connection import wait

    if (program := parent_process()) is not None:
        wait([program.sentinel])
        _leave(1)


def _done(work: Callable[[T], R], item: T) -> R | Crash | Stopped:
    """Do the work in a process of its own; not every exception can be sent."""
    try:
        _shift.works = True
        return Stopped() if _shift.interrupted else work(item)
    except KeyboardInterrupt:
        return Stopped()
    except SystemExit as ending:
        _leave(ending.code if isinstance(ending.code, int) else 1)
    except Exception:  # noqa: BLE001 - the last frame there is
        import traceback

        return Crash(traceback.format_exc())
    finally:
        _shift.works = False
        if _shift.code is not None:
            _leave(_shift.code)
        gc.collect()


def _sound(made: R | Crash | Stopped) -> R:
    if isinstance(made, Crash):
        raise CrashError(made.text)
    if isinstance(made, Stopped):
        raise EndedError
    return made
