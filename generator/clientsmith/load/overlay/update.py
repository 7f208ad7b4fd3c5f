"""How an update changes its target: objects merge, arrays grow, values are replaced.

https://spec.openapis.org/overlay/v1.1.0.html#action-object
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientsmith.load.kinds import same

from .draft import ArrayDraft, Container, Draft, ObjectDraft

if TYPE_CHECKING:
    from clientsmith.load.reading import JSON
    from clientsmith.pointer import Pointer

    from .target import Match


def update(draft: Draft, match: Match, value: JSON, origin: Pointer) -> None:
    """Change one target, whose kind suits the value."""
    if not isinstance(match.value, (dict, list)):
        draft.replace(match.location, value, origin)
        return
    target = draft.open(match.location)
    if isinstance(target, ArrayDraft):
        _extend(target, value, origin)
    elif isinstance(value, dict):
        _merge(draft, target, value, origin)


def _extend(target: ArrayDraft, value: JSON, origin: Pointer) -> None:
    if not isinstance(value, list):
        target.append(value, origin)
        return
    for index, item in enumerate(value):
        target.append(item, origin / index)


def _merge(
    draft: Draft,
    target: ObjectDraft,
    value: dict[str, JSON],
    origin: Pointer,
) -> None:
    for key, held in value.items():
        child = _child_that_grows(draft, target, key, held)
        if isinstance(child, ObjectDraft) and isinstance(held, dict):
            _merge(draft, child, held, origin / key)
        elif isinstance(child, ArrayDraft):
            _extend(child, held, origin / key)
        else:
            target.put(key, held, origin / key)


def _child_that_grows(
    draft: Draft,
    target: ObjectDraft,
    key: str,
    value: JSON,
) -> Container | None:
    match target.values.get(key), value:
        case (dict(), dict()) | (list(), list()):
            return draft.child(target, key)
        case _:
            return None


def holds(value: JSON, change: JSON) -> bool:
    """Tell whether a value has all of a change, so that merging does nothing new.

    An array has what would be added to it; that it would be there twice is no
    reason to add it.
    """
    match value, change:
        case dict(), dict():
            return all(
                key in value and holds(value[key], each) for key, each in change.items()
            )
        case list(), list():
            return all(any(same(each, item) for item in value) for each in change)
        case list(), _:
            return any(same(change, item) for item in value)
        case _:
            return same(value, change)
