"""Why an output folder could not be written."""

from __future__ import annotations

from clientsmith.diagnostics import Diagnostic, Exit, Position, error

from .commit import package_placed
from .layout import Layout


def busy(layout: Layout) -> Diagnostic:
    """Report that another run held the folder for too long."""
    return error(
        "output-busy",
        f"another run is writing to `{layout.out}`",
        Position(str(layout.out), 1, 1),
        hint="wait until it ends, and run again",
        exit=Exit.USAGE,
    )


def unwritable(layout: Layout, problem: OSError) -> Diagnostic:
    """Report what the system refused, and in which state that leaves the output."""
    started = package_placed(layout)
    place = problem.filename2 or problem.filename or layout.out
    return error(
        "output-incomplete" if started else "output-unwritable",
        f"cannot write: {problem.strerror or problem}",
        Position(str(place), 1, 1),
        hint=(
            "the package is written, what stands beside it is not; run again to finish"
            if started
            else "nothing was changed"
        ),
        exit=Exit.USAGE,
    )


def unnoted(layout: Layout, problem: OSError) -> Diagnostic:
    """Report that what steps made of the output cannot be told from edits later."""
    return error(
        "output-incomplete",
        f"the manifest cannot be written: {problem.strerror or problem}",
        Position(str(layout.manifest), 1, 1),
        hint="the package is written, and what steps have made of it is not noted; "
        "run again to finish",
        exit=Exit.USAGE,
    )


def two_sided(layout: Layout) -> Diagnostic:
    """Report that there are two sides of what edits would be merged by."""
    folder = layout.manifest.parent
    return error(
        "manifest-divided",
        "a merge in version control has left two sides of the manifest",
        Position(str(layout.manifest), 1, 1),
        hint="resolve the generated files by hand, take what is beside the manifest "
        f"from one side (`git checkout HEAD -- {folder}`), and generate",
        exit=Exit.EDITED,
    )
