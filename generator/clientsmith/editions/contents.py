"""Whether two packages are the same, where callers see no difference but in docs.

Nobody asks for it otherwise: every page has to be planned, or every file parsed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from msgspec.structs import replace

from clientsmith.surface import Surface

from .read_edition import ReadEdition

if TYPE_CHECKING:
    from .comparing import AnyEdition

_Digests: TypeAlias = tuple[str, str]
"""Of the code, and of code and docs; empty where nobody knows."""


def with_contents(old: AnyEdition, new: AnyEdition) -> tuple[Surface, Surface]:
    """Return what callers see, with what tells both packages from others."""
    before, after = _of_files(old, new) or (_of_one(old), _of_one(new))
    return _with(old, before), _with(new, after)


def _with(edition: AnyEdition, digests: _Digests) -> Surface:
    surface, (code, docs) = edition.surface or Surface(package=""), digests
    return replace(surface, contents=code, documented=docs)


def _of_files(old: AnyEdition, new: AnyEdition) -> tuple[_Digests, _Digests] | None:
    """Compare the files of two packages, where neither side is a description."""
    before, after = old.asked.found, new.asked.found
    if before is None or after is None:
        return None
    from clientsmith.readback import contents_of_both

    return contents_of_both(before.files, after.files)


def _of_one(edition: AnyEdition) -> _Digests:
    """Tell what a description becomes, or what was kept of a package."""
    if isinstance(edition, ReadEdition):
        surface = edition.surface
        return (surface.contents, surface.documented) if surface else ("", "")
    told = edition.tell() if edition.tell else None
    return (told.code, told.docs) if told else ("", "")
