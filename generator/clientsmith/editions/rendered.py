"""A description as the package that it becomes, to be compared with another one."""

from __future__ import annotations

from collections.abc import Callable

from clientsmith.deep import deeply
from clientsmith.diagnostics import Outcome, Position
from clientsmith.pipeline import Compiled, produce, produce_models
from clientsmith.plan import plan
from clientsmith.readback import PackageFiles, ReadBack, read_back, texts_of
from clientsmith.stage_options import options_of
from clientsmith.write import File

from .asked import Asked
from .compiled import Edition, Read, decide_edition, load_edition, read_files
from .places import pointers_in
from .read_edition import ReadEdition


def rendered(asked: Asked) -> ReadEdition:
    """Make a package of a description in memory, and read it."""
    read = read_files(asked)
    edition = load_edition(read)
    decide_edition(edition, read)
    back = _read_back(edition, read) if edition.surface else None
    problems = edition.done.diagnostics if back is None else []
    surface = back.surface if back else None
    return ReadEdition(asked, surface, problems, edition.places, _finder(edition))


def _read_back(edition: Edition, read: Read) -> ReadBack | None:
    done, lock, target = edition.done, read.lock.value, read.target
    if done.lowered is None or lock is None:
        return None
    api, options = done.lowered.api, options_of(target, lock)
    done.package = done.keep(deeply(lambda: plan(api, options)))
    files = done.keep(_files(done, read)) or []
    texts = texts_of([(each.path, each.text) for each in files], target.package)
    return done.keep(read_back(PackageFiles(target.package, texts))) if files else None


def _files(done: Compiled, read: Read) -> Outcome[list[File]]:
    """Render a package; how it is formatted makes no difference."""
    package, lowered, style = done.package, done.lowered, read.target.models
    if package is None or lowered is None:
        return Outcome(None)
    if style is None:
        return produce(package, "none")
    return produce_models(lowered.api, package, style, "none")


def _finder(edition: Edition) -> Callable[[str], Position | None]:
    """Find places in the description, and not in files that nobody has."""
    surface = edition.surface
    if surface is None:
        return lambda _: None
    known, shared = pointers_in(surface), surface.shared

    def find(place: str) -> Position | None:
        at = known.get(place)
        return edition.at(shared.get(at, at)) if at else None

    return find
