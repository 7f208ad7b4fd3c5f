"""Two packages of which the files are beside what was kept of them: what callers see.

That is more than the files say, and holds as long as they are what was generated, and
as one release of clientsmith has generated both.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from clientsmith.diagnostics import Position
from clientsmith.load import Sources
from clientsmith.readback import is_read, read_back

from .asked import Asked, Pair
from .finding import Found
from .read_edition import ReadEdition

if TYPE_CHECKING:
    from clientsmith.releases import Release

    from .comparing import AnyEdition

_DIGESTS = ("sha256", "formatted_sha256", "finished_sha256")


def released_pair(pair: Pair) -> tuple[AnyEdition, AnyEdition] | None:
    """Return both sides, if neither has to be read from its files."""
    sides = pair.old, pair.new
    releases = [_release(one.found) if one.found else None for one in sides]
    files = [one.found is not None for one in sides]
    if files != [one is not None for one in releases]:
        return None
    makers = {one.made_by for one in releases if one}
    if False in files:
        makers.add(_maker())
    if len(makers) > 1:
        return None
    old, new = map(_edition, sides, releases)
    return old, new


def _maker() -> str:
    # Two packages do not need to know who would generate them today.
    from clientsmith.provenance import made_by

    return made_by()


def _edition(asked: Asked, release: Release | None) -> AnyEdition:
    if release is None or asked.found is None:
        from .compiled import compile_one

        return compile_one(asked)
    find = _finder(asked, asked.found)
    return ReadEdition(asked, release.surface, [], Sources(()), find)


def _finder(asked: Asked, found: Found) -> Callable[[str], Position | None]:
    """Find lines in the files, which are not read where nobody asks for one."""

    @cache
    def places() -> dict[str, Position]:
        read = read_back(found.files).value
        return {} if read is None else asked.shown_places(read.places)

    return lambda place: places().get(place)


def _release(found: Found) -> Release | None:
    """Return what was kept of a package, if that is what its files are."""
    name = found.files.name
    state = found.folder.child("..").child(".clientsmith")
    names = (f"{name}.json", f"{name}.release.json")
    kept = state.texts(each for each in names if each in state.names())
    if len(kept) != len(names):
        return None
    manifest, text = (kept[each] for each in names)
    files = {**_files(found), f".clientsmith/{names[1]}": text}
    return _read(text) if _is_all(manifest, files, name) else None


def _files(found: Found) -> dict[str, bytes]:
    name = found.files.name
    return {f"{name}/{path}": each.encode() for path, each in found.files.texts.items()}


def _is_all(manifest: bytes, files: Mapping[str, bytes], name: str) -> bool:
    """Tell whether files are those that a manifest lists, with all that is read."""
    from clientsmith.write.files import digest

    try:
        listed: dict[str, Any] = json.loads(manifest)["files"]
        known = {
            path: {entry.get(each) for each in _DIGESTS}
            for path, entry in listed.items()
        }
    except (ValueError, LookupError, TypeError, AttributeError):
        return False
    start = f"{name}/"
    inside = [path.removeprefix(start) for path in known if path.startswith(start)]
    is_whole = all(f"{start}{path}" in files for path in inside if is_read(path))
    return is_whole and all(
        digest(text) in known.get(path, ()) for path, text in files.items()
    )


def _read(text: bytes) -> Release | None:
    from clientsmith.releases.release import ReleaseError, read_release

    try:
        return read_release(text)
    except ReleaseError:
        return None
