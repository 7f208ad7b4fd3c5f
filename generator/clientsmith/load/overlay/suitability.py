"""Whether an update suits what its action selects.

https://spec.openapis.org/overlay/v1.1.0.html#action-object
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientsmith.load.kinds import kind_of
from clientsmith.load.problems import problem

if TYPE_CHECKING:
    from clientsmith.diagnostics import Diagnostic
    from clientsmith.load.reading import JSON

    from .action import Action, Overlay
    from .target import Match


def find_unsuitable(
    overlay: Overlay,
    action: Action,
    matches: list[Match],
    update: JSON,
) -> Diagnostic | None:
    """Say why the matches cannot take the update, if they cannot."""
    at = overlay.position(action.at / "target")
    groups = {_group(match.value): kind_of(match.value) for match in matches}
    actual = ", ".join(sorted(groups.values()))
    words = {"expression": action.target, "actual": actual}
    if len(groups) > 1:
        return problem("overlay-targets-mixed", at, **words)
    group = next(iter(groups))
    if group == "value" and not overlay.updates_values:
        return problem("overlay-update-value", at, **words)
    if group not in ("array", _group(update)):
        return problem("overlay-update-mismatch", at, **words, update=kind_of(update))
    return None


def _group(value: JSON) -> str:
    match value:
        case dict():
            return "object"
        case list():
            return "array"
        case _:
            return "value"
