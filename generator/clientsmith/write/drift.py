"""How far an output has moved from what would be generated now."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Final

from msgspec import Struct, field

from clientsmith.diagnostics import Diagnostic, Outcome, Position, hint, warning

from .compare import AT_REST, Comparison, Status
from .files import File, Mode
from .findings import find
from .layout import Layout
from .left import files_left, left_reports
from .lock import PATIENCE, still
from .manifest import Manifest, Provenance
from .merge_reports import kept_deletions
from .paths import refused_paths
from .reasons import Cause, Reason, changed_inputs, find_reasons
from .unified import first_line, unified


class Difference(Struct, frozen=True):
    """One file that a run would write or delete, and how it would change."""

    path: str
    status: Status
    there: str | None = None
    """The file as it is, if there is one that is to be replaced."""
    now: str | None = None
    """What a run would write, if anything."""

    @property
    def diff(self) -> str:
        """How the file would change, as `diff -u` writes it."""
        return unified(self.path, self.there, self.now)

    @property
    def line(self) -> int:
        """The first line of the file as it is that would change."""
        return first_line(self.diff)


_FOLLOWING: Final = frozenset(
    {Status.ADDED, Status.CHANGED, Status.MERGED, Status.MISSING, Status.REMOVED}
)


class Drift(Struct, frozen=True):
    """What `check` found; without differences there is no drift."""

    reasons: tuple[Reason, ...]
    differences: tuple[Difference, ...]
    kept: tuple[str, ...] = ()
    """The files that keep edits by hand, which is no drift where they are merged."""
    sources: Mapping[str, tuple[str, ...]] = field(
        default_factory=dict[str, tuple[str, ...]]
    )
    """The parts of the description that each file as it is was made from."""

    @property
    def following(self) -> frozenset[str]:
        """The files that differ by the name of the package, if that is another one."""
        if not any(each.cause is Cause.RENAMED for each in self.reasons):
            return frozenset()
        found = (each for each in self.differences if each.status in _FOLLOWING)
        return frozenset(each.path for each in found)


def drift(
    out: Path,
    package: str,
    files: Collection[File],
    provenance: Provenance,
    *,
    former: str | None = None,
    merging: bool = False,
    patience: float = PATIENCE,
) -> Outcome[Drift]:
    """Compare the output with what was generated now, and write nothing.

    A run that is writing is waited for, so that no mixture is compared.
    """
    layout = Layout(out, package, former)
    owned = [file for file in files if file.mode is Mode.OWNED]
    refused = refused_paths(layout, [file.path for file in owned], ())
    if refused:
        return Outcome(None, refused)
    with still(layout.state, patience):
        outcome = find(layout, owned, provenance, merging=merging)
    found = outcome.value
    if found is None:
        return Outcome(None, outcome.diagnostics)
    comparison = found.comparison
    differences = tuple(_differences(owned, comparison))
    renamed = (Reason(Cause.RENAMED, f"{former} -> {package}"),) if former else ()
    reasons = find_reasons(comparison, found.manifest, provenance, renamed)
    remarks = _remarks(layout, found.manifest, provenance, drifted=bool(differences))
    left = files_left(layout, comparison, found.manifest)
    kept = (
        *kept_deletions(layout, comparison),
        *left_reports(layout, comparison, left),
    )
    if found.manifest is None and not differences:
        # It is a file that a run would write, and by which edits are known.
        differences = (Difference(layout.state_file, Status.MISSING),)
        reasons = (Reason(Cause.MISSING, layout.state_file),)
    drift = Drift(
        reasons if differences else (),
        differences,
        comparison.paths(Status.KEPT, Status.MERGED),
        _sources(found.manifest) if differences else {},
    )
    return Outcome(drift, (*remarks, *kept))


def _differences(
    files: Collection[File], comparison: Comparison
) -> Iterator[Difference]:
    texts = {file.path: file.text for file in files} | dict(comparison.merged)
    for path, status in comparison.statuses.items():
        if status is Status.LEFT:
            yield Difference(path, status)
        elif status not in AT_REST:
            content = comparison.contents.get(path)
            there = None if content is None else content.decode(errors="replace")
            yield Difference(path, status, there, texts.get(path))


def _sources(manifest: Manifest | None) -> dict[str, tuple[str, ...]]:
    files = manifest.files.items() if manifest else ()
    return {path: entry.sources for path, entry in files}


def _remarks(
    layout: Layout, manifest: Manifest | None, now: Provenance, *, drifted: bool
) -> Iterator[Diagnostic]:
    if layout.staging.exists():
        yield warning(
            "output-interrupted",
            "a run did not finish here, or is running",
            Position(str(layout.staging), 1, 1),
            hint="run `generate`, which finishes or undoes it",
        )
    if manifest is None and not drifted:
        yield warning(
            "manifest-missing",
            "there is no manifest, by which edits by hand are known",
            Position(str(layout.manifest), 1, 1),
            hint="take it from version control, or run `generate`, which writes it",
        )
    if manifest and manifest.unfinished:
        yield warning(
            "output-unfinished",
            "the steps of `post` have not passed since the output was written",
            Position(str(layout.manifest), 1, 1),
            hint="run `generate`, which runs them again",
        )
    changed = tuple(changed_inputs(manifest.provenance, now)) if manifest else ()
    if changed and not drifted:
        causes = " and ".join(f"{one.cause} ({one.detail})" for one in changed)
        yield hint(
            "manifest-stale",
            f"{causes}, and the output stays the same",
            Position(str(layout.manifest), 1, 1),
            hint="the next `generate` brings the manifest up to date",
        )
