"""Which credentials operations ask for: what is usual, and where it is not enough."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from clientsmith.ir import Api, Need, Operation, Requirement

from .code import Code, literal


def written(alternatives: Iterable[Requirement]) -> Code:
    """Write alternatives of schemes, each with its scopes."""
    return literal(
        tuple({need.scheme: need.scopes for need in one} for one in alternatives)
    )


def used_schemes(api: Api) -> frozenset[str]:
    """Name the schemes that operations ask for."""
    return frozenset(
        need.scheme
        for operation in api.operations
        for alternative in alternatives_of(api, operation)
        for need in alternative
    )


def alternatives_of(api: Api, operation: Operation) -> tuple[Requirement, ...]:
    """Return what an operation asks for, which may be what the whole API does."""
    return api.security if operation.security is None else operation.security


def usual(api: Api) -> tuple[Requirement, ...]:
    """Return what an API asks for, else what most of its operations do."""
    asked = Counter(_bare(alternatives_of(api, one)) for one in api.operations)
    if api.security and _bare(api.security) in asked:
        return _bare(api.security)
    del asked[()]
    return max(asked, key=lambda each: asked[each], default=())


def needed(
    alternatives: tuple[Requirement, ...],
    expected: tuple[Requirement, ...],
    arguments: Mapping[str, tuple[str, ...]],
) -> str:
    """Say which arguments of the client an operation needs, where these are unusual.

    Whoever has what is `expected`, since it is usual, needs to know nothing.
    """
    alternatives = _bare(alternatives)
    if not all(alternatives) or {*expected} <= {*alternatives}:
        return ""
    ways = [
        [f"`{name}`" for need in one for name in arguments[need.scheme]]
        for one in alternatives
    ]
    # What goes together is kept apart from what may stand for it.
    separator = ", or " if any(way[1:] for way in ways) else " or "
    return separator.join(" and ".join(way) for way in ways)


def _bare(alternatives: Iterable[Requirement]) -> tuple[Requirement, ...]:
    """Leave out scopes."""
    return tuple(tuple(Need(need.scheme) for need in one) for one in alternatives)
