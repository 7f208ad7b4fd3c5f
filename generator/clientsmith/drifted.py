"""What `check` says to a person: why an output differs, and how."""

from __future__ import annotations

from typing import Final

from .diagnostics import Position
from .write import Cause, Drift, Reason

MISSING: Final = 3
"""How many missing files are shown; an output that is not there lacks all of them."""


def drift_lines(drift: Drift, named: Position | None = None) -> list[str]:
    """List the reasons, and then the diffs.

    Of many missing files there is only their number, and so there is of those that
    follow a package which is called otherwise; it has its name where it is `named`.
    """
    missing = [one.detail for one in drift.reasons if one.cause is Cause.MISSING]
    left_out = drift.following | frozenset(missing if len(missing) > MISSING else ())
    lines = [
        _line(reason, drift, named)
        for reason in drift.reasons
        if reason.detail not in left_out
    ]
    if len(missing) > MISSING and not drift.following:
        more = f"{missing[0]} and {len(missing) - 1} more (`--json` lists them all)"
        lines.append(f"{Cause.MISSING}: {more}")
    for difference in drift.differences:
        # Of an edit in the old folder, a diff would show the end of the whole file.
        goes = bool(drift.following) and difference.now is None
        if difference.path not in left_out and not goes:
            lines += difference.diff.splitlines()
    return lines


def _line(reason: Reason, drift: Drift, named: Position | None) -> str:
    """Write a reason; of a package that is called otherwise also what becomes of it."""
    said = f"{reason.cause}: {reason.detail}"
    if reason.cause is not Cause.RENAMED:
        return said
    place = f" ({named})" if named else ""
    count = len(drift.following)
    files = "1 file follows" if count == 1 else f"{count} files follow"
    listed = "`--json` lists them"
    return f"{said}{place}; {files} with `clientsmith generate` ({listed})"
