"""The golden packages: what is generated from their documents, and what was blessed."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from clientsmith.config import Target
from clientsmith.excerpts import show
from clientsmith.format import Formatter
from clientsmith.targets import Run, prepare, read_sources

FOLDER = Path(__file__).parent
REPOSITORY = FOLDER.parents[1]
NAMES = ("bookshop", "harbor", "jobs", "weather")
DIAGNOSTICS = "diagnostics.txt"


@cache
def generate(name: str, formatter: Formatter = "ruff") -> Run:
    """Generate a golden package in memory."""
    document = next((FOLDER / name).glob("openapi.*"))
    target = Target(
        name=name,
        input=document.name,
        out=Path("expected"),
        package=name,
        formatter=formatter,
        folder=document.parent,
    )
    return prepare(target, read_sources(target))


def texts(run: Run) -> dict[str, str]:
    """List the files of a run by path, but the runtime, which is the same for all."""
    return {file.path: file.text for file in run.files if "/_runtime/" not in file.path}


def generated(name: str) -> dict[str, str]:
    """List what the folder of a golden package should hold."""
    run = generate(name)
    files = {f"expected/{path}": text for path, text in texts(run).items()}
    return files | {DIAGNOSTICS: shown(run)}


def shown(run: Run) -> str:
    """Show the diagnostics of a run as the command line does."""
    return "".join(f"{line}\n" for line in show(run.diagnostics, run.places))


def blessed(name: str) -> dict[str, str]:
    """List what the folder of a golden package holds."""
    folder = FOLDER / name
    found = [*folder.glob("expected/**/*"), folder / DIAGNOSTICS]
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in sorted(found)
        if path.is_file() and "__pycache__" not in path.parts
    }


def bless(name: str) -> None:
    """Make what is generated now what is expected."""
    wanted = generated(name)
    for path in blessed(name).keys() - wanted.keys():
        (FOLDER / name / path).unlink()
    for path, text in wanted.items():
        place = FOLDER / name / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, "utf-8")


def write(run: Run, folder: Path) -> None:
    """Write the whole package of a run, runtime included."""
    for file in run.files:
        place = folder / file.path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(file.text, "utf-8")
