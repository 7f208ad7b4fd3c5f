"""Leaves the frames of HTTP libraries out of tracebacks: they hold what is sent.

Tools that show local variables would show the credentials among them. What is left
is a program's own, as of a transport or of what writes a body, and this package's.
"""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from types import TracebackType

_LIBRARIES = frozenset(
    {
        "anyio",
        "asyncio",
        "h11",
        "h2",
        "hpack",
        "httpcore",
        "httpcore2",
        "httpx",
        "httpx2",
        "socket",
        "socksio",
        "ssl",
        "trio",
    }
)
_WITHIN = frozenset({f"{__package__}.plain", f"{__package__}.tls_sockets"})
"""What libraries call here, and give the same to hold."""


class _Forgetting(AbstractContextManager[None]):
    """Whatever leaves it has no frames of libraries: cancellations, too."""

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        forget_frames(problem)


FORGETTING = _Forgetting()


def forget_frames(problem: BaseException | None) -> None:
    """Leave them out of what went wrong, and of all that it came from."""
    _forget(problem, set())


def _forget(problem: BaseException | None, seen: set[int]) -> None:
    if problem is None or id(problem) in seen:
        return
    seen.add(id(problem))
    problem.__traceback__ = _others(problem.__traceback__)
    _forget(problem.__cause__, seen)
    _forget(problem.__context__, seen)
    if isinstance(problem, BaseExceptionGroup):
        for each in cast("BaseExceptionGroup[BaseException]", problem).exceptions:
            _forget(each, seen)


def _others(traceback: TracebackType | None) -> TracebackType | None:
    """Keep what is of no library, changed in place: others hold its beginning."""
    first = _next_other(traceback)
    step = first
    while step:
        step.tb_next = _next_other(step.tb_next)
        step = step.tb_next
    return first


def _next_other(traceback: TracebackType | None) -> TracebackType | None:
    while traceback and _is_of_library(traceback):
        traceback = traceback.tb_next
    return traceback


def _is_of_library(traceback: TracebackType) -> bool:
    name: str = traceback.tb_frame.f_globals.get("__name__", "")
    return name in _WITHIN or name.partition(".")[0] in _LIBRARIES
