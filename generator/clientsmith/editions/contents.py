"""Whether two packages are the same, where callers see no difference between them.

Nobody asks for it otherwise: every page has to be planned, or every file parsed.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace

from clientsmith.compare import Change, contents_changed
from clientsmith.surface import Surface

from .read_edition import ReadEdition

if TYPE_CHECKING:
    from .comparing import AnyEdition


def told_apart(old: AnyEdition, new: AnyEdition) -> tuple[Change, ...]:
    """Say that two packages are not the same, as far as they can be compared."""
    return tuple(contents_changed(*_with_contents(old, new)))


def _with_contents(old: AnyEdition, new: AnyEdition) -> Iterator[Surface]:
    known = _of_files(old, new) or (_contents(old), _contents(new))
    for edition, contents in zip((old, new), known, strict=True):
        surface = edition.surface or Surface(package="")
        yield replace(surface, contents=contents)


def _of_files(old: AnyEdition, new: AnyEdition) -> tuple[str, str] | None:
    """Compare the files of two packages, where neither side is a description."""
    before, after = old.asked.found, new.asked.found
    if before is None or after is None:
        return None
    from clientsmith.readback import contents_of_both

    return contents_of_both(before.files, after.files)


def _contents(edition: AnyEdition) -> str:
    """Tell what a description becomes, or what was kept of a package."""
    if isinstance(edition, ReadEdition):
        return edition.surface.contents if edition.surface else ""
    return edition.tell() if edition.tell else ""
