"""What is measured of the names of methods."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from msgspec import Struct

from clientsmith.ir import Name, Operation, name_of
from clientsmith.lower.naming.verbs import VERBS
from clientsmith.lower.naming.words import SMALL, is_quality
from clientsmith.pointer import Pointer

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


def modifying(
    operations: Iterable[Operation], identifiers: Mapping[Pointer, str]
) -> list[str]:
    """List the methods that say which things, and not what they are.

    `keys.create_api` of `create_api_key` creates no API.
    """
    return [_call(one) for one in operations if _modifies(one, identifiers)]


def _modifies(operation: Operation, identifiers: Mapping[Pointer, str]) -> bool:
    verb, *said = operation.name.lower.words
    names_none = not said or all(map(is_quality, said)) or {*said} & SMALL
    if verb not in VERBS or names_none or said[-1] in VERBS:
        return False
    own = _singulars(Name(tuple(said)))
    thing = (*own, *_singulars(operation.resource[-1]))
    words = _singulars(name_of(_told(operation, identifiers)))
    starts = range(len(words) - len(thing) + 1)
    return any(words[start : start + len(thing)] == thing for start in starts)


def _told(operation: Operation, identifiers: Mapping[Pointer, str]) -> str:
    """Return an identifier without where it is, and what FastAPI appends to it."""
    text = identifiers.get(operation.at, "")
    appended = re.sub(r"\W", "_", f"{operation.path}_{operation.method.lower()}")
    return re.split(r"[./]", text.removesuffix(appended))[-1]


def speaking_http(operations: Iterable[Operation]) -> list[str]:
    """List the methods whose name is how they are asked, and not what they do."""
    return [_call(one) for one in operations if _speaks_http(one)]


def _speaks_http(operation: Operation) -> bool:
    words = operation.name.lower.words
    how = operation.method.lower()
    return words[0] in SMALL - {"to"} or (how == "post" and words[-1] == how)


def _call(operation: Operation) -> str:
    return ".".join(name.snake for name in (*operation.resource, operation.name))


def _repeats(operation: Operation) -> bool:
    words = _singulars(operation.name)[1:]
    own = _singulars(operation.resource[-1])
    starts = range(len(words) - len(own) + 1)
    return any(words[start : start + len(own)] == own for start in starts)


def _singulars(name: Name) -> tuple[str, ...]:
    return tuple(name_of(word).singular.snake for word in name.words)
