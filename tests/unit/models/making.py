"""Packages of models, made of a document and imported."""

from __future__ import annotations

from importlib import import_module
from itertools import count
from pathlib import Path
from types import ModuleType

from clientsmith.config import Target
from clientsmith.diagnostics import Diagnostic
from clientsmith.inputs import read_sources
from clientsmith.load import Source
from clientsmith.styles import ModelStyle as Style
from clientsmith.targets import Run, prepare
from golden.packages import FOLDER, REPOSITORY
from roundtrip.packages import Generated, use

STYLES: tuple[Style, ...] = (
    "dataclass",
    "msgspec",
    "pydantic",
    "pydantic-dataclass",
    "typeddict",
)
BOOKSHOP = FOLDER / "bookshop" / "openapi.yaml"
FASTROUTER = REPOSITORY / "spec" / "fastrouter" / "chat-completions.md"
_numbers = count()


def run(path: Path, package: str, style: Style | None) -> Run:
    """Run a target up to its formatted files."""
    overlay = path.parent / "overlay.yaml"
    target = Target(
        name=package,
        input=path.name,
        overlays=(overlay.name,) if overlay.exists() else (),
        out=Path("out"),
        package=package,
        models=style,
        folder=path.parent,
    )
    return prepare(target, read_sources(target))


def models_of(path: Path, folder: Path, style: Style) -> ModuleType:
    """Make models of a document and import them."""
    name = f"models_{next(_numbers)}"
    made = run(path, name, style)

    assert not made.compiled.failed, made.diagnostics
    use(Generated(name, made.compiled, tuple(made.files)), folder)
    return import_module(f"{name}.models")


def problems(text: str, style: Style, folder: Path) -> list[Diagnostic]:
    """List what a run has to say of the schemas in a text."""
    path = folder / "api.yaml"
    path.write_bytes(Source("api.yaml", text.encode()).text)
    return run(path, "pets", style).diagnostics
