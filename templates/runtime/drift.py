"""Tells when responses no longer have the shape the description promises."""

from __future__ import annotations

import re
import warnings
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeAlias

from .any_json import loads
from .kinds import is_array, is_object
from .loggers import DRIFT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic_core import ErrorDetails, ValidationError

    from .options import Validation

_Location: TypeAlias = tuple[int | str, ...]
_ITEM = re.compile(r"\[\d+\]")
"""The items of an array share one place in a log."""
_MOST = 10_000
_seen: set[tuple[str, ...]] = set()


class DriftWarning(UserWarning):
    """A response does not have the shape the description promises."""


def report(
    operation: str,
    problems: ValidationError,
    content: bytes | str,
    validation: Validation,
) -> None:
    """Log once what does not fit at a place, or warn of it every time.

    Values are left out: they belong to the user, not to a log.
    """
    value = loads(content)
    for problem in problems.errors(
        include_url=False, include_context=False, include_input=False
    ):
        place = _ITEM.sub("[*]", json_path(problem, value))
        tell(operation, place, problem["msg"], validation, problem["type"])


def tell(
    operation: str, place: str, text: str, validation: Validation, kind: str = ""
) -> None:
    """Log once what is wrong at a place, or warn of it every time."""
    if validation == "warn":
        warnings.warn(f"{operation}: {place}: {text}", DriftWarning, stacklevel=2)
    elif _is_new(operation, place, kind or text):
        DRIFT.warning("%s: %s: %s", operation, place, text)


def _is_new(*problem: str) -> bool:
    if problem in _seen or len(_seen) >= _MOST:
        return False
    _seen.add(problem)
    return True


def json_path(problem: ErrorDetails, value: Any) -> str:
    """Write the way to a part of a value, or to a property that it lacks.

    The library names variants and validators on the way, too, which nobody can find
    in the response.
    """
    lacking = problem["loc"][-1:] if problem["type"] == "missing" else ()
    return "$" + "".join(_steps(problem["loc"], value, lacking))


def _steps(location: _Location, value: Any, lacking: _Location) -> Iterator[str]:
    if not location:
        return
    inside, step = value, location[0]
    if isinstance(step, int) and is_array(value):
        yield f"[{step}]"
        inside = next(islice(value, step, None), None)
    elif is_object(value) and (step in value or step in lacking):
        yield f".{step}"
        inside = value.get(str(step))
    yield from _steps(location[1:], inside, lacking)
