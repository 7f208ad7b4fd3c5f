"""What `check` says to a person: why an output differs, and how."""

from __future__ import annotations

from typing import Final

from .write import Cause, Drift

MISSING: Final = 3
"""How many missing files are shown; an output that is not there lacks all of them."""


def drift_lines(drift: Drift) -> list[str]:
    """List the reasons, and then the diffs; of many missing files only their number."""
    missing = [one.detail for one in drift.reasons if one.cause is Cause.MISSING]
    left_out = frozenset(missing if len(missing) > MISSING else ())
    lines = [
        f"{reason.cause}: {reason.detail}"
        for reason in drift.reasons
        if reason.detail not in left_out or reason.cause is not Cause.MISSING
    ]
    if left_out:
        more = f"{missing[0]} and {len(missing) - 1} more (`--json` lists them all)"
        lines.append(f"{Cause.MISSING}: {more}")
    for difference in drift.differences:
        if difference.path not in left_out:
            lines += difference.diff.splitlines()
    return lines
