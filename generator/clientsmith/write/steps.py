"""What becomes of a written output when steps of its user run over it.

A step may rewrite what was generated: a formatter, a header of licenses. What it makes
of a file is noted beside what was generated, so that neither is taken for an edit.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Collection
from typing import Final, TypeAlias

from msgspec.structs import replace

from clientsmith.diagnostics import Diagnostic, Outcome
from clientsmith.replacing import replace_file

from .compare import Comparison, Status
from .failures import unnoted
from .files import digest
from .layout import Layout
from .manifest import Entry, Manifest, Provenance, Role
from .manifest_file import manifest_text

Steps: TypeAlias = Callable[[], Outcome[None]]
"""Runs all steps, and says which one has failed."""
KEY: Final = "post"
"""The key of the configuration, under which provenance has them."""
_EDITED = (Status.KEPT, Status.MERGED, Status.CONFLICT)


def same_steps(then: Provenance, now: Provenance) -> bool:
    """Tell whether what steps have made of files is what they would make now."""
    return _digests(then) == _digests(now)


def _digests(provenance: Provenance) -> list[str]:
    return [
        item.sha256
        for item in provenance.inputs
        if (item.role, item.name) == (Role.CONFIGURATION, KEY)
    ]


def with_finished(manifest: Manifest, last: Manifest | None) -> Manifest:
    """Remember what the steps of earlier runs have made of what is the same."""
    if last is None or not same_steps(last.provenance, manifest.provenance):
        return manifest
    files = {
        path: replace(entry, finished_sha256=known.finished_sha256)
        if (known := last.files.get(path)) and known.sha256 == entry.sha256
        else entry
        for path, entry in manifest.files.items()
    }
    return replace(manifest, files=files)


def steps_are_due(
    manifest: Manifest, last: Manifest | None, written: Collection[str]
) -> bool:
    """Tell whether there is anything that they have not passed."""
    if written or last is None or last.unfinished:
        return True
    return not same_steps(last.provenance, manifest.provenance)


def run_steps(
    layout: Layout, manifest: Manifest, comparison: Comparison, steps: Steps
) -> tuple[Diagnostic, ...]:
    """Run the steps, and note what they made of the files that nobody has edited.

    That happens whatever becomes of them, or the next run would take it for edits.
    Only when all have passed they have not to be run again.
    """
    untouched = manifest.owned.keys() - {*comparison.paths(*_EDITED)}
    problems: tuple[Diagnostic, ...] = ()
    has_passed = False
    try:
        problems = steps().diagnostics
        has_passed = not problems
    finally:
        left = _note(layout, manifest, untouched, has_passed=has_passed)
    return (*problems, *left)


def _note(
    layout: Layout, manifest: Manifest, paths: Collection[str], *, has_passed: bool
) -> tuple[Diagnostic, ...]:
    try:
        noted = replace(_noted(layout, manifest, paths), unfinished=not has_passed)
        if noted != manifest:
            _replace_manifest(layout, noted)
    except OSError as problem:
        return (unnoted(layout, problem),)
    return ()


def _noted(layout: Layout, manifest: Manifest, paths: Collection[str]) -> Manifest:
    files = {
        path: _finished(layout, path, entry) if path in paths else entry
        for path, entry in manifest.files.items()
    }
    return replace(manifest, files=files)


def _finished(layout: Layout, path: str, entry: Entry) -> Entry:
    try:
        found = digest((layout.out / path).read_bytes())
    except FileNotFoundError:
        return entry
    return replace(entry, finished_sha256=None if found == entry.sha256 else found)


def _replace_manifest(layout: Layout, manifest: Manifest) -> None:
    """Write the manifest alone, as a whole or not; a dead run leaves nothing behind."""
    layout.staging.mkdir()
    try:
        content = manifest_text(manifest).encode()
        replace_file(layout.manifest, content, layout.staging)
    finally:
        shutil.rmtree(layout.staging, ignore_errors=True)
