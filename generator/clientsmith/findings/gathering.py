"""What belongs to no target, by the paths of the repository."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from clientsmith.diagnostics import Diagnostic
from clientsmith.excerpts import Places, sorted_by_place

from .finding import Finding, Home, find


def findings_of_strays(
    strays: Iterable[Diagnostic], places: Places, folder: Path
) -> list[Finding]:
    """Find the places of problems that belong to no target.

    `places` and `folder` are where they are.
    """
    return find(sorted_by_place(strays, places), places, Home(folder=folder))
