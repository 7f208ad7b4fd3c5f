"""What callers read: attributes, answers, events, bodies of errors.

It may say more precisely what it is; what may now be something else breaks code.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from clientsmith.surface import (
    NONE,
    Anything,
    Generic,
    Parameter,
    Type,
    alternatives,
    one_of,
    spelled,
    spelled_apart,
)

from .bearing import Bounded
from .changes import Change, Judged, Subject, breaks, fits
from .chosen import OPEN, UNSENT, values_changed
from .fitting import Fitting
from .limits import difference
from .pairs import pair
from .spots import Namer, Spot, added, removed, told

_NEW = fits("code that does not know it goes on")
_GONE = breaks("code that reads it fails")
_RENAMED = breaks("code that reads it under its old name fails")
_ABSENT = breaks("it may be None now, and code does not expect that")
_WIDENED = breaks("it may be what code does not expect")
_UNTYPED = breaks("nobody says any more what it is", unseen=True)
_TYPED = breaks("code may take it for what it no longer is")
_NARROWED = fits("it is still what code expects")
_NOTHING = fits("there was nothing that code could use")
_HELD = breaks("what is returned is read in another way")
_PAGED = breaks("it walks through pages now, and code has read what a page holds")
_UNPAGED = breaks("it no longer walks through pages: code gets one, and asks for more")
_LIMITS = fits("types are as before")
_DEFAULT = fits("the server assumes something else; the type is as before")
_ELSEWHERE = fits("code stays as it is; the client reads it where it is now")


def judge_read(old: Type, new: Type, fitting: Fitting) -> Judged:
    """Judge what is received now where something else was expected."""
    if old == NONE:
        return _NOTHING
    if fitting.fits(new, old):
        return _NARROWED
    if replace(fitting, is_read=False).fits(new, old):
        return _TYPED
    if Anything() in alternatives(new) or _are_consistent(old, new, fitting):
        return _UNTYPED
    if held := _held(old, new):
        return held
    others = [each for each in alternatives(new) if each != NONE]
    if others and NONE not in alternatives(old) and fitting.fits(one_of(others), old):
        return _ABSENT
    return _WIDENED


def _held(old: Type, new: Type) -> Judged | None:
    """Judge what is held otherwise now: pages are lost, or come, or neither."""
    names = [one.name if isinstance(one, Generic) else None for one in (old, new)]
    match names:
        case ["Pages", name] if name != "Pages":
            return _UNPAGED
        case [name, "Pages"] if name != "Pages":
            return _PAGED
        case [str(name), str(other)] if name != other:
            return _HELD
        case _:
            return None


def _are_consistent(old: Type, new: Type, fitting: Fitting) -> bool:
    """Tell whether type checkers take one for the other, since one says `Any`."""
    return replace(fitting, is_read=False, from_any=True).fits(new, old)


class Readers(Struct, frozen=True):
    """How what is read is named, and which types fit."""

    subject: Subject
    old: Namer
    """Where something is found in the older package."""
    new: Namer
    fitting: Fitting
    """From the newer types to the older ones: code goes on expecting what it did."""

    def compare(
        self, before: Iterable[Parameter], after: Iterable[Parameter]
    ) -> Iterator[Change]:
        """Compare what may be read of one object."""
        pairs = pair(before, after, _by_name, _by_wire)
        for one in pairs.removed:
            text = spelled(one.type)
            yield removed(self.subject, self.old(one), text, one.at, _GONE)
        for one in pairs.added:
            text = spelled(one.type)
            yield added(self.subject, self.new(one), text, one.at, _NEW)
        for old, new in pairs.both:
            yield from self._changed(old, new)

    def _changed(self, old: Parameter, new: Parameter) -> Iterator[Change]:
        spot = Spot(self.subject, self.old(old), self.new(new), old.at, new.at)
        if old.name != new.name:
            yield spot.says("name", _RENAMED, old.name, new.name)
        yield from type_changed(spot, old.type, new.type, self.fitting)
        if not self.fitting.are_same(new.type, old.type):
            before = old.type, self.fitting.target
            after = new.type, self.fitting.source
            yield from values_changed(spot, before, after, (OPEN, UNSENT))
        if old.wire != new.wire:
            yield spot.says("wire", _ELSEWHERE, old.wire, new.wire)
        if old.default != new.default:
            yield spot.says("default", _DEFAULT, old.default or "", new.default or "")
        bounds = Bounded(old.limits, old.type, self.fitting.target)
        later = Bounded(new.limits, new.type, self.fitting.source)
        yield from limits_read(spot, bounds, later)
        yield from told(spot, old, new)


def type_changed(
    spot: Spot, old: Type, new: Type, fitting: Fitting
) -> Iterator[Change]:
    """Compare what something is that is read."""
    if not fitting.are_same(new, old):
        judged = judge_read(old, new, fitting)
        yield spot.says("type", judged, *spelled_apart(old, new))


def limits_read(spot: Spot, old: Bounded, new: Bounded) -> Iterator[Change]:
    """Compare what the server says of a value that it sends."""
    if found := difference(old, new):
        yield spot.says("limits", _LIMITS, found.before, found.after)


def _by_name(one: Parameter) -> Iterator[str]:
    yield one.name


def _by_wire(one: Parameter) -> Iterator[str]:
    if one.wire:
        yield one.wire
