"""The classes and aliases of both packages, each compared with what it has become."""

from __future__ import annotations

import json
from collections.abc import Hashable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from clientsmith.surface import (
    Alias,
    Anything,
    Definition,
    Enumeration,
    Literals,
    Parameter,
    Record,
    Type,
    alternatives,
    one_of,
    spelled_apart,
    without_none,
)

from .bearing import Bounded
from .changes import Change, Subject, breaks, fits
from .chosen import OPEN, REFUSED, TAKEN, UNSENT
from .fitting import Fitting
from .given import Givers, limits_given
from .pairs import Pairs, pair
from .read import Readers, judge_read, limits_read, type_changed
from .spots import Namer, Spot, added, removed, told

_NEW = fits("nothing refers to it yet")
_GONE = breaks("code that names it fails")
_RENAMED = breaks("code that names it as before fails")
_OTHER_KIND = breaks("it is another kind of thing, and used in another way")
_NARROWED = breaks("some of what could be given is no longer accepted")
_WIDENED = fits("all that could be given still can")
_NO_MEMBER = breaks("code that names the member fails")


def pair_definitions(
    before: tuple[Definition, ...], after: tuple[Definition, ...]
) -> Pairs[Definition]:
    """Find what each class has become: by its name, its origin, or what it says."""
    return pair(before, after, _by_name, _by_origin, _by_content)


def renamed(pairs: Pairs[Definition]) -> dict[str, str]:
    """List the newer names of what is called otherwise now."""
    return {old.name: new.name for old, new in pairs.both if old.name != new.name}


def _by_name(one: Definition) -> Iterator[Hashable]:
    yield one.name


def _by_origin(one: Definition) -> Iterator[Hashable]:
    folder = one.name.partition(".")[0]
    yield from ((folder, key) for key in sorted(one.keys))


def _by_content(one: Definition) -> Iterator[Hashable]:
    """Know a class by its fields, where these say more than nothing."""
    folder = one.name.partition(".")[0]
    match one:
        case Record(fields=fields) if fields:
            yield (
                folder,
                tuple((each.name, each.type, each.required) for each in fields),
            )
        case Enumeration(members=members) if members:
            yield folder, members
        case _:
            pass


class Definitions(Struct, frozen=True):
    """Compares definitions: `given` fits older types to newer, `read` the reverse."""

    given: Fitting
    read: Fitting

    def compare(self, pairs: Pairs[Definition]) -> Iterator[Change]:
        """Compare all that can be named."""
        for one in pairs.removed:
            yield removed(_subject(one), one.name, _kind(one), one.at, _GONE)
        for one in pairs.added:
            yield added(_subject(one), one.name, _kind(one), one.at, _NEW)
        for old, new in pairs.both:
            yield from self._changed(old, new)

    def _changed(self, old: Definition, new: Definition) -> Iterator[Change]:
        spot = Spot(_subject(old), old.name, new.name, old.at, new.at)
        if old.name != new.name:
            yield spot.says("name", _RENAMED, old.name, new.name)
        match old, new:
            case Record(), Record():
                yield from self._fields(spot, old, new)
                is_read = spot.subject != "input" and (old.read and new.read)
                bounds = Bounded(old.limits), Bounded(new.limits)
                yield from _limits(spot, *bounds, is_read=is_read)
            case Alias(), Alias():
                yield from self._alias(spot, old, new)
                before = Bounded(old.limits, old.type, self.given.source)
                after = Bounded(new.limits, new.type, self.given.target)
                is_read = spot.subject != "input"
                yield from _limits(spot, before, after, is_read=is_read)
            case Enumeration(), Enumeration():
                yield from _members(old, new)
            case _:
                yield spot.says("type", _OTHER_KIND, _kind(old), _kind(new))
        yield from told(spot, old, new)

    def _fields(self, spot: Spot, old: Record, new: Record) -> Iterator[Change]:
        """Compare fields by what becomes of them: they are given, or read."""
        if spot.subject == "input":
            keys = Givers("key", _keys_of(old), _keys_of(new), self.given)
            yield from keys.compare(old.fields, new.fields)
            return
        places = _attributes_of(old), _attributes_of(new)
        if old.read and new.read:
            readers = Readers("attribute", *places, self.read)
            yield from readers.compare(old.fields, new.fields)
        else:
            givers = Givers("attribute", *places, self.given)
            yield from givers.compare(*map(_made, (old, new)))
        others = old.others or Anything(), new.others or Anything()
        yield from type_changed(_others(spot), *others, self.read)

    def _alias(self, spot: Spot, old: Alias, new: Alias) -> Iterator[Change]:
        if self.given.are_same(old.type, new.type):
            return
        known, later = values_of(old.type), values_of(new.type)
        is_enumeration = known and later and _rest(old.type) == _rest(new.type)
        if is_enumeration and {*map(_key, known)} != {*map(_key, later)}:
            yield from _values(old, new)
        elif spot.subject == "input":
            is_fine = self.given.fits(old.type, new.type)
            judged = _WIDENED if is_fine else _NARROWED
            yield spot.says("type", judged, *spelled_apart(old.type, new.type))
        else:
            judged = judge_read(old.type, new.type, self.read)
            yield spot.says("type", judged, *spelled_apart(old.type, new.type))


def _limits(
    spot: Spot, old: Bounded, new: Bounded, *, is_read: bool
) -> Iterator[Change]:
    """Compare what is asserted of a definition, by what becomes of its values."""
    yield from (limits_read if is_read else limits_given)(spot, old, new)


def _made(record: Record) -> tuple[Parameter, ...]:
    """List the fields of what callers make: what may be left out need not be None."""
    return tuple(
        each if each.required else replace(each, type=without_none(each.type))
        for each in record.fields
    )


def _others(spot: Spot) -> Spot:
    return Spot("attribute", f"{spot.old}.*", f"{spot.new}.*", spot.at, spot.now_at)


def _attributes_of(record: Record) -> Namer:
    return lambda one: f"{record.name}.{one.name}"


def _keys_of(record: Record) -> Namer:
    return lambda one: f'{record.name}["{one.name}"]'


def _values(old: Alias, new: Alias) -> Iterator[Change]:
    """Compare the values of an enumeration one by one."""
    is_given = old.name.startswith("params.")
    known = {_key(one): one for one in values_of(old.type)}
    later = {_key(one): one for one in values_of(new.type)}
    for key in known.keys() - later.keys():
        text = json.dumps(known[key], ensure_ascii=False)
        judged = REFUSED if is_given else UNSENT
        yield removed("value", f"{old.name}[{text}]", text, old.at, judged)
    for key in later.keys() - known.keys():
        text = json.dumps(later[key], ensure_ascii=False)
        judged = TAKEN if is_given else OPEN
        yield added("value", f"{new.name}[{text}]", text, new.at, judged)


def _members(old: Enumeration, new: Enumeration) -> Iterator[Change]:
    known, later = dict(old.members), dict(new.members)
    for name, text in old.members:
        if name not in later:
            place = f"{old.name}.{name}"
            yield removed("value", place, text, old.at, _NO_MEMBER)
        elif later[name] != text:
            places = f"{old.name}.{name}", f"{new.name}.{name}"
            spot = Spot("value", *places, old.at, new.at)
            yield spot.says("type", _OTHER_VALUE, text, later[name])
    for name, text in new.members:
        if name not in known:
            yield added("value", f"{new.name}.{name}", text, new.at, OPEN)


_OTHER_VALUE = breaks("the same name is sent and found as another value", unseen=True)


def values_of(type_: Type) -> tuple[object, ...]:
    """List the values that a type names."""
    return tuple(
        value
        for each in alternatives(type_)
        if isinstance(each, Literals)
        for value in each.values
    )


def _rest(type_: Type) -> Type | None:
    """Return what a type is besides those."""
    others: list[Type] = [
        each for each in alternatives(type_) if not isinstance(each, Literals)
    ]
    return one_of(others) if others else None


def _key(value: object) -> tuple[str, object]:
    return type(value).__name__, value


def _subject(one: Definition) -> Subject:
    if one.name.startswith("params."):
        return "input"
    return "model" if isinstance(one, Record) else "type"


def _kind(one: Definition) -> str:
    match one:
        case Record():
            return "class"
        case Enumeration():
            return "enumeration"
        case Alias():
            return "alias"
