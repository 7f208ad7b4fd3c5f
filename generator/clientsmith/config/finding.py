"""Where the configuration is: in the folder that one stands in, or above it.

It is a file of its own, or the table `[tool.clientsmith]` of a pyproject.toml.
https://packaging.python.org/en/latest/specifications/pyproject-toml/#arbitrary-tool-configuration-the-tool-table
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Final

from clientsmith.diagnostics import Diagnostic, Exit, Note, Outcome, Position, error
from clientsmith.nearby import nearby

FILE_NAME: Final = "clientsmith.toml"
PROJECT: Final = "pyproject.toml"
_TOOL: Final = re.compile(r"tool\s*\.\s*[\"']?clientsmith|clientsmith\s*[.=]")


def find_config(start: Path) -> Outcome[Path]:
    """Find the configuration nearest to a folder: in it, or above it.

    Two in one folder are an error, and none is one, too.
    """
    for folder in (start, *start.parents):
        found = in_folder(folder)
        if len(found) > 1:
            return Outcome(None, (_two(*found),))
        if found:
            return Outcome(found[0])
    return Outcome(None, (_none(),))


def in_folder(folder: Path) -> list[Path]:
    """List the configurations of a folder."""
    own, project = folder / FILE_NAME, folder / PROJECT
    found = [own] if own.is_file() else []
    return [*found, project] if project.is_file() and _configures(project) else found


def _configures(project: Path) -> bool:
    """Tell whether a project has a table for clientsmith.

    What is no TOML has one if it looks so, and is reported when it is read.
    """
    text = project.read_text("utf-8-sig", errors="replace")
    if not _TOOL.search(text):
        return False
    try:
        return "clientsmith" in tomllib.loads(text).get("tool", {})
    except tomllib.TOMLDecodeError:
        return True


def _none() -> Diagnostic:
    return error(
        "config-not-found",
        f"there is no {FILE_NAME} here or above, and no [tool.clientsmith]",
        hint="`clientsmith init` writes one; without one: "
        "clientsmith generate SPEC --out DIR --package NAME",
        exit=Exit.USAGE,
    )


def _two(own: Path, project: Path) -> Diagnostic:
    return error(
        "config-twice",
        f"{nearby(own.parent)} has both a {FILE_NAME} and a [tool.clientsmith]",
        Position(own.name, 1, 1),
        notes=(Note("the other one", Position(project.name, 1, 1)),),
        hint="move all of it into one of them",
        exit=Exit.USAGE,
    )
