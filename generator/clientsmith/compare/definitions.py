"""The classes and aliases of both packages, each compared with what it has become."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from msgspec import Struct

from clientsmith.surface import (
    Alias,
    Definition,
    Enumeration,
    Literals,
    Record,
    Type,
    alternatives,
)

from .changes import Change, Subject, breaks, fits
from .enumerations import members_changed
from .fitting import Fitting
from .pairs import Pairs, pair
from .received import Received
from .sent import Sent
from .spots import Spot, added, removed, told
from .ways import Ways, joined, ways_of

_NEW = fits("nothing refers to it yet")
_GONE = breaks("code that names it fails")
_RENAMED = breaks("code that names it as before fails")
_OTHER_KIND = breaks("it is another kind of thing, and used in another way")


def pair_definitions(
    before: tuple[Definition, ...], after: tuple[Definition, ...]
) -> Pairs[Definition]:
    """Find what each class has become: by its name, its origin, or what it says."""
    return pair(before, after, _by_name, _by_origin, _by_content, _by_outline)


def renamed(pairs: Pairs[Definition]) -> dict[str, str]:
    """List the newer names of what is called otherwise now."""
    return {old.name: new.name for old, new in pairs.both if old.name != new.name}


def _by_name(one: Definition) -> Iterator[Hashable]:
    yield one.name


def _by_origin(one: Definition) -> Iterator[Hashable]:
    folder = one.name.partition(".")[0]
    yield from ((folder, key) for key in sorted(one.keys))


def _by_outline(one: Definition) -> Iterator[Hashable]:
    """Know a class by the names of its fields, an enumeration by its values.

    What is renamed is often edited, too, and so is what its fields are.
    """
    folder = one.name.partition(".")[0]
    match one:
        case Record(fields=[_, _, *_] as fields):
            yield folder, frozenset(each.name for each in fields)
        case Alias(type=type_) if values := _values(type_):
            yield folder, values
        case _:
            pass


def _values(type_: Type) -> frozenset[object]:
    listed = (one for one in alternatives(type_) if isinstance(one, Literals))
    return frozenset(value for one in listed for value in one.values)


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
        spot = Spot(_subject_of_both(old, new), old.name, new.name, old.at, new.at)
        if old.name != new.name:
            yield spot.says("name", _RENAMED, old.name, new.name)
        yield from self._inside(spot, old, new, ways_of(old, new))
        yield from told(spot, old, new)

    def _inside(
        self, spot: Spot, old: Definition, new: Definition, ways: Ways
    ) -> Iterator[Change]:
        """Compare what definitions are, each way that they go."""
        read, given = Received(self.read), Sent(self.given)
        match old, new:
            case Record(), Record():
                yield from joined(
                    read.records(spot, old, new) if ways.read else (),
                    given.records(spot, old, new) if ways.given else (),
                    ways,
                )
            case Alias(), Alias():
                yield from joined(
                    read.aliases(spot, old, new) if ways.read else (),
                    given.aliases(spot, old, new) if ways.given else (),
                    ways,
                )
            case Enumeration(), Enumeration():
                yield from members_changed(old, new, ways)
            case _:
                yield spot.says("type", _OTHER_KIND, _kind(old), _kind(new))


def _subject(one: Definition) -> Subject:
    if one.name.startswith("params."):
        return "input"
    return "model" if isinstance(one, Record) else "type"


def _subject_of_both(old: Definition, new: Definition) -> Subject:
    """Name what was one thing and is another as it is named from either side."""
    return _subject(old) if _subject(old) == _subject(new) else "type"


def _kind(one: Definition) -> str:
    match one:
        case Record():
            return "class"
        case Enumeration():
            return "enumeration"
        case Alias():
            return "alias"
