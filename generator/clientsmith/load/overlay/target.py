"""What an action selects: RFC 9535 JSONPath, by the library that implements it.

https://www.rfc-editor.org/rfc/rfc9535
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, TypeAlias, cast

from msgspec import Struct

from clientsmith.load.nesting import DEEPEST

if TYPE_CHECKING:
    from jsonpath_rfc9535 import JSONPathEnvironment

    from clientsmith.load.reading import JSON

Location: TypeAlias = tuple[str | int, ...]


class Match(Struct, frozen=True):
    """A selected value and the steps that lead to it."""

    location: Location
    value: JSON


def find_syntax_fault(expression: str) -> str | None:
    """Say what is wrong with an expression, if anything."""
    from jsonpath_rfc9535 import JSONPathError

    try:
        _environment().compile(expression)
    except JSONPathError as fault:
        return fault.args[0] if fault.args else "it cannot be read"
    except RecursionError:
        return "it nests too deep"
    except ArithmeticError:
        # The library converts a literal such as 1e999 without a check.
        return "a number in it is out of range"
    return None


def select(expression: str, value: JSON) -> list[Match]:
    """List what a sound expression selects, each value once and inner values first.

    In this order a change of one match leaves the locations of the others alone.
    """
    nodes = _environment().finditer(expression, value)
    values = {node.location: cast("JSON", node.value) for node in nodes}
    matches = [Match(location, held) for location, held in values.items()]
    return sorted(matches, key=_order, reverse=True)


def _order(match: Match) -> list[tuple[bool, int, str]]:
    return [
        (True, step, "") if isinstance(step, int) else (False, 0, step)
        for step in match.location
    ]


@cache
def _environment() -> JSONPathEnvironment:
    from jsonpath_rfc9535 import JSONPathEnvironment

    environment = JSONPathEnvironment()
    # Its own bound of 100 levels is below what a description may have.
    environment.max_recursion_depth = DEEPEST + 1
    return environment
