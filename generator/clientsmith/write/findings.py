"""What a run finds in an output folder: read, compared, and merged with its edits."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from msgspec import Struct

from clientsmith.diagnostics import Outcome

from .bases import bases_of, known_by_bases, stored_files
from .compare import Comparison, compare
from .files import File, Mode
from .layout import Layout
from .manifest import Manifest, Provenance
from .manifest_file import last_manifest
from .merging import Texts, last_texts, merge_edits
from .paths import obstructions
from .steps import same_steps


class Findings(Struct, frozen=True):
    """The manifest, the kept texts and the status of each file."""

    manifest: Manifest | None
    stored: Mapping[str, str]
    comparison: Comparison


def find(
    layout: Layout,
    files: Collection[File],
    now: Provenance,
    *,
    merging: bool,
    force: bool = False,
) -> Outcome[Findings]:
    """Compare what was generated with what is there."""
    joining = force or not merging
    read = last_manifest(layout, joining=joining)
    owned = read.value.owned if read.value else {}
    problems = (*read.diagnostics, *obstructions(layout, owned))
    if problems:
        return Outcome(None, problems)
    stored = stored_files(layout)
    bases = bases_of(layout, stored) if merging else {}
    known = known_by_bases(read.value, bases, now)
    finished = known is None or same_steps(known.provenance, now)
    comparison = compare(layout.out, files, known, finished=finished)
    if not merging or force:
        return Outcome(Findings(read.value, stored, comparison))
    new = {file.path: file.text for file in files if file.mode is Mode.OWNED}
    last = last_texts(known.owned if known else {}, bases, new)
    merged = merge_edits(layout, comparison, Texts(last, new, now.formatter))
    if merged.value is None:
        return Outcome(None, merged.diagnostics)
    return Outcome(Findings(read.value, stored, merged.value))
