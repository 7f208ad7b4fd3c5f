"""What is written once and belongs to its reader, and may say something else by now."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, cast

from .config import Target
from .diagnostics import Diagnostic, Exit, Note, Position, warning
from .nearby import nearby
from .styles import REQUIREMENTS, Extra
from .toml_places import place_of

PROJECT: Final = "pyproject.toml"
_KEYS: Final = ("project", "version")
_OPTIONAL: Final = "optional-dependencies"


def is_compared(target: Target) -> bool:
    """Tell whether something is said of a project."""
    return says_version(target) or bool(target.extras and target.models is None)


def reports(target: Target) -> list[Diagnostic]:
    """Say what the configuration wants and the project of a package does not have."""
    return [*version_reports(target), *extra_reports(target)]


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


def extra_reports(target: Target) -> list[Diagnostic]:
    """Say which extras a package has that its project does not offer.

    One that installs them always, or takes its extras from elsewhere, offers enough.
    """
    path = target.out / PROJECT
    text = _read(path) if target.models is None and target.extras else ""
    project = _project(text)
    known = {*project.get(_OPTIONAL, ()), *project.get("dynamic", ())}
    required = " ".join(map(str, project.get("dependencies", ())))
    lacking: list[Extra] = [
        extra
        for extra in target.extras
        if project and not {extra, _OPTIONAL} & known and extra not in required
    ]
    return [_lacks(target, extra, path, text) for extra in lacking]


def _lacks(target: Target, extra: Extra, path: Path, text: str) -> Diagnostic:
    line = f'{extra} = ["{REQUIREMENTS[extra]}"]'
    return warning(
        "extra-missing",
        f"`extras` has {extra!r}, and `{nearby(path)}`, which is written once, does "
        "not offer it",
        target.places["extras"],
        notes=(Note("the project", Position(str(path), *place_of(text, _KEYS[:1]))),),
        hint=f"add `{line}` there, under `[project.{_OPTIONAL}]`",
        exit=Exit.USAGE,
    )


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
