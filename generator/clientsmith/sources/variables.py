"""Fills variables of the environment into headers, and never shows what they hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from clientsmith.diagnostics import Diagnostic, Exit, Outcome, Position, error

_VARIABLE: Final = re.compile(r"\$\{([A-Za-z_][A-Za-z0-9_]*)\}")


def variables_of(value: str) -> list[str]:
    """List the variables that a value names."""
    return _VARIABLE.findall(value)


def is_closed(value: str) -> bool:
    """Tell whether every `${` of a value begins the name of a variable."""
    return "${" not in _VARIABLE.sub("", value)


def filled(
    headers: Mapping[str, str],
    environment: Mapping[str, str],
    at: Position,
) -> Outcome[dict[str, str]]:
    """Put the values of variables into headers; what is not there is a problem each."""
    problems = tuple(_problems(headers, environment, at))
    if problems:
        return Outcome(None, problems)
    return Outcome(
        {
            name: _VARIABLE.sub(lambda found: environment[found[1]], value)
            for name, value in headers.items()
        }
    )


def _problems(
    headers: Mapping[str, str], environment: Mapping[str, str], at: Position
) -> Iterator[Diagnostic]:
    for header, value in headers.items():
        for name in variables_of(value):
            if reason := _unfit(environment.get(name)):
                yield error(
                    "source-variable",
                    f"the environment has {reason} in `{name}`, for the header "
                    f"`{header}`",
                    at,
                    hint=f"set the variable `{name}` where clientsmith runs",
                    exit=Exit.NETWORK,
                )


def _unfit(value: str | None) -> str | None:
    """Say what is wrong with the value of a variable, and nothing of the value."""
    if not value:
        return "nothing"
    # What the HTTP library refuses it also shows.
    fit = value.isascii() and value.isprintable()
    return None if fit else "what no header can hold"
