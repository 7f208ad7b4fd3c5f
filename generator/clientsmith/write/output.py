"""Replace an output folder's content as a whole, or leave it as it is."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Collection, Iterable, Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from clientsmith.diagnostics import Diagnostic, Outcome
from clientsmith.format import check_syntax

from .bases import base_files
from .blocked import blocking
from .commit import commit, package_placed, recover
from .compare import AT_REST, Comparison, Status
from .failures import busy, unwritable
from .files import File
from .findings import find
from .layout import Layout
from .left import files_left, left_reports
from .lock import PATIENCE, locked
from .manifest import Manifest, Provenance, make_manifest
from .manifest_file import manifest_text
from .merge_reports import merge_reports
from .package_reports import package_reports
from .paths import refused_paths
from .staging import Replacement, stage
from .steps import Steps, run_steps, steps_are_due, with_finished


class Changes(Struct, frozen=True):
    """The paths that a run wrote and deleted; all empty where there was no need.

    `kept` are those that keep edits by hand, changed or not.
    """

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()


class OutdatedError(Exception):
    """What was generated no longer has the names that are published."""


class Publication(Struct, frozen=True):
    """What is published with an output, in a file that others write, too."""

    is_current: Callable[[], bool]
    """Whether it is still what the output was generated under."""
    publish: Callable[[], Iterable[Diagnostic]]


class How(Struct, frozen=True):
    """What is done about edits, what is published, and what is run after a write."""

    merging: bool
    force: bool
    publication: Publication | None
    steps: Steps | None


def write(
    out: Path,
    package: str,
    files: Collection[File],
    provenance: Provenance,
    *,
    former: str | None = None,
    inputs: Iterable[Path] = (),
    merging: bool = False,
    force: bool = False,
    publication: Publication | None = None,
    steps: Steps | None = None,
    patience: float = PATIENCE,
) -> Outcome[Changes]:
    """Write a package and what stands beside it into `out`.

    `former` is the package of the last run, if it was called otherwise: its files are
    ours, and go. `inputs` are what it was made from, which it must not replace.
    `merging` keeps edits by hand; where that leaves conflicts, there are errors beside
    the value. `force` gives edits up, and files of others where ours must go.
    `publication` is published when the output is in its place, and before `steps` are
    run, which is when something was written; if one fails, there are errors beside
    the value, too.

    Raises:
        MalformedCodeError: A generated file is not Python.
        OutdatedError: Another run has published something else meanwhile.
    """
    layout = Layout(out, package, former)
    try:
        bases = base_files(layout, files) if merging else ()
        paths = [file.path for file in (*files, *bases)]
        refused = refused_paths(layout, paths, inputs)
        if refused:
            return Outcome(None, refused)
        layout.state.mkdir(parents=True, exist_ok=True)
        with locked(layout.state, patience):
            recover(layout)
            if publication and not publication.is_current():
                raise OutdatedError
            how = How(merging, force, publication, steps)
            return _write(layout, files, provenance, how)
    except TimeoutError:
        return Outcome(None, (busy(layout),))
    except OSError as problem:
        return Outcome(None, (unwritable(layout, problem),))


def _write(
    layout: Layout, files: Collection[File], provenance: Provenance, how: How
) -> Outcome[Changes]:
    merging, force = how.merging, how.force
    outcome = find(layout, files, provenance, merging=merging, force=force)
    found = outcome.value
    if found is None:
        return Outcome(None, outcome.diagnostics)
    comparison, last = found.comparison, found.manifest
    if not force:
        blocked = blocking(layout, files, comparison, last, merging=merging)
        if blocked:
            return Outcome(None, blocked)
    manifest = with_finished(make_manifest(files, provenance), last)
    replacement = _replacement(layout, files, comparison, manifest)
    bases = _replaced_bases(layout, files if merging else (), found.stored)
    is_due = how.steps and steps_are_due(manifest, last, replacement.paths)
    left = files_left(layout, comparison, last)
    manifest = replace(manifest, unfinished=bool(is_due), left=left)
    if replacement.paths or bases.paths or manifest != last:
        _check_syntax(replacement, comparison)
        _replace(layout, replacement.with_(bases, manifest_text(manifest)))
    reports = (
        *package_reports(layout),
        *merge_reports(layout, comparison),
        *left_reports(layout, comparison, left),
    )
    if how.publication:
        reports += tuple(how.publication.publish())
    if how.steps and is_due and not comparison.paths(Status.CONFLICT):
        reports += run_steps(layout, manifest, comparison, how.steps)
    return Outcome(_changes(replacement, comparison), reports)


def _replacement(
    layout: Layout, files: Iterable[File], comparison: Comparison, manifest: Manifest
) -> Replacement:
    at_rest = frozenset(comparison.paths(*AT_REST))
    merged = comparison.merged
    stale = comparison.statuses.keys() - manifest.files.keys() - at_rest
    gone = {layout.before.state_file} if layout.before else set[str]()
    return Replacement(
        written=tuple(
            replace(file, text=merged.get(file.path, file.text))
            for file in files
            if file.path not in at_rest
        ),
        dropped=tuple(sorted(stale | gone)),
    )


def _replaced_bases(
    layout: Layout, files: Collection[File], stored: Mapping[str, str]
) -> Replacement:
    """Keep the texts of this run instead of the last; of none if nothing is merged."""
    wanted = base_files(layout, files) if files else ()
    kept = {file.path for file in wanted}
    return Replacement(
        written=tuple(file for file in wanted if stored.get(file.path) != file.text),
        dropped=tuple(sorted(stored.keys() - kept)),
    )


def _check_syntax(replacement: Replacement, comparison: Comparison) -> None:
    """Look for bugs of the generator; what people have edited may well not parse."""
    check_syntax(
        {
            file.path: file.text
            for file in replacement.written
            if file.path.endswith(".py")
            and not file.verbatim
            and file.path not in comparison.merged
        }
    )


def _replace(layout: Layout, replacement: Replacement) -> None:
    try:
        stage(layout, replacement)
        commit(layout)
    except OSError:
        if not package_placed(layout):
            shutil.rmtree(layout.staging, ignore_errors=True)
        raise


def _changes(replacement: Replacement, comparison: Comparison) -> Changes:
    written = sorted(file.path for file in replacement.written)
    return Changes(
        added=tuple(path for path in written if path not in comparison.contents),
        changed=tuple(path for path in written if path in comparison.contents),
        removed=replacement.dropped,
        kept=comparison.paths(Status.KEPT, Status.MERGED),
    )
