"""What there is to say where edits are merged with what is generated."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from clientsmith.diagnostics import Diagnostic, Exit, Position, error, hint, warning

from .compare import Comparison, Status
from .layout import Layout
from .three_way import GitError, conflict_lines


def unresolved_conflicts(
    layout: Layout, comparison: Comparison, last: Mapping[str, str]
) -> Iterator[Diagnostic]:
    """Name the conflicts of earlier merges that are still in files."""
    for path in comparison.paths(Status.EDITED):
        if conflict_lines(last.get(path, "")):
            continue
        for line in conflict_lines(comparison.contents[path].decode(errors="replace")):
            yield error(
                "output-unresolved",
                f"a conflict in `{path}` is not resolved",
                Position(str(layout.out / path), line, 1),
                hint="edit the file as it should be and delete the markers, "
                "or give up all edits with `--force`",
                exit=Exit.EDITED,
            )


def merge_reports(layout: Layout, comparison: Comparison) -> Iterator[Diagnostic]:
    """Say what a run has left to its user, and what it did not do on purpose."""
    for path in comparison.paths(Status.CONFLICT):
        yield from _conflicts(layout, path, comparison.merged[path])
    for path in comparison.paths(Status.LEFT):
        yield error(
            "output-left",
            f"`{path}` was edited by hand and is no longer generated",
            Position(str(layout.out / path), 1, 1),
            hint="it is yours from now on: delete it, or keep it",
            exit=Exit.EDITED,
        )
    for path in comparison.paths(Status.MERGED):
        yield from _malformed(layout, path, comparison.merged[path])
    yield from kept_deletions(layout, comparison)


def kept_deletions(layout: Layout, comparison: Comparison) -> Iterator[Diagnostic]:
    """Name the files that are not there because somebody deleted them."""
    for path in comparison.paths(Status.KEPT):
        if path not in comparison.contents:
            yield hint(
                "output-deleted",
                f"`{path}` was deleted by hand, and is not written again",
                Position(str(layout.out / path), 1, 1),
                hint="`--force` brings it back, and gives up all other edits",
            )


def _conflicts(layout: Layout, path: str, text: str) -> Iterator[Diagnostic]:
    for line in conflict_lines(text):
        yield error(
            "output-conflict",
            f"`{path}` is generated otherwise where it was edited by hand",
            Position(str(layout.out / path), line, 1),
            hint="edit the file as it should be and delete the markers",
            exit=Exit.EDITED,
        )


def _malformed(layout: Layout, path: str, text: str) -> Iterator[Diagnostic]:
    """Look at what nobody has written as a whole: both halves may be right."""
    try:
        if path.endswith(".py"):
            compile(text, path, "exec", dont_inherit=True)
    except SyntaxError as problem:
        yield warning(
            "output-malformed",
            f"`{path}` with its edits is not Python: {problem.msg}",
            Position(str(layout.out / path), problem.lineno or 1, 1),
            hint="look at the edits there, which were merged with what is generated",
        )


def without_git(layout: Layout, path: str, problem: GitError) -> Diagnostic:
    """Say why nothing is merged, and then nothing is written."""
    return error(
        "merge-failed",
        f"edits cannot be merged: {problem}",
        Position(str(layout.out / path), 1, 1),
        hint="install git, or give up all edits with `--force`",
        exit=Exit.USAGE,
    )
