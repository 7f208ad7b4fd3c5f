"""Tells when responses no longer have the shape the description promises."""

from __future__ import annotations

import logging
import warnings
from typing import TYPE_CHECKING

from .package import PACKAGE

if TYPE_CHECKING:
    from pydantic_core import ValidationError

    from .options import Validation

logger = logging.getLogger(f"{PACKAGE}.drift")

_MOST_PLACES = 10_000
_seen: set[tuple[str, str]] = set()


class DriftWarning(UserWarning):
    """A response does not have the shape the description promises."""


def report(operation: str, problems: ValidationError, validation: Validation) -> None:
    """Log each place that does not fit once, or warn of it every time.

    Values are left out: they belong to the user, not to a log.
    """
    for problem in problems.errors(
        include_url=False, include_context=False, include_input=False
    ):
        place = json_path(problem["loc"])
        if validation == "warn":
            text = f"{operation}: {place}: {problem['msg']}"
            warnings.warn(text, DriftWarning, stacklevel=2)
        elif (operation, place) not in _seen and len(_seen) < _MOST_PLACES:
            _seen.add((operation, place))
            logger.warning("%s: %s: %s", operation, place, problem["msg"])


def json_path(location: tuple[int | str, ...]) -> str:
    """Write the way to a value; the items of an array share one place."""
    return "$" + "".join(map(_step, location))


def _step(step: int | str) -> str:
    if isinstance(step, int):
        return "[*]"
    # What was assumed of a value (see `other_json`) is no property of it.
    return "" if step.startswith("\0") else f".{step}"
