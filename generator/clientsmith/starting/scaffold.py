"""The files that a project starts with, as text.

The configuration names what people change most, as comments; `clientsmith config`
and the schema know the rest.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path, PurePosixPath
from typing import Final
from urllib.parse import urlsplit

from msgspec import Struct

from clientsmith.config import FILE_NAME
from clientsmith.diagnostics import Diagnostic, Exit, Position, error
from clientsmith.sources.named import is_address, is_object

from .installed import ELSEWHERE
from .workflows import Place, check_workflow, upstream_workflow


class CI(StrEnum):
    """A service that workflows are written for."""

    none = "none"
    github = "github"


class Start(Struct, frozen=True):
    """What somebody wants: a package of a description, in a folder.

    `place` is where the project is in its repository, `requirement` what clientsmith
    is installed from elsewhere, and `application` what has to be installed beside it
    if the description is that of an application.
    """

    spec: str
    package: str
    out: str
    ci: CI = CI.none
    place: Place = Place()
    requirement: str = ELSEWHERE
    application: str = "."

    @property
    def input(self) -> str:
        """The file that is generated from: what is published elsewhere is pulled."""
        if is_address(self.spec):
            suffix = PurePosixPath(urlsplit(self.spec).path).suffix
            known = suffix if suffix in {".json", ".yaml", ".yml", ".md"} else ".json"
            return f"spec/{self.package}{known}"
        return f"spec/{self.package}.json" if self.pulls else self.spec

    @property
    def pulls(self) -> bool:
        """Whether the description comes from elsewhere."""
        return is_address(self.spec) or is_object(self.spec)


def scaffold(start: Start) -> dict[str, str]:
    """Write the files, by their paths from the folder of the project."""
    files = {FILE_NAME: _configuration(start)}
    if start.ci is CI.github:
        files |= _workflows(start)
    return files


def _workflows(start: Start) -> dict[str, str]:
    place, requirement = start.place, start.requirement
    check = place.workflow("clients", start.package)
    files = {check: check_workflow(place, requirement)}
    if start.pulls:
        application = start.application if is_object(start.spec) else None
        upstream = place.workflow("upstream", start.package)
        files[upstream] = upstream_workflow(place, requirement, application)
    return files


def write_all(folder: Path, files: Mapping[str, str]) -> list[Diagnostic]:
    """Write all files, or none: what is there already is not replaced."""
    there = [_exists(path) for path in files if (folder / path).exists()]
    if there:
        return there
    written: list[Path] = []
    for path, text in files.items():
        try:
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            written.append(folder / path)
            (folder / path).write_text(text, "utf-8")
        except OSError as problem:
            for each in written:
                each.unlink(missing_ok=True)
            return [_unwritable(path, problem)]
    return []


def further_target(start: Start, name: str, above: str = "") -> list[str]:
    """Write the tables of one more target, for a file that has others.

    `above` is what leads to them there.
    """
    table = [f"[{above}targets.{name}]", *_lines(_values(start))]
    if not start.pulls:
        return table
    return [*table, "", f'[{above}sources."{start.input}"]', _upstream(start)]


def _configuration(start: Start) -> str:
    values = "\n".join(_lines(_values(start)))
    source = _source(start)
    return _CONFIGURATION.format(name=start.package, source=source, values=values)


def _values(start: Start) -> dict[str, str]:
    return {"input": start.input, "out": start.out, "package": start.package}


def _lines(values: Mapping[str, str]) -> list[str]:
    return [f"{key} = {_text(value)}" for key, value in values.items()]


def _text(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)


def _source(start: Start) -> str:
    """Write where the description comes from, if from elsewhere."""
    if not start.pulls:
        return ""
    return f'{_SOURCE}[sources."{start.input}"]\n{_upstream(start)}\n\n'


def _upstream(start: Start) -> str:
    key = "url" if is_address(start.spec) else "python"
    return f"{key} = {_text(start.spec)}"


def _exists(path: str) -> Diagnostic:
    return error(
        "start-exists",
        f"there is a {path} already",
        Position(path, 1, 1),
        hint="edit it, or move it away and run again; nothing was written",
        exit=Exit.USAGE,
    )


def _unwritable(path: str, problem: OSError) -> Diagnostic:
    return error(
        "start-unwritable",
        f"cannot write {path}: {problem.strerror or problem}",
        hint="look at the permissions of the folder",
        exit=Exit.USAGE,
    )


_SOURCE: Final = """\
# Where the description is published; `clientsmith pull` fetches it.
"""

_CONFIGURATION: Final = """\
# What clientsmith generates: `clientsmith generate`, and `clientsmith check` in CI.
# `clientsmith config --origin` shows every value that holds, and `clientsmith config
# --schema` prints a JSON Schema by which editors complete this file.

{source}[targets.{name}]
{values}
# overlays = ["spec/overlay.yaml"]   # corrections, https://spec.openapis.org/overlay
# formatter = "black"                # ruff unless said, or none
# enums = "class"                    # literals unless said
# extras = ["opentelemetry"]
# mode = "merge"                     # keep edits of generated files

# [targets.{name}.exclude]
# deprecated = true
# extensions = ["x-internal"]

# [targets.{name}.names]
# "#/components/schemas/ErrorBody" = "Problem"

# [policy]                           # what becomes of what is wrong or unsupported
# all = "warn"
"""
