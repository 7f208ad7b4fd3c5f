"""What is written once and belongs to its reader, and may say something else by now."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, cast

from .config import Target
from .diagnostics import Diagnostic, Exit, Note, Position, warning
from .nearby import nearby
from .toml_places import place_of

PROJECT: Final = "pyproject.toml"
_KEYS: Final = ("project", "version")


def says_version(target: Target) -> bool:
    """Tell whether the configuration wants a version of a package with a project."""
    is_said = "version" in target.places and target.version != "semver"
    return is_said and target.models is None


def version_reports(target: Target) -> list[Diagnostic]:
    """Say that a project has another version than the configuration wants.

    One without a version of its own takes it from elsewhere.
    """
    path = target.out / PROJECT
    text = _read(path) if says_version(target) else ""
    found = _project(text).get("version", target.version)
    if found == target.version:
        return []
    place = Position(str(path), *place_of(text, _KEYS))
    return [
        warning(
            "version-differs",
            f"`version` is {target.version!r}, and {found!r} in `{nearby(path)}`, "
            "which is written once",
            target.places["version"],
            notes=(Note("what is installed", place),),
            hint="change it there, or here",
            exit=Exit.USAGE,
        )
    ]


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return ""


def _project(text: str) -> Mapping[str, Any]:
    try:
        found: object = tomllib.loads(text).get("project")
    except tomllib.TOMLDecodeError:
        return {}
    return cast("dict[str, Any]", found) if isinstance(found, dict) else {}
