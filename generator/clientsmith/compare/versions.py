"""Which version a package with some changes deserves.

https://semver.org/spec/v2.0.0.html
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Literal, TypeAlias

from .changes import Change, Verdict

Bump: TypeAlias = Literal["major", "minor", "patch", "none"]

_VERSION = re.compile(r"(\d+)\.(\d+)\.(\d+)")

_BEFORE_1: Mapping[Bump, Bump] = {
    "major": "minor",
    "minor": "patch",
    "patch": "patch",
    "none": "none",
}
"""Nothing is promised before 1.0.0: what breaks code grows the minor version."""


def bump(changes: Iterable[Change]) -> Bump:
    """Say which part of the version has to grow.

    What breaks code asks for a major version, what is new or different for a minor
    one, and what is only said, sent or generated otherwise for a patch.
    """
    parts = {*map(_part, changes)}
    for part in _PARTS:
        if part in parts:
            return part
    return "none"


_PARTS: tuple[Bump, ...] = ("major", "minor", "patch")
_UNSEEN = frozenset({"contents", "wire"})
"""What of a package is no business of its callers, unless it breaks their code."""


def _part(change: Change) -> Bump:
    match change.verdict:
        case Verdict.BREAKING:
            return "major"
        case Verdict.COMPATIBLE if change.aspect not in _UNSEEN:
            return "minor"
        case _:
            return "patch"


def grown(version: str, part: Bump) -> Bump:
    """Say which part of a version grows, which is a smaller one before 1.0.0."""
    return _BEFORE_1[part] if version.startswith("0.") else part


def bumped(version: str, part: Bump) -> str | None:
    """Return the next version; None where a version is no semantic one."""
    found = _VERSION.fullmatch(version)
    if found is None:
        return None
    major, minor, patch = map(int, found.groups())
    match grown(version, part):
        case "major":
            return f"{major + 1}.0.0"
        case "minor":
            return f"{major}.{minor + 1}.0"
        case "patch":
            return f"{major}.{minor}.{patch + 1}"
        case _:
            return version
