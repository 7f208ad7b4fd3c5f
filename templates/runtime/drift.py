"""Tells when responses no longer have the shape the description promises."""

from __future__ import annotations

import warnings
from inspect import currentframe
from typing import TYPE_CHECKING, Any

from .any_json import loads
from .kinds import is_array, is_object
from .loggers import DRIFT
from .package import PACKAGE

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from pydantic_core import ErrorDetails

    from .options import Validation

_MOST_AT_ONCE = 100
"""How many places of one answer are told of."""
_MOST = 1_000
"""How many problems of one operation are logged, each of them once."""
_seen: dict[str, set[tuple[str, str]]] = {}


class DriftWarning(UserWarning):
    """A response does not have the shape the description promises."""


def report(
    operation: str,
    problems: Iterable[ErrorDetails],
    content: bytes | str,
    validation: Validation,
    names: Collection[str],
) -> None:
    """Log once what does not fit at a place, or warn of it for every answer.

    The items of an array share one place, and so do the members of a map, whatever
    is not among the `names` of properties. Values and keys are left out: they belong
    to the user, not to a log.
    """
    distinct = {_kind(problem, names): problem for problem in problems}
    value = loads(content)
    for problem in [*distinct.values()][:_MOST_AT_ONCE]:
        place = "".join(_shared(step, names) for step in _steps(problem, value))
        tell(operation, f"${place}", problem["msg"], validation, problem["type"])
    if (others := len(distinct) - _MOST_AT_ONCE) > 0:
        tell(operation, "$", f"problems at {others} more places", validation, "more")


def _kind(problem: ErrorDetails, names: Collection[str]) -> tuple[int | str, ...]:
    """Return what is the same for all items of an array, and all members of a map."""
    shared = ["*" if step not in names else step for step in problem["loc"]]
    return problem["type"], *shared


def tell(
    operation: str, place: str, text: str, validation: Validation, kind: str = ""
) -> None:
    """Log once what is wrong at a place, or warn of it for every answer."""
    if validation == "warn":
        told = f"{operation}: {place}: {text}"
        warnings.warn(told, DriftWarning, stacklevel=_level_of_caller())
    elif _is_new(operation, place, kind or text):
        DRIFT.warning("%s: %s: %s", operation, place, text)


def _level_of_caller() -> int:
    """Count the frames from `tell` to the first that is not one of this package."""
    frame, level = currentframe(), 0
    while frame and _is_of_package(frame.f_globals.get("__name__", "")):
        frame, level = frame.f_back, level + 1
    return level


def _is_of_package(module: str) -> bool:
    return f"{module}.".startswith(f"{PACKAGE}.")


def _is_new(operation: str, place: str, kind: str) -> bool:
    seen = _seen.setdefault(operation, set())
    if (place, kind) in seen or len(seen) >= _MOST:
        return False
    seen.add((place, kind))
    return True


def json_path(problem: ErrorDetails, value: Any) -> str:
    """Write the way to a part of a value, or to a property that it lacks.

    The library names variants and validators on the way, too, which nobody can find
    in the response.
    """
    steps = _steps(problem, value)
    return "$" + "".join(
        f"[{step}]" if isinstance(step, int) else f".{step}" for step in steps
    )


def _shared(step: int | str, names: Collection[str]) -> str:
    if isinstance(step, int):
        return "[*]"
    return f".{step}" if step in names else ".*"


def _steps(problem: ErrorDetails, value: Any) -> Iterator[int | str]:
    lacking = problem["loc"][-1:] if problem["type"] == "missing" else ()
    for step in problem["loc"]:
        if isinstance(step, int) and is_array(value):
            yield step
            value = _item(value, step)
        elif is_object(value) and (step in value or step in lacking):
            yield step
            value = value.get(str(step))


def _item(items: Any, position: int) -> Any:
    return items[position] if position < len(items) else None
