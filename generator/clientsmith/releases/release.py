"""A package as its callers see it, as a file beside it.

Whoever has the package has this file, too: in any clone, after any merge, and without
the repository that it was generated in.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, cast

from msgspec import Struct, ValidationError, convert, to_builtins
from msgspec.structs import replace

from clientsmith.surface import Surface

_FORMAT: Final = 2
_FORMATS: Final = frozenset({1, _FORMAT})
"""Those that can be read; the first had limits of arguments and fields alone."""
_PLACED: Final = frozenset({"events", "readers"})
"""What is found again by its place in a description; all else is, by its name."""


class Release(Struct, frozen=True, kw_only=True):
    """The version of a package, what was said of it, and what callers see."""

    version: str
    made_by: str
    """The digest of what has generated it."""
    notes: str = ""
    """The section of the changelog, as it was written."""
    surface: Surface
    chosen: bool = False
    """Whether somebody has chosen the version, which does not follow from before."""
    format: int = _FORMAT
    """Which version of this file it was read from."""

    @property
    def has_limits(self) -> bool:
        """Whether it has what the server asserts, wherever that is."""
        return self.format == _FORMAT


class ReleaseError(Exception):
    """A text is no release, or that of another clientsmith."""


def release_path(package: str) -> str:
    """Return where the release of a package stands in its output."""
    return f".clientsmith/{package}.release.json"


def release_text(release: Release) -> str:
    """Write a release as JSON, a call or a class a line, so that it can be merged."""
    kept = replace(release.surface, shared={})
    surface = to_builtins(kept, order="deterministic")
    head = {
        "format": release.format,
        "version": release.version,
        "made_by": release.made_by,
        "notes": release.notes,
        **({"chosen": True} if release.chosen else {}),
    }
    said = [f"  {_dumped(key)}: {_dumped(value)}" for key, value in head.items()]
    parts = ",\n".join(_parts(surface))
    return "{\n" + ",\n".join([*said, f'  "surface": {{\n{parts}\n  }}']) + "\n}\n"


def _parts(surface: Mapping[str, Any]) -> Iterator[str]:
    for key, value in surface.items():
        if isinstance(value, list | tuple):
            listed = cast("Sequence[Any]", value)
            kept = listed if key in _PLACED else map(_without_places, listed)
            lines = ",\n".join(f"      {_dumped(each)}" for each in kept)
            yield f"    {_dumped(key)}: [\n{lines}\n    ]"
        else:
            yield f"    {_dumped(key)}: {_dumped(value)}"


def _without_places(value: Any) -> Any:
    """Leave out where things are described: they move, and nobody looks there."""
    if isinstance(value, dict):
        table = cast("dict[str, Any]", value)
        kept = {key: each for key, each in table.items() if key != "at"}
        return {key: _without_places(each) for key, each in kept.items()}
    if isinstance(value, list | tuple):
        return [_without_places(each) for each in cast("Sequence[Any]", value)]
    return value


def _dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(", ", ": "))


def _with_ways(release: Release) -> Release:
    """Say of what is in `params` that nobody gets it, which older files do not say.

    What they say of no class either, whether it is given, is taken for no.
    """
    definitions = tuple(
        replace(one, read=False) if one.name.startswith("params.") else one
        for one in release.surface.definitions
    )
    return replace(release, surface=replace(release.surface, definitions=definitions))


def read_release(text: bytes) -> Release:
    """Read a release.

    Raises:
        ReleaseError: The text is none.
    """
    try:
        value = json.loads(text)
        if value["format"] not in _FORMATS:
            message = f"its format is {value['format']}, and at most {_FORMAT} is known"
            raise ReleaseError(message)
        return _with_ways(convert(value, Release))
    except (ValueError, LookupError, TypeError, RecursionError) as problem:
        raise ReleaseError(str(problem)) from problem
    except ValidationError as problem:
        raise ReleaseError(str(problem)) from problem
