"""Runs what recurses as deep as a document refers, on a stack that is large enough.

Schemas that lead to each other by the hundred are rare, and a thread of its own for
every run would cost all others.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

_STACK = 512 * 1024 * 1024
"""Bytes of addresses; memory is taken as far as it is used."""
_DEEPEST = 200_000


def deeply(function: Callable[[], T]) -> T:
    """Call a function without effects, and again on a large stack if it needs one.

    Raises:
        RecursionError: That is too small, too.
    """
    try:
        return function()
    except RecursionError:
        return _in_thread(function)


def _in_thread(function: Callable[[], T]) -> T:
    results: list[T] = []
    problems: list[BaseException] = []

    def run() -> None:
        try:
            results.append(function())
        except BaseException as problem:  # noqa: BLE001 - it is raised by the caller
            problems.append(problem)

    limit, size = sys.getrecursionlimit(), threading.stack_size(_STACK)
    sys.setrecursionlimit(_DEEPEST)
    try:
        thread = threading.Thread(target=run)
        thread.start()
        thread.join()
    except RuntimeError as problem:
        raise RecursionError("there is no memory for a larger stack") from problem
    finally:
        sys.setrecursionlimit(limit)
        threading.stack_size(size)
    for raised in problems:
        raise raised
    return results[0]
