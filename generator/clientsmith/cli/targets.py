"""`clientsmith targets`."""

from __future__ import annotations

import json
import sys
from os.path import relpath
from pathlib import PurePath

from clientsmith.config import Target
from clientsmith.console import Console
from clientsmith.tasks import Format

from .options import AsJson, Shard, TargetNames
from .selecting import chosen, sliced


def targets(
    *,
    target: TargetNames = None,
    shard: Shard = None,
    as_json: AsJson = False,
) -> None:
    """List the targets of the configuration; `--json` is a matrix for a CI service."""
    console = Console(format=Format.json if as_json else Format.text)
    found = sliced(console, chosen(console, target), shard)
    if as_json:
        matrix = {"include": [_as_json(each) for each in found]}
        sys.stdout.write(json.dumps(matrix, ensure_ascii=False) + "\n")
    else:
        sys.stdout.writelines(f"{_line(each)}\n" for each in found)


def _line(target: Target) -> str:
    return f"{target.name}: {', '.join(_inputs(target))} -> {_out(target)}"


def _as_json(target: Target) -> dict[str, str | list[str]]:
    return {
        "target": target.name,
        "input": target.input,
        "inputs": _inputs(target),
        "out": _out(target),
        "package": target.package,
    }


def _inputs(target: Target) -> list[str]:
    return [target.input, *target.parts]


def _out(target: Target) -> str:
    """Write an output from the folder of the configuration, or of its repository."""
    if target.repository is not None:
        return f"{target.repository.shown}:{target.out.as_posix()}"
    return PurePath(relpath(target.out, target.folder)).as_posix()
