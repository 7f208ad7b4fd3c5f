"""Why an output differs from what would be generated now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum

from msgspec import Struct

from .compare import Comparison, Status
from .manifest import Manifest, Provenance, Role


class Cause(StrEnum):
    """What makes the output differ."""

    DOCUMENT = "document changed"
    OVERLAY = "overlay changed"
    CONFIGURATION = "configuration changed"
    RENAMED = "package renamed"
    GENERATOR = "generator changed"
    TEMPLATES = "templates changed"
    FORMATTER = "formatter changed"
    EDITED = "file edited"
    FOREIGN = "file not generated"
    MISSING = "file missing"
    EXTRA = "file no longer generated"
    FORMATTING = "formatting only"
    CONFLICT = "edit in conflict"
    LEFT = "edited file no longer generated"


class Reason(Struct, frozen=True):
    """A cause, and the input, release or file that it is about."""

    cause: Cause
    detail: str


_FILE_CAUSES: Mapping[Status, Cause] = {
    Status.EDITED: Cause.EDITED,
    Status.FOREIGN: Cause.FOREIGN,
    Status.MISSING: Cause.MISSING,
    Status.REMOVED: Cause.EXTRA,
    Status.FORMATTING: Cause.FORMATTING,
    Status.CONFLICT: Cause.CONFLICT,
    Status.LEFT: Cause.LEFT,
}
_GENERATED_ANEW = (
    *(Status.ADDED, Status.CHANGED, Status.REMOVED),
    *(Status.MERGED, Status.CONFLICT, Status.LEFT),
)
_INPUT_CAUSES: Mapping[Role, Cause] = {
    Role.DOCUMENT: Cause.DOCUMENT,
    Role.OVERLAY: Cause.OVERLAY,
    Role.CONFIGURATION: Cause.CONFIGURATION,
}


def find_reasons(
    comparison: Comparison,
    manifest: Manifest | None,
    now: Provenance,
    known: Iterable[Reason] = (),
) -> tuple[Reason, ...]:
    """Explain a comparison: first what was put in, then what was found.

    Some reasons may be `known` that no manifest shows.
    """
    if manifest is None:
        absent = comparison.paths(Status.ADDED)
        missing = [Reason(Cause.MISSING, path) for path in absent]
        return (*missing, *_file_reasons(comparison))
    changed = (*known, *changed_inputs(manifest.provenance, now))
    if not changed and comparison.paths(*_GENERATED_ANEW):
        # A generator under development keeps its version while its output changes.
        changed = (Reason(Cause.GENERATOR, f"{now.generator}, another build"),)
    return (*changed, *_file_reasons(comparison))


def changed_inputs(then: Provenance, now: Provenance) -> Iterator[Reason]:
    """Compare what two runs were made from."""
    before, after = set(then.inputs), set(now.inputs)
    changed = {(item.role, item.name) for item in before ^ after}
    for role, name in sorted(changed):
        yield Reason(_INPUT_CAUSES[role], name)
    if then.generator != now.generator:
        yield Reason(Cause.GENERATOR, f"{then.generator} -> {now.generator}")
    if then.templates != now.templates:
        yield Reason(Cause.TEMPLATES, f"{then.templates[:8]} -> {now.templates[:8]}")
    if _formatter(then) != _formatter(now):
        yield Reason(Cause.FORMATTER, f"{_formatter(then)} -> {_formatter(now)}")


def _formatter(provenance: Provenance) -> str:
    return f"{provenance.formatter} {provenance.formatter_version}".strip()


def _file_reasons(comparison: Comparison) -> Iterator[Reason]:
    for path, status in comparison.statuses.items():
        if status in _FILE_CAUSES:
            yield Reason(_FILE_CAUSES[status], path)
