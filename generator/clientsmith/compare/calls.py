"""The calls of both packages: where they are found, what they take and return."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator, Mapping
from typing import TypeAlias

from msgspec import Struct

from clientsmith.surface import (
    Method,
    Overload,
    Surface,
)

from .bearing import Bounded
from .changes import Change, Judged, Subject, breaks, fits, is_breaking
from .empty import empty_bodies
from .failures import Failures
from .fitting import Fitting
from .given import Givers, limits_given
from .overloads import kept, pair_overloads
from .pairs import Pairs, pair
from .read import Readers, type_changed
from .spots import Namer, Spot, added, removed, told

_NEW = fits("nobody calls it yet")
_GONE = breaks("code that calls it fails")
_RENAMED = breaks("code that calls it by its old name fails")
_MOVED = fits("code stays as it is; the client sends it where it is wanted now")
_AS_WANTED = fits("code stays as it is; the client sends it as it is wanted now")
_ELSEWHERE = fits("code stays as it is; its calls go to another server")
_OTHER = breaks(
    "it asks for something else now: a name has gone from one operation to another",
    unseen=True,
)
_OTHER_VERB = breaks(
    "it is asked for by another method of HTTP now, and may do something else",
    unseen=True,
)
_LOCKED = breaks("clients without these credentials are refused", unseen=True)
_UNLOCKED = fits("clients with these credentials are let in as before")
_NO_OVERLOAD = breaks("code that gives these arguments together fails")
_OVERLOAD = fits("the arguments of before are accepted as before")
_SAME_CALLS = fits("another set of arguments takes the same calls")
Ways: TypeAlias = tuple[tuple[str, ...], ...]
"""Credentials that are enough, as alternatives."""

_VARIABLE = re.compile(r"\{[^}]*\}")


def pair_calls(old: Surface, new: Surface) -> Pairs[Method]:
    """Find what each call has become: by its name, or by what it asks for."""
    return pair(old.methods, new.methods, _by_name, _by_operation)


def _by_name(one: Method) -> Iterator[Hashable]:
    yield one.name


def _by_operation(one: Method) -> Iterator[Hashable]:
    yield one.manner, _asked(one)


def _asked(one: Method) -> tuple[str, str]:
    """Return what is asked for, whatever the parts of the path are called."""
    return one.verb, _VARIABLE.sub("{}", one.path)


class Calls(Struct, frozen=True):
    """Compares calls; `given` fits older types to newer ones, `read` newer to older."""

    given: Fitting
    read: Fitting
    options: Mapping[str, str]
    """What arguments of clients are called now, by what they were called."""
    failures: Failures

    def compare(self, pairs: Pairs[Method]) -> Iterator[Change]:
        """Compare all calls."""
        for one in pairs.removed:
            yield removed("call", _place(one), _request(one), one.at, _GONE)
        for one in pairs.added:
            yield added("call", _place(one), _request(one), one.at, _NEW)
        known = _Known(
            _operations((*(old for old, _ in pairs.both), *pairs.removed)),
            _operations((*(new for _, new in pairs.both), *pairs.added)),
        )
        for old, new in pairs.both:
            yield from self._changed(old, new, known)

    def _changed(self, old: Method, new: Method, known: _Known) -> Iterator[Change]:
        spot = Spot("call", _place(old), _place(new), old.at, new.at)
        if old.name != new.name:
            yield spot.says("name", _RENAMED, old.name, new.name)
        if old.operation != new.operation:
            judged = _judge_request(old, new, known)
            yield spot.says("wire", judged, _request(old), _request(new))
        yield from _media(_part(old, new, "call", "requestBody"), old, new)
        yield from _said(spot, old, new)
        yield from self._credentials(_part(old, new, "call", "security"), old, new)
        yield from self._overloads(old, new)
        yield from empty_bodies(spot, old, new)
        answer = _part(old, new, "answer", "responses")
        yield from type_changed(answer, old.returns, new.returns, self.read)
        yield from self._headers(old, new)
        yield from self.failures.compare(old, new)
        yield from told(spot, old, new)

    def _credentials(self, spot: Spot, old: Method, new: Method) -> Iterator[Change]:
        known = tuple(
            tuple(self.options.get(part, part) for part in way)
            for way in old.credentials
        )
        if {*map(frozenset, known)} != {*map(frozenset, new.credentials)}:
            judged = _UNLOCKED if _lets_in(new.credentials, known) else _LOCKED
            needs = _needs(old.credentials), _needs(new.credentials)
            yield spot.says("credentials", judged, *needs)

    def _overloads(self, old: Method, new: Method) -> Iterator[Change]:
        pairs = pair_overloads(old.overloads, new.overloads)
        for one in pairs.removed:
            judged = _SAME_CALLS if self._takes(new, one) else _NO_OVERLOAD
            yield removed("call", _place(old), _set(one), old.at, judged)
        for one in pairs.added:
            yield added("call", _place(new), _set(one), new.at, _OVERLOAD)
        for mine, other in pairs.both:
            found = tuple(self._arguments(old, mine, new, other))
            is_taken = any(map(is_breaking, found)) and self._takes(new, mine)
            yield from map(kept, found) if is_taken else found

    def _takes(self, new: Method, calls: Overload) -> bool:
        """Tell whether any set of arguments takes the calls of an older one."""
        return any(
            not any(map(is_breaking, self._arguments(new, calls, new, other)))
            for other in new.overloads
        )

    def _arguments(
        self, old: Method, mine: Overload, new: Method, other: Overload
    ) -> Iterator[Change]:
        givers = Givers(
            "argument", _arguments(old, mine), _arguments(new, other), self.given
        )
        yield from givers.compare(mine.parameters, other.parameters)
        spot = Spot("call", _with(old, mine), _with(new, other), old.at, new.at)
        yield from limits_given(spot, Bounded(mine.limits), Bounded(other.limits))

    def _headers(self, old: Method, new: Method) -> Iterator[Change]:
        places = _headers_of(old), _headers_of(new)
        readers = Readers("header", *places, self.read)
        yield from readers.compare(old.headers, new.headers)


def _place(one: Method) -> str:
    return f"client.{one.name}()"


def _part(old: Method, new: Method, subject: Subject, field: str) -> Spot:
    """Say where calls are found, and where a field of them is described."""
    at, now_at = (each.at and each.at / field for each in (old, new))
    return Spot(subject, _place(old), _place(new), at, now_at)


class _Known(Struct, frozen=True):
    """All that can be asked for in either package."""

    before: frozenset[tuple[str, str]]
    after: frozenset[tuple[str, str]]

    def is_other(self, old: Method, new: Method) -> bool:
        """Tell whether a name has gone from one operation to another one.

        One of the two is in both packages, and has another name in one of them.
        """
        was, now = _asked(old), _asked(new)
        is_known = was in self.after or now in self.before
        return old.name == new.name and was != now and is_known


def _operations(methods: Iterable[Method]) -> frozenset[tuple[str, str]]:
    return frozenset(map(_asked, methods))


def _judge_request(old: Method, new: Method, known: _Known) -> Judged:
    """Judge a name that means another request now; it has moved only with its verb."""
    if known.is_other(old, new):
        return _OTHER
    return _MOVED if old.verb == new.verb else _OTHER_VERB


def _request(one: Method) -> str:
    return f"{one.verb} {one.path}"


def _media(spot: Spot, old: Method, new: Method) -> Iterator[Change]:
    """Compare in which media types a body is sent, where both have one."""
    if old.media and new.media and old.media != new.media:
        yield spot.says("wire", _AS_WANTED, *map(", ".join, (old.media, new.media)))


def _said(spot: Spot, old: Method, new: Method) -> Iterator[Change]:
    """Compare what else requests say; where they go is a default that callers have."""
    before, after = dict(old.said), dict(new.said)
    for name in sorted({*before, *after}):
        was, now = before.get(name, ""), after.get(name, "")
        if was == now:
            continue
        if name == "server":
            yield spot.says("default", _ELSEWHERE, was, now)
        else:
            yield spot.says("wire", _AS_WANTED, _told(name, was), _told(name, now))


def _told(name: str, value: str) -> str:
    return f"{name} {value or _USUAL.get(name, 'nothing')}"


_USUAL = {"accept": "application/json"}
"""What requests say that say nothing else."""


def _arguments(method: Method, overload: Overload) -> Namer:
    """Name arguments by the call; those of further sets, by these as well."""
    beside = _beside(method, overload)
    return lambda one: f"client.{method.name}({one.name}=){beside}"


def _with(method: Method, overload: Overload) -> str:
    """Name a call by the set of its arguments."""
    return f"{_place(method)}{_beside(method, overload)}"


def _beside(method: Method, overload: Overload) -> str:
    is_first = method.overloads[0] is overload
    return "" if is_first else f" as {overload.name}"


def _headers_of(method: Method) -> Namer:
    return lambda one: f"client.{method.name}() {one.name}"


def _set(one: Overload) -> str:
    return ", ".join(each.name for each in one.parameters)


def _lets_in(ways: Ways, known: Ways) -> bool:
    """Tell whether what was enough is enough now."""
    return all(
        any({*way} <= {*before} for way in ways or ((),)) for before in known or ((),)
    )


def _needs(ways: Ways) -> str:
    return " or ".join(" and ".join(way) or "nothing" for way in ways)
