"""What a change is a change of: a call, a class, a client, as it was and as it is.

Several changes of one call belong to one thing, which is looked at as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, partial
from typing import Final, Literal, TypeAlias, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from clientsmith.surface import (
    Definition,
    ErrorClass,
    Lines,
    Method,
    Surface,
    signature_of_call,
    signature_of_client,
    signature_of_definition,
    signature_of_error,
    signature_of_event,
    signature_of_reader,
)

from .beside import event_place, pair_errors, pair_events, reader_place
from .calls import pair_calls
from .changes import Change, Side
from .definitions import pair_definitions
from .packages import package_place
from .pairs import Pairs

Kind: TypeAlias = Literal[
    "packages", "calls", "clients", "models", "params", "webhooks", "errors"
]
"""Where callers look for it."""
T = TypeVar("T")

_PLACE: Final = re.compile(
    r"""(?P<thing>
        client(?:\.\w+)+
        | (?:models | params | errors)\.\w+
        | webhooks\.parse\(\)[ ]".*"
        | webhooks\.\w+\(\)
        | Client
        | import[ ]\w+
    )(?P<rest>.*)""",
    re.VERBOSE | re.DOTALL,
)


_GIVEN: Final = re.compile(r"^\((\w+=|)\)")


class Thing(Struct, frozen=True):
    """One thing in both packages; what is new has no lines before."""

    kind: Kind
    name: str
    """Where callers find it now, or have found it."""
    before: Lines = ()
    after: Lines = ()

    @property
    def group(self) -> str:
        """Name what holds a call, `client.pets`; and the kind of all else."""
        return self.name.rpartition(".")[0] if self.kind == "calls" else self.kind


def thing_of(place: str) -> str:
    """Name the thing that a place is in: `client.pets.list(limit=)` is in a call."""
    found = _PLACE.fullmatch(place)
    return found["thing"] if found else place


def inside(side: Side) -> str:
    """Say which part of a thing a side is about, or nothing for the whole of it."""
    found = _PLACE.fullmatch(side.place)
    rest = found["rest"] if found else side.place
    return _GIVEN.sub(r"\1", rest).strip(" .")


class _End(Struct, frozen=True):
    """One thing in one package, not written down yet."""

    name: str
    lines: Callable[[], Lines]


class _Two(Struct, frozen=True):
    """One thing in both packages; None where there is none."""

    kind: Kind
    old: _End | None
    new: _End | None

    def thing(self) -> Thing:
        """Write it down."""
        before, after = (one.lines() if one else () for one in (self.old, self.new))
        end = self.new or self.old
        return Thing(self.kind, end.name if end else "", before, after)


class _Found(Struct, dict=True):
    """All things of two packages, by where they were found and where they are."""

    old: dict[str, _Two]
    new: dict[str, _Two]

    def of(self, change: Change) -> Thing:
        """Return what a change belongs to."""
        known = self.old if change.before else self.new
        return self._written(known[thing_of(change.place)])

    @cached_property
    def _things(self) -> dict[int, Thing]:
        return {}

    def _written(self, two: _Two) -> Thing:
        """Write each thing down once."""
        if id(two) not in self._things:
            self._things[id(two)] = two.thing()
        return self._things[id(two)]


def things(old: Surface, new: Surface, changes: Iterable[Change]) -> dict[str, Thing]:
    """Find what each change is a change of, by its fingerprint."""
    twos = [*_twos(old, new)]
    found = _Found(
        {two.old.name: two for two in twos if two.old},
        {two.new.name: two for two in twos if two.new},
    )
    return {each.fingerprint: found.of(each) for each in changes}


def thing_alone(change: Change) -> Thing:
    """Return a package that only one side has."""
    lines = (change.place,)
    before, after = (lines if side else () for side in (change.before, change.after))
    return Thing("packages", change.place, before, after)


def _twos(old: Surface, new: Surface) -> Iterator[_Two]:
    yield from _paired("calls", pair_calls(old, new), _call_place, signature_of_call)
    yield from _definitions(pair_definitions(old.definitions, new.definitions))
    errors = pair_errors(old, new)
    yield from _paired("errors", errors, _error_place, signature_of_error)
    events = pair_events(old.events, new.events)
    yield from _paired("webhooks", events, event_place, signature_of_event)
    readers = pair_events(old.readers, new.readers)
    yield from _paired("webhooks", readers, reader_place, signature_of_reader)
    yield _Two("clients", _client(old), _client(new))
    yield _Two("packages", _package(old), _package(new))


def _definitions(pairs: Pairs[Definition]) -> Iterator[_Two]:
    """Tell what is read from what is sent by the folder that it is in."""
    for two in _paired("models", pairs, _definition_place, signature_of_definition):
        end = two.new or two.old
        is_sent = end is not None and end.name.startswith("params.")
        yield replace(two, kind="params") if is_sent else two


def _client(surface: Surface) -> _End:
    return _End("Client", partial(signature_of_client, surface.options))


def _package(surface: Surface) -> _End:
    place = package_place(surface.package)
    return _End(place, lambda: (place,))


def _call_place(one: Method) -> str:
    return f"client.{one.name}"


def _definition_place(one: Definition) -> str:
    return one.name


def _error_place(one: ErrorClass) -> str:
    return f"errors.{one.name}"


def _paired(
    kind: Kind, pairs: Pairs[T], place: Callable[[T], str], sign: Callable[[T], Lines]
) -> Iterator[_Two]:
    def end(one: T) -> _End:
        return _End(place(one), partial(sign, one))

    yield from (_Two(kind, end(one), end(other)) for one, other in pairs.both)
    yield from (_Two(kind, end(one), None) for one in pairs.removed)
    yield from (_Two(kind, None, end(one)) for one in pairs.added)
