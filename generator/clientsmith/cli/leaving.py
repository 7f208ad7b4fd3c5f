"""Packages that targets have left where they write no longer."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Mapping
from pathlib import Path

from clientsmith.config import Target
from clientsmith.diagnostics import Diagnostic, Exit, warning
from clientsmith.moved import is_used, left_by, packages_in
from clientsmith.nearby import nearby
from clientsmith.write import Layout, read_manifest


def left_behind(target: Target, known: Mapping[str, str]) -> Iterator[Diagnostic]:
    """Name the packages that a target, or whoever wrote to its folder, has left.

    The lock has those that are `known`, by their folders.
    """
    if target.configuration is None:
        return
    for out, package in left_by(target, known).items():
        yield _left(target, target.lock.parent / out, package)
    for package in packages_in(target, known):
        yield _left(target, target.out, package)


def _left(target: Target, out: Path, package: str) -> Diagnostic:
    now = nearby(target.out / target.package)
    manifest = nearby(Layout(out, package).manifest)
    return warning(
        "package-left",
        f"`{nearby(out / package)}` was generated, and target `{target.name}` writes "
        f"`{now}`",
        target.places.get("package" if out == target.out else "out"),
        hint=f"if nobody needs it: `{removal(target, out, package)}`; "
        f"to keep it as yours, delete `{manifest}` alone",
        exit=Exit.DRIFT,
    )


def removal(target: Target, out: Path, package: str) -> str:
    """Write the command that deletes a package, or its folder if that is all of it."""
    layout = Layout(out, package)
    read = read_manifest(out, package).value
    ours = {Path(path).parts[0] for path in read.files} if read else set[str]()
    there = {each.name for each in out.iterdir()} - {layout.manifest.parent.name}
    others = [
        each for each in layout.manifest.parent.iterdir() if each.suffix == ".json"
    ]
    if there <= ours and len(others) == 1 and not is_used(target, out):
        return _command([out])
    return _command([layout.package_folder, layout.manifest, layout.bases])


def _command(paths: list[Path]) -> str:
    written = (nearby(each) for each in paths if each.exists())
    return shlex.join(["rm", "-r", *written])
