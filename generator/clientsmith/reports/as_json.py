"""What has changed, for programs: `differences.schema.json` says what is where."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from clientsmith.compare import Side
from clientsmith.diagnostics import Position

from .findings import Found, Reported, together

SCHEMA: Final = "differences.schema.json"
_VERSION: Final = 1


def as_json(targets: Iterable[Reported], exit_code: int) -> dict[str, Any]:
    """Give everything as JSON values."""
    return {
        "version": _VERSION,
        "exit": exit_code,
        "targets": [_target(one) for one in targets],
    }


def _target(one: Reported) -> dict[str, Any]:
    groups = _groups(one.found)
    return {
        "name": one.name,
        "old": one.old,
        "new": one.new,
        "bump": one.bump,
        "current_version": one.version,
        "next_version": one.next,
        "counts": dict(one.counts),
        "changes": [_change(each, groups) for each in one.found],
    }


def _groups(found: Iterable[Found]) -> dict[str, str]:
    """Say of each change which is the first that says the same."""
    return {
        each.change.fingerprint: alike.first.change.fingerprint
        for alike in together(found)
        for each in alike.found
    }


def _change(found: Found, groups: Mapping[str, str]) -> dict[str, Any]:
    change = found.change
    return {
        "fingerprint": change.fingerprint,
        "group": groups[change.fingerprint],
        "verdict": change.verdict.value,
        "action": change.action,
        "subject": change.subject,
        "aspect": change.aspect,
        "place": change.place,
        "why": change.why,
        "seen_by_type_checkers": not change.unseen,
        "never_deprecated": change.sudden,
        "approved": found.approved,
        "before": _side(change.before, found.before),
        "after": _side(change.after, found.after),
    }


def _side(side: Side | None, at: Position | None) -> dict[str, Any] | None:
    if side is None:
        return None
    place: dict[str, Any] | None = None
    if at is not None:
        place = {"file": at.file, "line": at.line, "column": at.column}
    pointer = None if side.at is None else str(side.at)
    return {"place": side.place, "text": side.text, "pointer": pointer, "at": place}
