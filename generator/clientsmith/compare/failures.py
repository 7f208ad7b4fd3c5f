"""What operations refuse with: the status, and what they say then.

The class of an error says what any operation says that raises it. What one of them
says is seen by no type checker, unless nobody else raises it.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from clientsmith.surface import (
    NONE,
    Failure,
    Method,
    Surface,
    Type,
    in_any_order,
    without_none,
)

from .changes import Change, fits, is_breaking
from .fitting import Fitting
from .pairs import pair
from .read import type_changed
from .spots import Spot, added, removed

_REFUSES = fits("errors of undocumented statuses were raised before, too")
_NO_REFUSAL = fits("code that expects it goes on, and waits in vain")
Bodies = Mapping[str, Type]
"""What the classes of errors are read as, by their names."""


class Failures(Struct, frozen=True):
    """Compares what calls refuse with; `read` fits newer types to older ones."""

    read: Fitting
    before: Bodies
    after: Bodies

    def compare(self, old: Method, new: Method) -> Iterator[Change]:
        """Compare the statuses of one operation."""
        pairs = pair(old.failures, new.failures, _by_status)
        for one in pairs.removed:
            place = _place(old, one)
            yield removed("failure", place, one.status, one.at, _NO_REFUSAL)
        for one in pairs.added:
            yield added("failure", _place(new, one), one.status, one.at, _REFUSES)
        for mine, other in pairs.both:
            if not self._is_said_of_class(mine, other):
                places = _place(old, mine), _place(new, other)
                spot = Spot("failure", *places, mine.at, other.at)
                yield from self._bodies(spot, mine, other)

    def _is_said_of_class(self, old: Failure, new: Failure) -> bool:
        """Tell whether the class of both says the same as they do."""
        return all(
            in_any_order(bodies.get(one.error, NONE)) == in_any_order(_body(one))
            for one, bodies in ((old, self.before), (new, self.after))
        )

    def _bodies(self, spot: Spot, old: Failure, new: Failure) -> Iterator[Change]:
        for each in type_changed(spot, _body(old), _body(new), self.read):
            yield replace(each, unseen=is_breaking(each))


def bodies_in(surface: Surface) -> Bodies:
    """Say what each class of errors is read as, if anything is."""
    return {one.name: without_none(one.body) for one in surface.errors if one.body}


def _body(one: Failure) -> Type:
    return one.body or NONE


def _place(method: Method, one: Failure) -> str:
    return f"client.{method.name}() raises {one.error}"


def _by_status(one: Failure) -> Iterator[Hashable]:
    yield one.status
