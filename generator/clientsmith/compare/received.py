"""Definitions of what callers get: models that they read, and what these are of."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from clientsmith.surface import Alias, Record

from .bearing import Bounded
from .changes import Change
from .chosen import OPEN, UNSENT
from .enumerations import are_lists, literals_changed
from .fitting import Fitting
from .others import others_read
from .read import Readers, limits_read, type_changed
from .spots import Spot, attributes_of


class Received(Struct, frozen=True):
    """Compares definitions by what code expects that reads them."""

    fitting: Fitting
    """From the newer types to the older ones."""

    def records(self, spot: Spot, old: Record, new: Record) -> Iterator[Change]:
        """Compare two classes."""
        places = attributes_of(old), attributes_of(new)
        readers = Readers("attribute", *places, self.fitting)
        yield from readers.compare(old.fields, new.fields)
        yield from others_read(spot, old, new, self.fitting)
        yield from limits_read(spot, Bounded(old.limits), Bounded(new.limits))

    def aliases(self, spot: Spot, old: Alias, new: Alias) -> Iterator[Change]:
        """Compare two types that have a name."""
        if are_lists(old, new):
            yield from literals_changed(old, new, (OPEN, UNSENT))
        else:
            yield from type_changed(spot, old.type, new.type, self.fitting)
        before = Bounded(old.limits, old.type, self.fitting.target)
        after = Bounded(new.limits, new.type, self.fitting.source)
        yield from limits_read(spot, before, after)
