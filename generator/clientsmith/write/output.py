"""Replace an output folder's content as a whole, or leave it as it is."""

from __future__ import annotations

import shutil
from collections.abc import Collection, Iterable
from pathlib import Path

from msgspec import Struct

from clientsmith.diagnostics import Outcome
from clientsmith.format import check_syntax

from .blocked import blocking
from .commit import commit, package_placed, recover
from .compare import Comparison, Status, compare
from .failures import busy, unwritable
from .files import File
from .layout import Layout
from .lock import locked
from .manifest import Manifest, Provenance, make_manifest
from .manifest_file import manifest_text, read_manifest
from .paths import obstructions, refused_paths
from .staging import Replacement, stage

_PATIENCE = 30.0


class Changes(Struct, frozen=True):
    """The paths that a run wrote and deleted; all empty where there was no need."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


def write(
    out: Path,
    package: str,
    files: Collection[File],
    provenance: Provenance,
    *,
    inputs: Iterable[Path] = (),
    force: bool = False,
    patience: float = _PATIENCE,
) -> Outcome[Changes]:
    """Write a package and what stands beside it into `out`.

    `inputs` are the files it was made from, which it must not replace. `force`
    gives up edits by hand, and files of others where ours must go.

    Raises:
        MalformedCodeError: A generated file is not Python.
    """
    layout = Layout(out, package)
    try:
        refused = refused_paths(layout, [file.path for file in files], inputs)
        if refused:
            return Outcome(None, refused)
        out.mkdir(parents=True, exist_ok=True)
        with locked(out, patience):
            recover(layout)
            return _write(layout, files, provenance, force=force)
    except TimeoutError:
        return Outcome(None, (busy(layout),))
    except OSError as problem:
        return Outcome(None, (unwritable(layout, problem),))


def _write(
    layout: Layout, files: Collection[File], provenance: Provenance, *, force: bool
) -> Outcome[Changes]:
    read = read_manifest(layout.out, layout.package)
    owned = read.value.owned if read.value else {}
    problems = (*read.diagnostics, *obstructions(layout, owned))
    if problems:
        return Outcome(None, problems)
    comparison = compare(layout.out, files, read.value)
    blocked = () if force else blocking(layout, files, comparison, read.value)
    if blocked:
        return Outcome(None, blocked)
    manifest = make_manifest(files, provenance)
    replacement = _replacement(files, comparison, manifest)
    if replacement.paths or manifest != read.value:
        _replace(layout, replacement)
    return Outcome(_changes(replacement, comparison))


def _replacement(
    files: Iterable[File], comparison: Comparison, manifest: Manifest
) -> Replacement:
    unchanged = frozenset(comparison.paths(Status.UNCHANGED))
    return Replacement(
        written=tuple(file for file in files if file.path not in unchanged),
        dropped=tuple(sorted(comparison.statuses.keys() - manifest.files.keys())),
        manifest=manifest_text(manifest),
    )


def _replace(layout: Layout, replacement: Replacement) -> None:
    check_syntax(
        {
            file.path: file.text
            for file in replacement.written
            if file.path.endswith(".py") and not file.verbatim
        }
    )
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
    )
