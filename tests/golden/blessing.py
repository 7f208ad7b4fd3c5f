"""Folders that hold a document and what is expected of it, as somebody blessed it."""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest

from clientsmith.config import Target
from clientsmith.excerpts import show
from clientsmith.styles import Formatter
from clientsmith.inputs import read_sources
from clientsmith.targets import Run, prepare
from golden.differences import differences

DIAGNOSTICS = "diagnostics.txt"


def generate_from(folder: Path, package: str, formatter: Formatter = "ruff") -> Run:
    """Generate in memory from the document of a folder, as `options.toml` says."""
    document = next(folder.glob("openapi.*"))
    options = folder / "options.toml"
    said = tomllib.loads(options.read_text("utf-8")) if options.exists() else {}
    target = Target(
        name=package,
        input=document.name,
        out=Path("expected"),
        package=package,
        formatter=formatter,
        folder=folder,
        **said,
    )
    return prepare(target, read_sources(target))


def shown(run: Run) -> str:
    """Show the diagnostics of a run as the command line does."""
    return "".join(f"{line}\n" for line in show(run.diagnostics, run.places))


def blessed(folder: Path) -> dict[str, str]:
    """List what is expected."""
    found = [*folder.glob("expected/**/*"), folder / DIAGNOSTICS]
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in sorted(found)
        if path.is_file() and "__pycache__" not in path.parts
    }


def bless(folder: Path, wanted: Mapping[str, str]) -> None:
    """Make what is generated now what is expected."""
    for path in blessed(folder).keys() - wanted.keys():
        (folder / path).unlink()
    for path, text in wanted.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, "utf-8")


def changes(
    folder: Path,
    wanted: Mapping[str, str],
    config: pytest.Config,
    capsys: pytest.CaptureFixture[str],
) -> str:
    """Say how what is generated differs; `--bless` prints that, and accepts it."""
    found = differences(blessed(folder), wanted)
    if not found or not config.getoption("--bless", default=False):
        return found
    bless(folder, wanted)
    with capsys.disabled():
        sys.stdout.write(f"\n{found}")
    return ""
