"""Says how two sets of files differ, as a unified diff."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import unified_diff


def differences(expected: Mapping[str, str], actual: Mapping[str, str]) -> str:
    """Return the diff that turns what is expected into what is there."""
    return "".join(
        line
        for path in sorted({*expected, *actual})
        if expected.get(path) != actual.get(path)
        for line in _diff(path, expected.get(path), actual.get(path))
    )


def _diff(path: str, before: str | None, after: str | None) -> list[str]:
    old = "/dev/null" if before is None else f"expected/{path}"
    new = "/dev/null" if after is None else f"generated/{path}"
    lines = unified_diff(_lines(before), _lines(after), old, new)
    # Of an empty file that came or went there is nothing else to show.
    return list(lines) or [f"--- {old}\n", f"+++ {new}\n"]


def _lines(text: str | None) -> list[str]:
    return (text or "").splitlines(keepends=True)
