"""One target from its texts to its files: generated, or compared with what is there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Final

from msgspec import Struct, field

from .config import Target
from .diagnostics import Diagnostic, Exit, Outcome, Severity, error
from .excerpts import Places
from .inputs import (
    library_of,
    paths_of,
    read_sources,
    with_files,
)
from .load import (
    Source,
    Sources,
)
from .lock import Lock, read_lock
from .moved import former_package
from .pins import is_current, keep, mismatches, with_names
from .pipeline import Compiled, compile_description, produce, produce_models
from .plan import Package
from .policy import exit_of
from .post import Post, run_post
from .provenance import made_by, provenance
from .rename import ALL, renamed
from .seeded import reports
from .sources.edits import edits
from .stage_options import options_of, remote_of, settings_of, shaping_of
from .write import (
    Changes,
    Drift,
    File,
    OutdatedError,
    Publication,
    Steps,
    drift,
    write,
)

if TYPE_CHECKING:
    from .releases import Settled, Settling


class Run(Struct):
    """What came of one target."""

    target: Target
    places: Places
    compiled: Compiled
    files: list[File]
    pins: Mapping[str, str] = field(default_factory=dict[str, str])
    """The digests of the files of other origins, by their URL."""
    fetched: Mapping[str, str] = field(default_factory=dict[str, str])
    """Those of them that were fetched for the first time."""
    changes: Changes | None = None
    drift: Drift | None = None
    known: int = 0
    """How many problems are those of the baseline, and left out."""
    settled: Settled | None = None
    """Which version it is, of a package that keeps what callers see of it."""

    @property
    def diagnostics(self) -> list[Diagnostic]:
        """Everything the stages had to say."""
        return self.compiled.diagnostics

    @property
    def exit(self) -> Exit:
        """What the program ends with: the smallest code among the problems.

        That is what was asked for before the document, and drift only where nothing
        is wrong. The target says from which severity on a problem counts.
        """
        has_drifted = bool(self.drift and self.drift.differences)
        return exit_of(self.exits, self.target.fail_on, has_drifted=has_drifted)

    @property
    def exits(self) -> dict[Severity, Exit]:
        """The smallest code among the problems of each severity."""
        found = {one.severity for one in self.diagnostics}
        return {
            severity: min(
                one.exit for one in self.diagnostics if one.severity is severity
            )
            for severity in found
        }

    @property
    def others(self) -> tuple[Source, ...]:
        """The files that the description refers to."""
        document = self.compiled.document
        return document.others if document else ()


_ATTEMPTS: Final = 3
"""How often a target is run where others publish other names for it meanwhile."""


def generate_target(
    target: Target,
    *,
    force: bool = False,
    renames: tuple[str, ...] = (),
    since: str = "HEAD",
    former: str | None = None,
) -> Run:
    """Generate a target and write it, with its lock, unless something is wrong.

    Its version follows from what it was `since` a revision of its own repository.
    What its package was called there is its `former` name, if the lock does not say.
    """
    target = with_files(target)
    for _ in range(_ATTEMPTS):
        with suppress(OutdatedError):
            return _sifted(_generated(target, renames, since, former, force=force))
    problem = error(
        "output-busy",
        f"other runs publish other names of `{target.name}` again and again",
        hint="wait for them, or end them",
        exit=Exit.USAGE,
    )
    return Run(target, Sources(()), Compiled(diagnostics=[problem]), [])


def _generated(
    target: Target,
    renames: tuple[str, ...],
    since: str,
    former: str | None,
    *,
    force: bool,
) -> Run:
    sources = read_sources(target)
    read = read_lock(target.lock)
    lock = with_names(read, target, Outcome({})) if ALL in renames else read
    settling = _settling(target, since)
    run = prepare(target, sources, lock, settling=settling)
    if renames and ALL not in renames and run.compiled.package:
        names = renamed(
            run.compiled.package, renames, lambda: _unpinned(target, sources, lock)
        )
        named = with_names(lock, target, names)
        run = prepare(target, sources, named, settling=settling)
    package = run.compiled.package
    run.compiled.diagnostics += reports(target)
    if package and read.value and not run.compiled.failed:
        outcome = write(
            target.out,
            target.package,
            run.files,
            provenance(target, sources.value or (), run.others),
            former=former or former_package(target, _packages(target, read.value)),
            inputs=paths_of(target, run.others),
            merging=target.mode == "merge",
            force=force,
            publication=Publication(
                is_current=partial(is_current, target, read.value),
                publish=partial(_publish, run, package.names, settling),
            ),
            steps=_steps(target),
        )
        run.compiled.keep(outcome)
        # What was written stays written where a merge has left conflicts.
        run.changes = outcome.value
    return run


def _publish(
    run: Run, names: Mapping[str, str], settling: Outcome[Settling]
) -> Iterator[Diagnostic]:
    """Keep what is published with an output: its names, and its version."""
    yield from keep(run.target, names, run.fetched)
    if settling.value:
        from .releases import keep_release

        yield from keep_release(run.target.out, settling.value)


def _settling(target: Target, since: str = "HEAD") -> Outcome[Settling]:
    """Say how the version of a target is settled, if it keeps what callers see."""
    if not target.keeps_release:
        return Outcome(None)
    # Few targets do, and the imports would cost all of them.
    from .releases import SEMVER, Settling, earlier_at, earlier_there

    earlier = earlier_at(target.out, target.package, since)
    if earlier.value is None:
        return Outcome(None, earlier.diagnostics)
    there = earlier_there(target.out, target.package)
    semantic = target.version == SEMVER
    only_models = target.models is not None
    settling = Settling(earlier.value, there, made_by(), semantic, only_models)
    return Outcome(settling)


def _unmerged(target: Target, settling: Settling | None) -> Iterable[Diagnostic]:
    """Say where git has left both sides of a merge in files that a version is in."""
    if settling is None or not settling.semantic:
        return ()
    from .releases import unmerged

    return unmerged(target.out)


def _packages(target: Target, lock: Lock | None) -> Mapping[str, str]:
    """Return the packages that the lock has of a target, by their folders."""
    return lock.packages.get(target.name, {}) if lock else {}


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
    for _ in range(1, _ATTEMPTS):
        run, lock = _checked(target)
        # Another run may have published other names while this one compared.
        if lock is None or is_current(target, lock):
            return _sifted(run, write=write_baseline)
    run, _ = _checked(target)
    return _sifted(run, write=write_baseline)


def _checked(target: Target) -> tuple[Run, Lock | None]:
    """Compare a target under its lock, and return that as it was read."""
    sources = read_sources(target)
    lock = read_lock(target.lock)
    settling = _settling(target)
    run = prepare(target, sources, lock, frozen=True, settling=settling)
    run.compiled.diagnostics += [*reports(target), *_unmerged(target, settling.value)]
    if not run.compiled.failed:
        made_from = provenance(target, sources.value or (), run.others)
        merging = target.mode == "merge"
        outcome = drift(
            target.out,
            target.package,
            run.files,
            made_from,
            former=former_package(target, _packages(target, lock.value)),
            merging=merging,
        )
        run.drift = run.compiled.keep(outcome)
    is_same = run.drift and not run.drift.differences
    if is_same and run.compiled.package and lock.value:
        names = run.compiled.package.names
        run.compiled.diagnostics += mismatches(target, lock.value, names)
    return run, lock.value


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
    read = baseline.read_baseline(path, target.places.get("baseline"))
    # What cannot be read cannot be written, either, and one problem says both.
    unsaid = [one for one in read.diagnostics if one not in compiled.diagnostics]
    compiled.diagnostics += unsaid
    if read.value is not None:
        known, whole = read.value.targets.get(target.name, []), not compiled.failed
        sifted = baseline.sift(compiled.diagnostics, known, prints, path, whole=whole)
        compiled.diagnostics, run.known = sifted.diagnostics, sifted.known
    return run


def prepare(
    target: Target,
    sources: Outcome[tuple[Source, ...]],
    lock: Outcome[Lock] = Outcome(Lock()),
    *,
    frozen: bool = False,
    only_decide: bool = False,
    settling: Outcome[Settling] = Outcome(None),
) -> Run:
    """Compile a target under its lock up to formatted files.

    `frozen`, nothing new is pinned; `only_decide`, there are no files.
    """
    texts = sources.value
    wrong = [*sources.diagnostics, *lock.diagnostics, *settling.diagnostics]
    if texts is None or lock.value is None or settling.diagnostics:
        return Run(target, Sources(texts or ()), Compiled(diagnostics=wrong), [])
    remote = remote_of(target, lock.value.references, frozen=frozen)
    shaping = shaping_of(target)
    count = 1 + len(target.parts)
    compiled = compile_description(
        texts[0],
        texts[count:],
        options_of(target, lock.value),
        library_of(target, remote),
        target.policy,
        settings_of(target),
        shaping,
        texts[1:count],
        settling.value,
    )
    others = compiled.document.others if compiled.document else ()
    read, strict = (*texts, *others), target.offline
    compiled.diagnostics[:0] = [
        *sources.diagnostics,
        *edits(read, target.pulled, lock.value, target.lock, strict=strict),
    ]
    configured = (shaping.configuration,) if shaping.configuration else ()
    places = compiled.document or Sources((*texts, *configured))
    files: list[File] = []
    if compiled.package and not compiled.failed and not only_decide:
        files = compiled.keep(_produced(target, compiled, compiled.package)) or []
    pins = {**remote.known, **remote.pins}
    run = Run(target, places, compiled, files, pins, fetched=remote.pins)
    return _with_release(run, settling.value) if files and settling.value else run


def _with_release(run: Run, settling: Settling) -> Run:
    """Add the file that says what callers see, and what is to be said of it."""
    from .releases import release_path, release_text

    run.settled = settling.settled
    run.compiled.diagnostics += settling.problems
    if settling.settled is not None:
        text = release_text(settling.settled.release)
        run.files.append(File(release_path(run.target.package), text))
    return run


def _produced(
    target: Target, compiled: Compiled, package: Package
) -> Outcome[list[File]]:
    if target.models is None or compiled.lowered is None:
        return produce(package, target.formatter)
    api = compiled.lowered.api
    # What became of the operations is no question where none is wanted.
    compiled.report = None
    return produce_models(api, package, target.models, target.formatter)
