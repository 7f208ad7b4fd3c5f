"""Applies the actions of an overlay to a draft, in order.

https://spec.openapis.org/overlay/v1.1.0.html#action-object
"""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from clientsmith.diagnostics import Diagnostic, Outcome
from clientsmith.load.nesting import DEEPEST, too_deep
from clientsmith.load.problems import caution, problem
from clientsmith.load.resembling import misspelt, slips

from .action import Action, Copy, Overlay, Remove, Update
from .suitability import find_unsuitable
from .target import Match, select
from .update import holds, update

if TYPE_CHECKING:
    from collections.abc import Iterator

    from clientsmith.load.reading import JSON

    from .draft import Draft


_HARMLESS = frozenset({"key-misspelt", "overlay-target-missing", "overlay-unnecessary"})


def apply_overlay(draft: Draft, overlay: Overlay) -> Outcome[Draft]:
    """Apply every action; one without a match is an error and changes nothing.

    There is a value unless an action was refused.
    """
    diagnostics: list[Diagnostic] = []
    for action in overlay.actions:
        diagnostics += _apply(draft, overlay, action)
    refused = any(each.code not in _HARMLESS for each in diagnostics)
    return Outcome(None if refused else draft, tuple(diagnostics))


def _apply(draft: Draft, overlay: Overlay, action: Action) -> Iterator[Diagnostic]:
    matches = select(action.target, draft.value)
    if not matches:
        at = overlay.position(action.at / "target")
        yield problem("overlay-target-missing", at, expression=action.target)
        return
    match action.change:
        case Remove():
            yield from _remove(draft, overlay, action, matches)
        case Update() as change:
            yield from _update(draft, overlay, action, matches, change)
        case Copy() as change:
            yield from _copy(draft, overlay, action, matches, change)
        case None:
            pass
        case _:
            assert_never(action.change)


def _remove(
    draft: Draft,
    overlay: Overlay,
    action: Action,
    matches: list[Match],
) -> Iterator[Diagnostic]:
    if any(not match.location for match in matches):
        yield problem("overlay-remove-root", overlay.position(action.at / "target"))
        return
    for match in matches:
        draft.remove(match.location, action.at / "remove")


def _update(
    draft: Draft,
    overlay: Overlay,
    action: Action,
    matches: list[Match],
    change: Update,
) -> Iterator[Diagnostic]:
    unsuitable = find_unsuitable(overlay, action, matches, change.value)
    if unsuitable:
        yield unsuitable
        return
    if all(holds(match.value, change.value) for match in matches):
        at = overlay.position(change.origin)
        yield caution("overlay-unnecessary", at, expression=action.target)
        return
    yield from _slips(overlay, matches, change)
    for match in matches:
        update(draft, match, change.value, change.origin)


def _slips(
    overlay: Overlay, matches: list[Match], change: Update
) -> Iterator[Diagnostic]:
    """Report each key that is added beside one of almost the same name, once."""
    found = {
        at: near
        for match in matches
        for at, near in slips(match.value, change.value, change.origin)
    }
    for at, near in found.items():
        yield misspelt(at.last, near, overlay.position(at))


def _copy(
    draft: Draft,
    overlay: Overlay,
    action: Action,
    matches: list[Match],
    change: Copy,
) -> Iterator[Diagnostic]:
    at = overlay.position(change.origin)
    sources = select(change.source, draft.value)
    if len(sources) != 1:
        count = len(sources) or "no"
        words = {"expression": change.source, "count": count}
        yield problem("overlay-copy-source", at, **words)
        return
    copied = Update(_duplicate(sources[0].value), change.origin)
    yield from _update(draft, overlay, action, matches, copied)
    if too_deep(draft.value):
        yield problem("document-too-deep", at, limit=DEEPEST)


def _duplicate(value: JSON) -> JSON:
    """Copy a value whole, so that a later change of one leaves the other alone."""
    # `map`, as a comprehension takes a second frame for each level of nesting.
    match value:
        case dict():
            return dict(zip(value, map(_duplicate, value.values()), strict=True))
        case list():
            return list(map(_duplicate, value))
        case _:
            return value
