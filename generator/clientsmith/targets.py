"""One target from its texts to its files: generated, or compared with what is there."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from . import __version__
from .config import Target
from .diagnostics import Diagnostic, Outcome
from .excerpts import Places
from .format import formatter_version
from .load import Source, Sources, read_source
from .models import generator_version
from .pipeline import Compiled, compile_description, produce, produce_models
from .plan import Options, Package
from .render import templates_folder
from .write import Changes, Drift, File, Input, Provenance, Role, drift, write


@dataclass(slots=True)
class Run:
    """What came of one target."""

    target: Target
    places: Places
    compiled: Compiled
    files: list[File]
    changes: Changes | None = None
    drift: Drift | None = None

    @property
    def diagnostics(self) -> list[Diagnostic]:
        """Everything the stages had to say."""
        return self.compiled.diagnostics


def generate_target(target: Target, *, force: bool = False) -> Run:
    """Generate a target and write it, unless something is wrong."""
    sources = read_sources(target)
    run = prepare(target, sources)
    if not run.compiled.failed:
        outcome = write(
            target.out,
            target.package,
            run.files,
            provenance(target, sources.value or ()),
            inputs=_paths(target),
            force=force,
        )
        run.changes = run.compiled.keep(outcome)
    return run


def check_target(target: Target) -> Run:
    """Generate a target in memory and compare it with what is there."""
    sources = read_sources(target)
    run = prepare(target, sources)
    if not run.compiled.failed:
        made_from = provenance(target, sources.value or ())
        outcome = drift(target.out, target.package, run.files, made_from)
        run.drift = run.compiled.keep(outcome)
    return run


def read_sources(target: Target) -> Outcome[tuple[Source, ...]]:
    """Read the description and the overlays of a target."""
    read = [_read(target, name) for name in (target.input, *target.overlays)]
    problems = tuple(problem for one in read for problem in one.diagnostics)
    found = tuple(one.value for one in read if one.value is not None)
    return Outcome(found if len(found) == len(read) else None, problems)


def _read(target: Target, name: str) -> Outcome[Source]:
    path = name if name == "-" else str(target.folder / name)
    outcome = read_source(path, sys.stdin.buffer)
    if outcome.value is None or name == "-":
        return outcome
    return Outcome(Source(name, outcome.value.text), outcome.diagnostics)


def prepare(target: Target, sources: Outcome[tuple[Source, ...]]) -> Run:
    """Compile a target up to its formatted files."""
    texts = sources.value
    if texts is None:
        failed = Compiled(diagnostics=list(sources.diagnostics))
        return Run(target, Sources(()), failed, [])
    options = Options(target.package, target.version)
    compiled = compile_description(texts[0], texts[1:], options, target.policy)
    compiled.diagnostics[:0] = sources.diagnostics
    places = compiled.document or Sources(texts)
    files: list[File] = []
    if compiled.package and not compiled.failed:
        files = compiled.keep(_produced(target, compiled, compiled.package)) or []
    return Run(target, places, compiled, files)


def _produced(
    target: Target, compiled: Compiled, package: Package
) -> Outcome[list[File]]:
    if target.models is None or compiled.lowered is None:
        return produce(package, target.formatter)
    api = compiled.lowered.api
    # What became of the operations is no question where none is wanted.
    compiled.report = None
    return produce_models(api, package, target.models, target.formatter)


def provenance(target: Target, sources: Iterable[Source]) -> Provenance:
    """Say what a target is made from."""
    roles = [Role.DOCUMENT, *[Role.OVERLAY] * len(target.overlays)]
    inputs = [
        Input(role, source.name, sha256(source.text).hexdigest())
        for role, source in zip(roles, sources, strict=True)
    ]
    if target.models:
        made_by = "" if target.models == "pydantic" else generator_version()
        digest = sha256(f"{target.models} {made_by}".encode()).hexdigest()
        inputs.append(Input(Role.CONFIGURATION, "models", digest))
    return Provenance(
        generator=__version__,
        templates=templates_digest(),
        formatter=target.formatter,
        formatter_version=formatter_version(target.formatter),
        inputs=tuple(inputs),
    )


@cache
def templates_digest() -> str:
    """Return one hash over all templates and the runtime."""
    folder = templates_folder()
    total = sha256()
    for path in sorted(folder.rglob("*")):
        if path.suffix in {".jinja", ".py"}:
            total.update(path.relative_to(folder).as_posix().encode())
            total.update(path.read_bytes())
    return total.hexdigest()


def _paths(target: Target) -> list[Path]:
    names = [name for name in (target.input, *target.overlays) if name != "-"]
    found = [target.folder / name for name in names]
    return [*found, target.configuration] if target.configuration else found
