"""The dictionaries of keywords: what code names that puts them together beforehand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clientsmith.surface import Method, Surface

from .calls import pair_calls
from .changes import Change, breaks, fits
from .overloads import pair_overloads
from .spots import Spot, added, removed

_NEW = fits("nothing refers to it yet")
_GONE = breaks("code that names it fails")
_RENAMED = breaks("code that names it as before fails")
_KIND = "class"


def dictionaries_changed(old: Surface, new: Surface) -> Iterator[Change]:
    """Compare the classes of the keywords of calls that are in both packages.

    Their keys are the arguments of the calls, and are compared as these.
    """
    gone = _names(old.methods) - _named(new)
    fresh = _names(new.methods) - _named(old)
    for mine, other in pair_calls(old, new).both:
        yield from _changed(mine, other, gone, fresh)


def _changed(
    old: Method, new: Method, gone: frozenset[str], fresh: frozenset[str]
) -> Iterator[Change]:
    pairs = pair_overloads(old.overloads, new.overloads)
    renamed = [
        (mine.name, other.name)
        for mine, other in pairs.both
        if mine.name in gone and other.name in fresh
    ]
    for mine, other in renamed:
        spot = Spot("input", _place(old, mine), _place(new, other), old.at, new.at)
        yield spot.says("name", _RENAMED, mine, other)
    for one in _of(old) & gone - {mine for mine, _ in renamed}:
        yield removed("input", _place(old, one), _KIND, old.at, _GONE)
    for one in _of(new) & fresh - {other for _, other in renamed}:
        yield added("input", _place(new, one), _KIND, new.at, _NEW)


def _place(method: Method, name: str) -> str:
    return f"client.{method.name}() as {name}"


def _named(surface: Surface) -> frozenset[str]:
    """List all that can be imported from where these classes are."""
    folder = "params."
    others = (one.name for one in surface.definitions if one.name.startswith(folder))
    return _names(surface.methods) | {one.removeprefix(folder) for one in others}


def _names(methods: Iterable[Method]) -> frozenset[str]:
    return frozenset(name for one in methods for name in _of(one))


def _of(method: Method) -> frozenset[str]:
    """List the classes of a call; a set without keywords has none."""
    return frozenset(one.name for one in method.overloads if one.name)
