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
from .selecting import configured, stop_at


def targets(
    *,
    target: TargetNames = None,
    shard: Shard = None,
    as_json: AsJson = False,
) -> None:
    """List the targets of the configuration; `--json` is a matrix for a CI service."""
    outcome = configured(target, shard)
    written = Format.json if as_json else Format.text
    stop_at(Console(quiet=True, format=written), outcome.diagnostics)
    found = outcome.value or []
    if as_json:
        matrix = {"include": [_as_json(each) for each in found]}
        sys.stdout.write(json.dumps(matrix, ensure_ascii=False) + "\n")
    else:
        sys.stdout.writelines(f"{_line(each)}\n" for each in found)


def _line(target: Target) -> str:
    return f"{target.name}: {target.input} -> {_out(target)}"


def _as_json(target: Target) -> dict[str, str]:
    return {
        "target": target.name,
        "input": str(target.input),
        "out": _out(target),
        "package": target.package,
    }


def _out(target: Target) -> str:
    """Write an output from the folder of the configuration."""
    return PurePath(relpath(target.out, target.folder)).as_posix()
