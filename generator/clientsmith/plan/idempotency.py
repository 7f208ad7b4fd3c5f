"""Which operations can be repeated by a key that the client makes itself.

https://datatracker.ietf.org/doc/html/draft-ietf-httpapi-idempotency-key-header
"""

from __future__ import annotations

from clientsmith.ir import Operation, Parameter, Primitive

_HEADER = "idempotency-key"
_CHANGING = frozenset({"POST", "PATCH"})
"""Methods that nobody repeats without a key."""
_LENGTH = 36
"""That of a UUID."""


def takes_fresh_key(operation: Operation) -> bool:
    """Say whether an operation has a key that may be left out and be any UUID."""
    return operation.method in _CHANGING and any(
        _is_key(parameter) and not parameter.required and _takes_uuid(parameter)
        for parameter in operation.parameters
    )


def _is_key(parameter: Parameter) -> bool:
    return parameter.location == "header" and parameter.name.lower() == _HEADER


def _takes_uuid(parameter: Parameter) -> bool:
    match parameter.type:
        case Primitive(kind="string", format=None | "uuid"):
            bounds = parameter.bounds
            shortest, longest = bounds.min_length or 0, bounds.max_length or _LENGTH
            is_fixed = bounds.patterns or bounds.others
            return not is_fixed and shortest <= _LENGTH <= longest
        case _:
            return False
