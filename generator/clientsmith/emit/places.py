"""Names what is wrong in a repository by its own paths, which outlive the work tree."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from msgspec.structs import replace

from clientsmith.diagnostics import Diagnostic, Note, Position
from clientsmith.nearby import nearby

from .emission import Emission

_FORCE: Final = re.compile(
    r",? (?:or|and) (?:give it up with|replace it with|use) `--force`"
)
"""The end of some hints: it is an option of `generate`, and of no robot."""


def in_repository(one: Diagnostic, tree: Path) -> Diagnostic:
    """Say a diagnostic of a work tree as one of its repository."""
    at = one.at
    if isinstance(at, Position):
        at = replace(at, file=_without(tree, at.file))
    advice = _FORCE.sub("", _without(tree, one.hint)) if one.hint else one.hint
    notes = tuple(
        replace(each, message=_without(tree, each.message)) for each in one.notes
    )
    message = _without(tree, one.message)
    return replace(one, at=at, message=message, hint=advice, notes=notes)


def with_repository(one: Diagnostic, emission: Emission) -> Diagnostic:
    """Say of a diagnostic on which branch of which repository it is, and for whom."""
    where = f"on `{emission.branch}` of `{emission.repository}`"
    note = Note(f"{where}, for target `{emission.name}`")
    return replace(one, notes=(note, *one.notes))


def _without(tree: Path, text: str) -> str:
    """Leave the folder of the work tree out of the paths in a text."""
    for folder in (str(tree), str(nearby(tree))):
        text = text.replace(f"{folder}/", "")
    return text
