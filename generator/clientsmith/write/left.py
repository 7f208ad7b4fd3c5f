"""Edited files that are no longer generated: they are their owner's, and named."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from clientsmith.diagnostics import Diagnostic, Position, hint

from .compare import Comparison, Status
from .layout import Layout
from .manifest import Manifest


def files_left(
    layout: Layout, comparison: Comparison, last: Manifest | None
) -> tuple[str, ...]:
    """List those of this run and of earlier ones that are there, and not ours again."""
    known = {*(last.left if last else ()), *comparison.paths(Status.LEFT)}
    ours = comparison.statuses.keys() - {*comparison.paths(Status.LEFT)}
    there = (path for path in known - ours if (layout.out / path).is_file())
    return tuple(sorted(there))


def left_reports(
    layout: Layout, comparison: Comparison, left: Collection[str]
) -> Iterator[Diagnostic]:
    """Name those of earlier runs; of one that is left just now more is said."""
    for path in left:
        if path not in comparison.paths(Status.LEFT):
            yield kept(path, layout.out / path)


def kept(name: str, path: Path) -> Diagnostic:
    """Say that a file is nobody's but its owner's."""
    return hint(
        "output-kept",
        f"`{name}` was generated once and edited, and is yours alone",
        Position(str(path), 1, 1),
        hint="delete it if nobody needs it, or move it to where your own code is, and "
        "nothing is said of it any more",
    )
