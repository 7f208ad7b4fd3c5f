"""The golden packages: what is generated from their documents."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from shutil import rmtree

from clientsmith.styles import Formatter
from clientsmith.targets import Run
from golden.blessing import DIAGNOSTICS, generate_from, shown

FOLDER = Path(__file__).parent
REPOSITORY = FOLDER.parents[1]
NAMES = ("bookshop", "gallery", "harbor", "jobs", "parcels", "weather")


@cache
def generate(name: str, formatter: Formatter = "ruff") -> Run:
    """Generate a golden package in memory."""
    return generate_from(FOLDER / name, name, formatter)


def texts(run: Run) -> dict[str, str]:
    """List the files of a run by path, but the runtime, which is the same for all."""
    return {file.path: file.text for file in run.files if "/_runtime/" not in file.path}


def generated(name: str) -> dict[str, str]:
    """List what the folder of a golden package should hold."""
    run = generate(name)
    files = {f"expected/{path}": text for path, text in texts(run).items()}
    return files | {DIAGNOSTICS: shown(run)}


def write(run: Run, folder: Path) -> None:
    """Write the whole package of a run, runtime included."""
    for file in run.files:
        place = folder / file.path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(file.text, "utf-8")


def share_runtime(folder: Path) -> None:
    """Leave one runtime beside all packages of a folder: each has the same files.

    A checker that looks at many packages reads it once.
    """
    for own in folder.glob("*/_runtime"):
        for file in own.glob("*.py"):
            shared = folder / "_runtime" / file.name
            shared.parent.mkdir(exist_ok=True)
            assert not shared.exists() or shared.read_bytes() == file.read_bytes()
            file.replace(shared)
        rmtree(own)
    for file in folder.rglob("*.py"):
        text = file.read_text("utf-8")
        file.write_text(_OWN_RUNTIME.sub(r"\1_runtime", text), "utf-8")


_OWN_RUNTIME = re.compile(r"\b((?:from|import) )\.+_runtime\b")
