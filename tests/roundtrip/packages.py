"""Packages that are generated in process and imported once."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from msgspec.structs import replace

from clientsmith.ir import Direction
from clientsmith.load import Source
from clientsmith.lower import lower
from clientsmith.pipeline import Compiled, compile_description, produce
from clientsmith.plan import Options, plan
from clientsmith.resolve import Description
from clientsmith.write import File


@dataclass(frozen=True, slots=True)
class Generated:
    """A package in memory: what was decided about it, and its files."""

    name: str
    compiled: Compiled
    files: tuple[File, ...]


def generate(
    source: Source, package: str, overlays: Sequence[Source] = ()
) -> Generated:
    """Generate without formatting, which says nothing about behaviour."""
    compiled = compile_description(source, overlays, Options(package))
    return _produced(package, compiled)


def generate_all_models(description: Description, package: str) -> Generated:
    """Generate as if every schema were received, so that each has a model."""
    compiled = Compiled(description=description)
    compiled.lowered = compiled.keep(lower(description))
    if compiled.lowered:
        api = compiled.lowered.api
        both = dict.fromkeys(api.declarations, Direction.BOTH)
        compiled.lowered = replace(compiled.lowered, api=replace(api, directions=both))
        planned = plan(compiled.lowered.api, Options(package))
        compiled.package = compiled.keep(planned)
    return _produced(package, compiled)


def _produced(package: str, compiled: Compiled) -> Generated:
    made = None
    if compiled.package and not compiled.failed:
        made = compiled.keep(produce(compiled.package, "none"))
    return Generated(package, compiled, tuple(made or ()))


def use(generated: Generated, folder: Path) -> ModuleType:
    """Write a package into a folder and import it from there."""
    for file in generated.files:
        place = folder / file.path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(file.text, "utf-8")
    if str(folder) not in sys.path:
        sys.path.insert(0, str(folder))
    importlib.invalidate_caches()
    return importlib.import_module(generated.name)


def forget(package: str) -> None:
    """Let go of a package that was imported, with everything it made."""
    for name in [each for each in sys.modules if each.partition(".")[0] == package]:
        del sys.modules[name]
