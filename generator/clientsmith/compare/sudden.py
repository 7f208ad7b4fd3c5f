"""Which removals nobody has announced: what is gone was never deprecated.

Of an argument of a deprecated call, or of a model that only deprecated calls had,
one could know. What a description cannot deprecate counts as neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from msgspec.structs import replace

from clientsmith.surface import (
    Alias,
    Definition,
    Enumeration,
    Event,
    Method,
    Parameter,
    Record,
    Surface,
    Type,
    held_by,
    named_in,
    reached,
)

from .beside import event_place, reader_place
from .changes import Change, Verdict
from .things import thing_of

_OVERLOAD: Final = re.compile(r"(?<=\)) as \w+$")
"""What tells a set of arguments from the first one, at the end of a place."""


def with_sudden(old: Surface, changes: Iterable[Change]) -> Iterator[Change]:
    """Mark the removals that break code, and that nobody has announced."""
    listed = [*changes]
    is_asked = any(map(_is_removal, listed))
    lasting = dict(_lasting(old)) if is_asked else {}
    for each in listed:
        is_sudden = _is_removal(each) and _is_lasting(each.place, lasting)
        yield replace(each, sudden=True) if is_sudden else each


def _is_removal(change: Change) -> bool:
    return change.action == "removed" and change.verdict is Verdict.BREAKING


def _is_lasting(place: str, lasting: dict[str, bool]) -> bool:
    """Tell whether all that something is, and is a part of, was to last."""
    whole = lasting.get(thing_of(place), False)
    return whole and lasting.get(_OVERLOAD.sub("", place), False)


def _lasting(old: Surface) -> Iterator[tuple[str, bool]]:
    """Say of each place whether what is found there was to last."""
    for method in old.methods:
        yield from _of_call(method)
    known = _lasting_definitions(old)
    for one in old.definitions:
        yield one.name, one.name in known
        yield from _inside(one)
    yield from ((event_place(one), not one.deprecated) for one in old.events)
    yield from ((reader_place(one), not one.deprecated) for one in old.readers)


def _of_call(method: Method) -> Iterator[tuple[str, bool]]:
    place = f"client.{method.name}"
    yield from ((each, not method.deprecated) for each in (place, f"{place}()"))
    for one in _arguments(method):
        yield f"{place}({one.name}=)", not one.deprecated


def _inside(one: Definition) -> Iterator[tuple[str, bool]]:
    match one:
        case Record(fields=fields):
            is_sent = one.name.startswith("params.")
            for each in fields:
                place = f'["{each.name}"]' if is_sent else f".{each.name}"
                yield f"{one.name}{place}", not each.deprecated
        case Enumeration(members=members):
            yield from ((f"{one.name}.{name}", True) for name, _ in members)
        case Alias():
            pass


def _arguments(method: Method) -> Iterator[Parameter]:
    yield from (one for each in method.overloads for one in each.parameters)


def _lasting_definitions(old: Surface) -> set[str]:
    """List what something leads to that was to last, and what nothing leads to."""
    fresh = [one for one in old.definitions if not one.deprecated]
    led_to = {
        name
        for one in old.definitions
        for type_ in held_by(one)
        for name in named_in(type_)
        if name != one.name
    }
    led_to |= {name for type_ in _used(old, old.methods) for name in named_in(type_)}
    has_calls = bool(old.methods or old.events)
    alone = {one.name for one in fresh if one.name not in led_to or not has_calls}
    start = _used(old, [one for one in old.methods if not one.deprecated])
    found = reached(fresh, start, _is_fresh)
    held = (held_by(one, _is_fresh) for one in fresh if one.name in alone)
    return found | alone | reached(fresh, (each for some in held for each in some))


def _is_fresh(one: Parameter) -> bool:
    return not one.deprecated


def _used(old: Surface, methods: Iterable[Method]) -> Iterator[Type]:
    """List the types of what calls take and return, and of what arrives by itself."""
    for method in methods:
        yield method.returns
        yield from (one.type for one in _arguments(method) if _is_fresh(one))
        yield from (one.type for one in method.headers)
    yield from (one.body for one in old.errors if one.body is not None)
    yield from (one.type for one in _arriving(old) if not one.deprecated)


def _arriving(old: Surface) -> Iterator[Event]:
    yield from old.events
    yield from old.readers
