"""One target from its texts to its files: generated, or compared with what is there."""

from __future__ import annotations

import posixpath
import sys
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, partial
from hashlib import sha256
from pathlib import Path

from msgspec import Struct, field
from msgspec.json import encode
from msgspec.structs import replace

from . import __version__
from .config import Target
from .diagnostics import Diagnostic, Outcome
from .excerpts import Places
from .format import formatter_version
from .load import (
    Folder,
    Library,
    Remote,
    Shaping,
    Source,
    Sources,
    Web,
    read_source,
)
from .load.descriptions import descriptions_in
from .load.folder import absolute
from .load.references.uris import origin
from .load.remote import cache_folder
from .lock import Lock, read_lock
from .lower import PageScheme, Settings
from .models import generator_version
from .pins import keep, mismatches, names_of, with_names
from .pipeline import Compiled, compile_description, produce, produce_models
from .plan import Options, Package
from .post import Post, run_post
from .rename import ALL, renamed
from .shipped import templates_folder
from .sources.edits import edits
from .sources.named import is_address, is_object, read_named
from .write import Changes, Drift, File, Input, Provenance, Role, Steps, drift, write

_PLACES = {
    "baseline",
    "fail_on",
    "allow",
    "configuration",
    "folder",
    "input",
    "name",
    "offline",
    "out",
    "overlays",
    "parts",
    "places",
    "pulled",
}
_NO_SETTINGS = frozenset({*_PLACES, "formatter", "package", "policy"})
"""Where things are, what the provenance has anyway, and what decides nothing in it."""


class Run(Struct):
    """What came of one target."""

    target: Target
    places: Places
    compiled: Compiled
    files: list[File]
    pins: Mapping[str, str] = field(default_factory=dict[str, str])
    """The digests of the files of other origins, by their URL."""
    changes: Changes | None = None
    drift: Drift | None = None
    known: int = 0
    """How many problems are those of the baseline, and left out."""

    @property
    def diagnostics(self) -> list[Diagnostic]:
        """Everything the stages had to say."""
        return self.compiled.diagnostics

    @property
    def others(self) -> tuple[Source, ...]:
        """The files that the description refers to."""
        document = self.compiled.document
        return document.others if document else ()


def generate_target(
    target: Target,
    *,
    force: bool = False,
    renames: tuple[str, ...] = (),
) -> Run:
    """Generate a target and write it, and then its lock, unless something is wrong."""
    target = with_files(target)
    sources = read_sources(target)
    lock = read_lock(target.lock)
    if ALL in renames:
        lock = with_names(lock, target, Outcome({}))
    run = prepare(target, sources, lock)
    if renames and ALL not in renames and run.compiled.package:
        names = renamed(
            run.compiled.package, renames, lambda: _unpinned(target, sources, lock)
        )
        run = prepare(target, sources, with_names(lock, target, names))
    if not run.compiled.failed:
        outcome = write(
            target.out,
            target.package,
            run.files,
            provenance(target, sources.value or (), run.others),
            inputs=_paths(target, run.others),
            merging=target.mode == "merge",
            force=force,
            steps=_steps(target),
        )
        run.compiled.keep(outcome)
        # What was written stays written where a merge has left conflicts.
        run.changes = outcome.value
    if run.changes and run.compiled.package and lock.value:
        names_now = run.compiled.package.names
        run.compiled.diagnostics += keep(target, lock.value, names_now, run.pins)
    return _sifted(run)


def _unpinned(
    target: Target, sources: Outcome[tuple[Source, ...]], lock: Outcome[Lock]
) -> Package | None:
    """Plan a target as if it had never been published."""
    unnamed = with_names(lock, target, Outcome({}))
    return prepare(target, sources, unnamed).compiled.package


def _steps(target: Target) -> Steps | None:
    """Give what is to be run after a write, if anything."""
    if not target.post:
        return None
    at = target.places.get("post")
    post = Post(target.post, target.out, target.package, target.folder, at)
    return partial(run_post, post)


def check_target(target: Target, *, write_baseline: bool = False) -> Run:
    """Generate a target in memory and compare it with what is there.

    What is said of it may become its baseline, which is all that is written.
    """
    target = with_files(target)
    sources = read_sources(target)
    lock = read_lock(target.lock)
    run = prepare(target, sources, lock, frozen=True)
    if not run.compiled.failed:
        made_from = provenance(target, sources.value or (), run.others)
        merging = target.mode == "merge"
        outcome = drift(
            target.out, target.package, run.files, made_from, merging=merging
        )
        run.drift = run.compiled.keep(outcome)
    is_same = run.drift and not run.drift.differences
    if is_same and run.compiled.package and lock.value:
        names = run.compiled.package.names
        run.compiled.diagnostics += mismatches(target, lock.value, names)
    return _sifted(run, write=write_baseline)


def _sifted(run: Run, *, write: bool = False) -> Run:
    """Leave out of what a run says what its baseline knows, or make that first."""
    target = run.target
    if target.baseline is None:
        return run
    from . import baseline

    path, compiled = target.folder / target.baseline, run.compiled
    prints = baseline.prints_of(run.places, target.folder)
    if write and not compiled.failed:
        said = compiled.diagnostics
        compiled.diagnostics += baseline.write_baseline(path, target.name, said, prints)
    read = baseline.read_baseline(path)
    compiled.diagnostics += read.diagnostics
    if read.value is not None:
        known, whole = read.value.targets.get(target.name, []), not compiled.failed
        sifted = baseline.sift(compiled.diagnostics, known, prints, path, whole=whole)
        compiled.diagnostics, run.known = sifted.diagnostics, sifted.known
    return run


def with_files(target: Target) -> Target:
    """Name the descriptions of a folder, where that is the input of a target."""
    folder = target.folder / target.input
    if target.parts or target.input == "-" or not folder.is_dir():
        return target
    found = [path.relative_to(folder) for path in descriptions_in(folder)]
    names = [(Path(target.input) / path).as_posix() for path in found]
    if not names:
        return target
    return replace(target, input=names[0], parts=tuple(names[1:]))


def read_sources(target: Target) -> Outcome[tuple[Source, ...]]:
    """Read the description, its further parts, and the overlays of a target."""
    names = (target.input, *target.parts, *target.overlays)
    read = [_read(target, name) for name in names]
    problems = tuple(problem for one in read for problem in one.diagnostics)
    found = tuple(one.value for one in read if one.value is not None)
    return Outcome(found if len(found) == len(read) else None, problems)


def _read(target: Target, name: str) -> Outcome[Source]:
    if name == target.input and is_elsewhere(target):
        return read_named(name, offline=target.offline)
    path = name if name == "-" or "://" in name else str(target.folder / name)
    outcome = read_source(path, sys.stdin.buffer)
    if outcome.value is None and posixpath.normpath(name) in target.pulled:
        return Outcome(None, tuple(map(_pullable, outcome.diagnostics)))
    if outcome.value is None or name == "-":
        return outcome
    return Outcome(Source(name, outcome.value.text), outcome.diagnostics)


def is_elsewhere(target: Target) -> bool:
    """Tell whether a description is no file; those of a configuration always are."""
    named = is_address(target.input) or is_object(target.input)
    return named and target.configuration is None


def _pullable(problem: Diagnostic) -> Diagnostic:
    return replace(problem, hint="run `clientsmith pull`, which brings it")


def prepare(
    target: Target,
    sources: Outcome[tuple[Source, ...]],
    lock: Outcome[Lock] = Outcome(Lock()),
    *,
    frozen: bool = False,
    only_decide: bool = False,
) -> Run:
    """Compile a target under its lock up to formatted files.

    `frozen`, nothing new is pinned; `only_decide`, there are no files.
    """
    texts = sources.value
    if texts is None or lock.value is None:
        problems = [*sources.diagnostics, *lock.diagnostics]
        return Run(target, Sources(texts or ()), Compiled(diagnostics=problems), [])
    options = options_of(target, lock.value)
    settings = Settings(
        names=target.names,
        schemes=target.pagination,
        address=target.address,
        signing=target.webhooks,
    )
    pins = dict(lock.value.references)
    allowed = frozenset(map(origin, _allowed(target)))
    remote = Remote(
        allowed, pins, cache_folder, frozen or target.offline, target.offline
    )
    library = _library(target, remote)
    shaping = _shaping(target)
    count = 1 + len(target.parts)
    compiled = compile_description(
        texts[0],
        texts[count:],
        options,
        library,
        target.policy,
        settings,
        shaping,
        texts[1:count],
    )
    compiled.diagnostics[:0] = [
        *sources.diagnostics,
        *edits(texts, target.pulled, lock.value, target.lock, strict=target.offline),
    ]
    configured = (shaping.configuration,) if shaping.configuration else ()
    places = compiled.document or Sources((*texts, *configured))
    files: list[File] = []
    if compiled.package and not compiled.failed and not only_decide:
        files = compiled.keep(_produced(target, compiled, compiled.package)) or []
    return Run(target, places, compiled, files, pins)


def options_of(target: Target, lock: Lock) -> Options:
    """Return what a target decides about its package."""
    return Options(
        target.package,
        target.version,
        names_of(lock, target),
        target.enums,
        target.testing,
        target.extras,
    )


def _shaping(target: Target) -> Shaping:
    """Say what is made of a description before it is read."""
    path = target.configuration
    shapes = target.patches or target.include or target.exclude
    text = Source(path.name, path.read_bytes()) if path and shapes else None
    return Shaping(target.patches, target.include, target.exclude, target.prune, text)


def _produced(
    target: Target, compiled: Compiled, package: Package
) -> Outcome[list[File]]:
    if target.models is None or compiled.lowered is None:
        return produce(package, target.formatter)
    api = compiled.lowered.api
    # What became of the operations is no question where none is wanted.
    compiled.report = None
    return produce_models(api, package, target.models, target.formatter)


def _allowed(target: Target) -> tuple[str, ...]:
    """Name the addresses whose origins may be asked; of a description, its own."""
    own = (target.input,) if is_address(target.input) else ()
    return (*target.allow, *own)


def _library(target: Target, remote: Remote) -> Library | None:
    """Give the files that a description may refer to; what is no file has none.

    They are those of the project: the folder of the configuration, else the one
    that its user works in, if the description is there.
    """
    if is_address(target.input):
        return Web(target.input, remote)
    if target.input == "-" or is_elsewhere(target):
        return None
    path = target.folder / target.input
    own = absolute(path).parent
    project = absolute(target.folder)
    within = project if _holds(project, own) else own
    parts = tuple(target.folder / part for part in target.parts)
    return Folder(path, target.input, within, remote, parts)


def _holds(folder: Path, other: Path) -> bool:
    """Tell whether a folder is around another one, and not the whole file system."""
    return folder != Path(folder.anchor) and other.is_relative_to(folder)


def provenance(
    target: Target,
    sources: Iterable[Source],
    others: Iterable[Source],
) -> Provenance:
    """Say what a target is made from; `others` are what its description refers to."""
    own = [Role.DOCUMENT] * (1 + len(target.parts))
    roles = [*own, *[Role.OVERLAY] * len(target.overlays)]
    inputs = [
        Input(role, source.name, sha256(source.text).hexdigest())
        for role, source in [
            *zip(roles, sources, strict=True),
            *((Role.DOCUMENT, other) for other in others),
        ]
    ]
    inputs += _settings(target)
    return Provenance(
        generator=__version__,
        templates=templates_digest(),
        formatter=target.formatter,
        formatter_version=formatter_version(target.formatter),
        inputs=tuple(inputs),
    )


def _settings(target: Target) -> Iterator[Input]:
    """Yield what is set otherwise than it usually is, and decides what is generated."""
    usual = Target(name="", input="", out=Path(), package="")
    for key in Target.__struct_fields__:
        value = getattr(target, key)
        if key not in _NO_SETTINGS and value != getattr(usual, key):
            by_others = key == "models" and value != "pydantic"
            made_by = generator_version() if by_others else ""
            if key == "pagination":
                value = _without_places(target.pagination)
            text = encode((value, made_by), order="deterministic")
            yield Input(Role.CONFIGURATION, key, sha256(text).hexdigest())


def _without_places(schemes: Iterable[PageScheme]) -> list[PageScheme]:
    """Forget where schemes stand in the configuration: it says nothing of pages."""
    return [replace(one, shared=False, places={}) for one in schemes]


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


def _paths(target: Target, others: Iterable[Source]) -> list[Path]:
    own = () if is_elsewhere(target) else (target.input,)
    names = [name for name in (*own, *target.parts, *target.overlays) if name != "-"]
    names += [other.name for other in others if "://" not in other.name]
    found = [target.folder / name for name in names]
    return [*found, target.configuration] if target.configuration else found
