"""Definitions of what callers give: dictionaries, models that they make, and types."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from clientsmith.surface import (
    Alias,
    Parameter,
    Record,
    spelled_apart,
    without_none,
)

from .bearing import Bounded
from .changes import Change, Judged, Subject
from .chosen import REFUSED, TAKEN
from .enumerations import are_lists, literals_changed
from .fitting import Fitting
from .given import NARROWED, WIDENED, Givers, limits_given
from .others import others_given
from .spots import Spot, attributes_of, keys_of


class Sent(Struct, frozen=True):
    """Compares definitions by what code does that makes them."""

    fitting: Fitting
    """From the older types to the newer ones."""

    def records(self, spot: Spot, old: Record, new: Record) -> Iterator[Change]:
        """Compare two classes, or two dictionaries."""
        if spot.subject == "input":
            keys = Givers("key", keys_of(old), keys_of(new), self.fitting)
            yield from keys.compare(old.fields, new.fields)
        else:
            places = attributes_of(old), attributes_of(new)
            givers = Givers("attribute", *places, self.fitting)
            yield from givers.compare(*map(_made, (old, new)))
            yield from others_given(spot, old, new, self.fitting)
        yield from limits_given(spot, Bounded(old.limits), Bounded(new.limits))

    def aliases(self, spot: Spot, old: Alias, new: Alias) -> Iterator[Change]:
        """Compare two types that have a name."""
        is_fine = self.fitting.fits(old.type, new.type)
        if are_lists(old, new):
            by_value = _judge_literals(spot.subject, is_fine=is_fine)
            yield from literals_changed(old, new, by_value)
        elif not self.fitting.are_same(old.type, new.type):
            judged = WIDENED if is_fine else NARROWED
            yield spot.says("type", judged, *spelled_apart(old.type, new.type))
        before = Bounded(old.limits, old.type, self.fitting.source)
        after = Bounded(new.limits, new.type, self.fitting.target)
        yield from limits_given(spot, before, after)


def _judge_literals(subject: Subject, *, is_fine: bool) -> tuple[Judged, Judged]:
    """Judge values that are new, and those that are gone; models took any text."""
    new = TAKEN if subject == "input" else WIDENED
    return new, WIDENED if is_fine else REFUSED


def _made(record: Record) -> tuple[Parameter, ...]:
    """List the fields of what callers make: what may be left out need not be None."""
    return tuple(
        each if each.required else replace(each, type=without_none(each.type))
        for each in record.fields
    )
