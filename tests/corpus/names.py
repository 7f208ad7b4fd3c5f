"""What is measured of the names of methods."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from msgspec import Struct

from clientsmith.ir import Name, Operation, name_of

_MANY = 4


class Measured(Struct, frozen=True):
    """How many methods of an API have names that nobody would choose."""

    methods: int
    repeating: int
    """Those that say the words of their resource again."""
    long: int
    """Those of more than four words."""
    alone: int
    """Resources of one method."""

    def __str__(self) -> str:
        """Say it in a line."""
        return (
            f"{self.methods} methods, {self.repeating} repeat their resource, "
            f"{self.long} are long, {self.alone} resources have one"
        )


def measured(operations: Iterable[Operation]) -> Measured:
    """Measure the names of all methods of an API."""
    listed = list(operations)
    held = Counter(one.resource for one in listed)
    return Measured(
        methods=len(listed),
        repeating=len(repeating(listed)),
        long=sum(len(one.name.words) > _MANY for one in listed),
        alone=sum(count == 1 for count in held.values()),
    )


def repeating(operations: Iterable[Operation]) -> list[str]:
    """List the methods whose name says all words of their resource, together."""
    return [_call(one) for one in operations if _repeats(one)]


def _call(operation: Operation) -> str:
    return ".".join(name.snake for name in (*operation.resource, operation.name))


def _repeats(operation: Operation) -> bool:
    words = _singulars(operation.name)[1:]
    own = _singulars(operation.resource[-1])
    starts = range(len(words) - len(own) + 1)
    return any(words[start : start + len(own)] == own for start in starts)


def _singulars(name: Name) -> tuple[str, ...]:
    return tuple(name_of(word).singular.snake for word in name.words)
