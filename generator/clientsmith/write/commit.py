"""Put what was staged in its place, and finish or undo what a dead run left.

Placing the package folder is the point of no return. Before it a run is undone by
forgetting the staging folder; after it every step may be repeated until all are done.
"""

from __future__ import annotations

import shutil
from pathlib import Path, PurePosixPath

from .exchange import put_in_place
from .layout import Layout
from .staging import inode, staged_dropped


def commit(layout: Layout) -> None:
    """Replace the old output by the staged one."""
    if not package_placed(layout):
        put_in_place(layout.staged_package, layout.package_folder, layout.old_package)
    _finish(layout)


def package_placed(layout: Layout) -> bool:
    """Say whether the run in the staging folder has replaced the package."""
    try:
        expected = layout.staged_inode.read_text(encoding="ascii")
        placed = expected == str(inode(layout.package_folder))
        return placed and layout.staged_manifest.exists()
    except OSError:
        return False


def recover(layout: Layout) -> None:
    """Finish the run that died after placing its package; undo any other."""
    if layout.old_package.exists() and not layout.package_folder.exists():
        layout.old_package.rename(layout.package_folder)
    if package_placed(layout):
        _finish(layout)
    elif layout.staging.exists():
        shutil.rmtree(layout.staging)


def _finish(layout: Layout) -> None:
    _delete_stale(layout)
    for staged in sorted(layout.staged_beside.rglob("*")):
        if staged.is_file():
            place = layout.out / staged.relative_to(layout.staged_beside)
            place.parent.mkdir(parents=True, exist_ok=True)
            staged.replace(place)
    layout.staged_manifest.replace(layout.manifest)
    # All is written by now: what cannot be deleted is for the next run to report.
    shutil.rmtree(layout.staging, ignore_errors=True)


def _delete_stale(layout: Layout) -> None:
    """Delete the files beside the package that go away."""
    for path in staged_dropped(layout):
        (layout.out / path).unlink(missing_ok=True)
        _prune(layout, path)


def _prune(layout: Layout, path: str) -> None:
    """Delete the folders that a deleted file leaves empty."""
    for parent in PurePosixPath(path).parents:
        folder = layout.out / parent
        if folder == layout.out or _in_use(folder):
            return
        shutil.rmtree(folder)


def _in_use(folder: Path) -> bool:
    return not folder.exists() or any(
        left.name != "__pycache__" for left in folder.iterdir()
    )
