"""Schemas that are one thing in its two directions, as FastAPI writes them.

A class that is sent otherwise than it is received is `Item-Input` and `Item-Output`.
https://fastapi.tiangolo.com/how-to/separate-openapi-schemas/
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from clientsmith.diagnostics import Diagnostic, hint
from clientsmith.ir import Direction, Name, is_component, name_of
from clientsmith.pointer import Pointer
from clientsmith.resolve import Description, members

_SENT, _RECEIVED = "-Input", "-Output"


@dataclass(frozen=True, slots=True)
class Pair:
    """The two halves of one thing, and what it is called."""

    sent: Pointer
    received: Pointer
    stem: str

    @property
    def name(self) -> Name:
        """What both are, in words."""
        return name_of(self.stem)


def find_pairs(description: Description) -> tuple[Pair, ...]:
    """List the components that look like the two directions of one thing."""
    root = description.root / "components" / "schemas"
    keys = members(members(members(description.value).get("components")).get("schemas"))
    stems = [key.removesuffix(_SENT) for key in sorted(keys) if key.endswith(_SENT)]
    return tuple(
        Pair(root / f"{stem}{_SENT}", root / f"{stem}{_RECEIVED}", stem)
        for stem in stems
        if f"{stem}{_RECEIVED}" in keys and name_of(stem)
    )


def part_pairs(
    pairs: Iterable[Pair],
    directions: Mapping[Pointer, Direction],
) -> tuple[tuple[Pair, ...], list[Diagnostic]]:
    """Keep those that are what they look like, and say why the others are not."""
    halves = {half for pair in pairs for half in (pair.sent, pair.received)}
    others = [at for at in directions if is_component(at) and at not in halves]
    alike = [(name_of(at.last), at.last) for at in others]
    alike += [(pair.name, pair.sent.last) for pair in pairs]
    kept: list[Pair] = []
    problems: list[Diagnostic] = []
    for pair in pairs:
        reason = next(_reasons(pair, directions, alike), None)
        if reason is None:
            kept.append(pair)
        else:
            problems.append(_apart(pair, reason))
    return tuple(kept), problems


def _reasons(
    pair: Pair,
    directions: Mapping[Pointer, Direction],
    alike: Iterable[tuple[Name, str]],
) -> Iterator[str]:
    """Yield what speaks against a pair."""
    for name, key in alike:
        if name.snake == pair.name.snake and key != pair.sent.last:
            yield f"there is `{key}`, too"
    for half, wanted, missing, beside in (
        (pair.sent, Direction.REQUEST, "never sent", "received, too"),
        (pair.received, Direction.RESPONSE, "never received", "sent, too"),
    ):
        found = directions.get(half, Direction.NONE)
        if wanted not in found:
            yield f"`{half.last}` is {missing}"
        elif found != wanted:
            yield f"`{half.last}` is {beside}"


def _apart(pair: Pair, reason: str) -> Diagnostic:
    return hint(
        "pair-apart",
        f"`{pair.sent.last}` and `{pair.received.last}` are not the two directions of "
        f"one thing: {reason}",
        pair.sent,
        hint="each has a name of its own, which `x-clientsmith-name` may set",
    )
