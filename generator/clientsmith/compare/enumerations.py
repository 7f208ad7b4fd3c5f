"""Enumerations, value by value: those that are classes, and those that are literals."""

from __future__ import annotations

import json
from collections.abc import Iterator

from clientsmith.surface import (
    Alias,
    Enumeration,
    Literals,
    Type,
    alternatives,
    one_of,
)

from .changes import Change, Judged, breaks
from .chosen import OPEN, TAKEN
from .spots import Spot, added, removed
from .ways import Ways

_NO_MEMBER = breaks("code that names the member fails")
_OTHER_VALUE = breaks("the same name is sent and found as another value", unseen=True)


def are_lists(old: Alias, new: Alias) -> bool:
    """Tell whether two types differ in the values that they name, and only there."""
    known, later = _values(old.type), _values(new.type)
    is_same = {*map(_key, known)} == {*map(_key, later)}
    return bool(known and later) and not is_same and _rest(old) == _rest(new)


def literals_changed(
    old: Alias, new: Alias, judged: tuple[Judged, Judged]
) -> Iterator[Change]:
    """Compare literals; `judged` says what a new one means, and one that is gone."""
    known = {_key(one): one for one in _values(old.type)}
    later = {_key(one): one for one in _values(new.type)}
    for key in known.keys() - later.keys():
        text = json.dumps(known[key], ensure_ascii=False)
        yield removed("value", f"{old.name}[{text}]", text, old.at, judged[1])
    for key in later.keys() - known.keys():
        text = json.dumps(later[key], ensure_ascii=False)
        yield added("value", f"{new.name}[{text}]", text, new.at, judged[0])


def members_changed(old: Enumeration, new: Enumeration, ways: Ways) -> Iterator[Change]:
    """Compare the members of a class, which code names whichever way they go."""
    known, later = dict(old.members), dict(new.members)
    for name, text in old.members:
        if name not in later:
            place = f"{old.name}.{name}"
            yield removed("value", place, text, old.at, _NO_MEMBER)
        elif later[name] != text:
            places = f"{old.name}.{name}", f"{new.name}.{name}"
            spot = Spot("value", *places, old.at, new.at)
            yield spot.says("type", _OTHER_VALUE, text, later[name])
    judged = OPEN if ways.read else TAKEN
    for name, text in new.members:
        if name not in known:
            yield added("value", f"{new.name}.{name}", text, new.at, judged)


def _values(type_: Type) -> tuple[object, ...]:
    """List the values that a type names."""
    return tuple(
        value
        for each in alternatives(type_)
        if isinstance(each, Literals)
        for value in each.values
    )


def _rest(one: Alias) -> Type | None:
    """Return what a type is besides those."""
    others: list[Type] = [
        each for each in alternatives(one.type) if not isinstance(each, Literals)
    ]
    return one_of(others) if others else None


def _key(value: object) -> tuple[str, object]:
    return type(value).__name__, value
