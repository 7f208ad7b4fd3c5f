"""Values that may be chosen, where one enumeration has become another one.

Two properties that list the same values share a class. When one of them lists another
value, it has a class of its own, which is new: so the value is said of the property.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from clientsmith.surface import Generic, Literals, Named, OneOf, Type, named_in

from .changes import Change, Judged, breaks, fits
from .fitting import Names
from .spots import Spot, added, removed

OPEN = fits("a server may send any value; code has to expect that")
UNSENT = fits("code that looks for it goes on, and waits in vain")
TAKEN = fits("whoever does not know it need not give it")
REFUSED = breaks("code that gives it is wrong")


def chosen_in(type_: Type, names: Names) -> frozenset[str]:
    """List the values that a type names, as JSON, also those of what it names."""
    return frozenset(_chosen(type_, names, frozenset()))


def _chosen(type_: Type, names: Names, seen: frozenset[str]) -> Iterator[str]:
    match type_:
        case Literals(values=values):
            yield from (json.dumps(each, ensure_ascii=False) for each in values)
        case Named(name=name) if name not in seen:
            yield from names.members.get(name, ())
            if inner := names.aliases.get(name):
                yield from _chosen(inner, names, seen | {name})
        case Generic(of=inner) | OneOf(members=inner):
            yield from (value for each in inner for value in _chosen(each, names, seen))
        case _:
            pass


def values_changed(
    spot: Spot,
    old: tuple[Type, Names],
    new: tuple[Type, Names],
    judged: tuple[Judged, Judged],
) -> Iterator[Change]:
    """Say which values are new, and which are gone, of an enumeration with a name.

    `judged` says what the one means, and the other.
    """
    known, later = chosen_in(*old), chosen_in(*new)
    has_name = any(True for one in (old[0], new[0]) for _ in named_in(one))
    if not has_name or not known & later:
        return
    for value in sorted(later - known):
        place = f"{spot.new}[{value}]"
        yield added("value", place, value, spot.now_at, judged[0])
    for value in sorted(known - later):
        place = f"{spot.old}[{value}]"
        yield removed("value", place, value, spot.at, judged[1])
