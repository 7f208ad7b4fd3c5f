"""Two packages of which one is there only as files: both are read from their files.

A description beside it is made into a package first. So both sides say as much as
files do, and what only a description says is no difference.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from clientsmith.diagnostics import Diagnostic, Position
from clientsmith.load import Source, Sources
from clientsmith.readback import alike, read_back

from .asked import Asked, Pair
from .finding import Found
from .read_edition import ReadEdition


def read_pair(pair: Pair) -> tuple[ReadEdition, ReadEdition]:
    """Read both packages."""
    old, new = _read(pair.old), _read(pair.new)
    if old.surface and new.surface:
        old.surface, new.surface = alike(old.surface, new.surface)
    return old, new


def _read(asked: Asked) -> ReadEdition:
    found = asked.found
    if found is not None:
        return _of_files(asked, found)
    # Only a description needs the stages that make a package of it.
    from .rendered import rendered

    return rendered(asked)


def _of_files(asked: Asked, found: Found) -> ReadEdition:
    outcome = read_back(found.files)
    shown = {path: asked.shown_inside(path) for path in found.files.texts}
    sources = Sources(
        tuple(
            Source(shown[path], text.encode())
            for path, text in found.files.texts.items()
        )
    )
    problems = [_named(each, shown) for each in outcome.diagnostics]
    places = asked.shown_places(outcome.value.places) if outcome.value else {}
    surface = outcome.value.surface if outcome.value else None
    return ReadEdition(asked, surface, problems, sources, places.get)


def _named(problem: Diagnostic, shown: Mapping[str, str]) -> Diagnostic:
    at = problem.at
    if not isinstance(at, Position):
        return problem
    return replace(problem, at=replace(at, file=shown.get(at.file, at.file)))
