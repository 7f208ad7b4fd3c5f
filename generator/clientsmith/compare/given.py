"""What callers give: arguments, keys of dictionaries, and what clients are made with.

It may accept more and ask for less; the other way round, code breaks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from clientsmith.surface import Parameter, spelled, spelled_apart, without_none

from .bearing import Bounded
from .changes import Change, Judged, Subject, breaks, fits
from .chosen import REFUSED, TAKEN, values_changed
from .fitting import Fitting
from .limits import difference
from .pairs import Pairs, pair
from .spots import Namer, Spot, added, removed, told

_REQUIRED = breaks("code that does not give it fails")
_OPTIONAL = fits("whoever does not know it need not give it")
_GONE = breaks("code that gives it fails")
_RENAMED = breaks("code that gives it under its old name fails")
_NEEDED = breaks("it may no longer be left out")
_FREE = fits("it may be left out now")
NARROWED = breaks("some of what could be given is no longer accepted")
WIDENED = fits("all that could be given still can")
_LEFT_OUT = breaks("None is no longer sent, and leaves it out", unseen=True)
_BY_NAME = breaks("code that gives it by its place fails")
_BY_PLACE = fits("it may be given by its place now, and by its name as before")
_TIGHTER = breaks("the server refuses some of what it took", unseen=True)
_LOOSER = fits("the server takes what it took, and more")
_DEFAULT = fits("the client sends what it did; the server may take it otherwise")
_ELSEWHERE = fits("code stays as it is; the client sends it as it is wanted now")


class Givers(Struct, frozen=True):
    """How what is given is named, and which types fit."""

    subject: Subject
    old: Namer
    """Where something is found in the older package."""
    new: Namer
    fitting: Fitting
    """From the older types to the newer ones: callers go on giving what they gave."""

    def compare(
        self, before: Iterable[Parameter], after: Iterable[Parameter]
    ) -> Iterator[Change]:
        """Compare what may be given together."""
        pairs = pair_given(before, after)
        for one in pairs.removed:
            yield removed(self.subject, self.old(one), _shown(one), one.at, _GONE)
        for one in pairs.added:
            judged = _REQUIRED if one.required else _OPTIONAL
            yield added(self.subject, self.new(one), _shown(one), one.at, judged)
        for old, new in pairs.both:
            yield from self._changed(old, new)

    def _changed(self, old: Parameter, new: Parameter) -> Iterator[Change]:
        spot = Spot(self.subject, self.old(old), self.new(new), old.at, new.at)
        if old.name != new.name:
            yield spot.says("name", _RENAMED, old.name, new.name)
        if old.required != new.required:
            words = ("optional", "required")
            pair_ = words[old.required], words[new.required]
            yield spot.says("required", _NEEDED if new.required else _FREE, *pair_)
        if not self.fitting.are_same(old.type, new.type):
            judged = self._judged(old, new)
            yield spot.says("type", judged, *spelled_apart(old.type, new.type))
            yield from self._values(spot, old, new)
        yield from _placed(spot, old, new)
        yield from _asserted(spot, old, new)
        bounds = Bounded(old.limits, old.type, self.fitting.source)
        later = Bounded(new.limits, new.type, self.fitting.target)
        yield from limits_given(spot, bounds, later)
        yield from told(spot, old, new)

    def _values(self, spot: Spot, old: Parameter, new: Parameter) -> Iterator[Change]:
        """Name the values that come and go, where the enumeration is another one."""
        is_fine = self.fitting.fits(old.type, new.type)
        judged = TAKEN, WIDENED if is_fine else REFUSED
        before = old.type, self.fitting.source
        yield from values_changed(spot, before, (new.type, self.fitting.target), judged)

    def _judged(self, old: Parameter, new: Parameter) -> Judged:
        """Judge whether what was given still may be."""
        if self.fitting.fits(old.type, new.type):
            return WIDENED
        is_left_out = self.subject == "argument" and not new.required
        if is_left_out and self.fitting.fits(without_none(old.type), new.type):
            return _LEFT_OUT
        return NARROWED


def pair_given(
    before: Iterable[Parameter], after: Iterable[Parameter]
) -> Pairs[Parameter]:
    """Find what each has become: by its name, where it goes, or its place."""
    return pair(before, after, _by_name, _by_wire, _by_position)


def _placed(spot: Spot, old: Parameter, new: Parameter) -> Iterator[Change]:
    """Compare where something is given, and where it is sent."""
    if old.position != new.position:
        judged = _BY_PLACE if old.position is None else _BY_NAME
        pair_ = _position(old), _position(new)
        yield spot.says("position", judged, *pair_)
    pair_ = sent(old, new) if spot.subject != "option" else (old.form, new.form)
    if pair_[0] != pair_[1] and all(pair_):
        yield spot.says("wire", _ELSEWHERE, *pair_)


def sent(old: Parameter, new: Parameter) -> tuple[str, str]:
    """Say where both are sent, and how if that is known of both and not the same."""
    is_known = old.form and new.form
    if not is_known or old.form == new.form:
        return old.wire, new.wire
    if old.wire == new.wire:
        return old.form, new.form
    return f"{old.wire} as {old.form}", f"{new.wire} as {new.form}"


def _asserted(spot: Spot, old: Parameter, new: Parameter) -> Iterator[Change]:
    """Compare what the server takes where nothing is given."""
    if old.default != new.default:
        yield spot.says("default", _DEFAULT, old.default or "", new.default or "")


def limits_given(spot: Spot, old: Bounded, new: Bounded) -> Iterator[Change]:
    """Compare what the server says of a value, and of what is in it."""
    if found := difference(old, new):
        judged = _TIGHTER if "tighter" in found.ways else _LOOSER
        yield spot.says("limits", judged, found.before, found.after)


def _position(one: Parameter) -> str:
    return "by name" if one.position is None else f"place {one.position + 1}"


def _shown(one: Parameter) -> str:
    text = spelled(one.type)
    return text if one.required else f"{text}, optional"


def _by_name(one: Parameter) -> Iterator[str]:
    yield one.name


def _by_wire(one: Parameter) -> Iterator[str]:
    if one.wire:
        yield one.wire


def _by_position(one: Parameter) -> Iterator[int]:
    if one.position is not None:
        yield one.position
