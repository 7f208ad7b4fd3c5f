"""Names of the configuration that something else has, or that are not what came out.

Whoever gives a name moves nothing else: that would be published, and kept.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from msgspec.structs import replace

from clientsmith.diagnostics import Diagnostic, Exit, Note, error
from clientsmith.ir import (
    Api,
    Calling,
    Declaration,
    EnumSchema,
    ObjectSchema,
    Operation,
)
from clientsmith.pointer import Pointer

from .traces import Trace
from .twins import Twins

_Uses: TypeAlias = Mapping[Pointer, list[Trace]]
_SHOWN = 3


def unconfigured(api: Api) -> Api:
    """Show an API as if the configuration gave no names."""
    given = {at: name for at, name in api.given.items() if at not in api.configured}
    operations = tuple(
        replace(
            one,
            resource=calling.resource,
            name=calling.names[0],
            longer=calling.names[1:],
            given=one.given and one.at not in api.configured,
        )
        for one in api.operations
        for calling in (api.unconfigured.get(one.at) or _calling(one),)
    )
    return replace(api, given=given, configured={}, operations=operations)


def refused(
    api: Api, now: Iterable[Trace], before: Iterable[Trace]
) -> Iterator[Diagnostic]:
    """Say which names of the configuration cannot be given, and why.

    `before` is what things were called without them: who had a name has it still, or
    gets another one from the configuration, too.
    """
    uses, held = _by_place(now), _by_use(before)
    for at, place in api.configured.items():
        own = uses.get(at, [])
        if not own:
            continue
        name = api.given[at]
        holder = _holder(api, own, held, uses)
        if holder:
            yield _taken(name, place, holder)
        elif not any(is_called(each, name) for each in own):
            yield _not_given(api, name, at, own[0])


def is_called(trace: Trace, name: str) -> bool:
    """Tell whether a definition has a name, which leaves out where a call is found."""
    own = trace.name_of_its_own
    called = own if "." in name else own.rpartition(".")[2]
    return called in {name, f"{name}Param"}


def _calling(operation: Operation) -> Calling:
    return Calling(operation.resource, operation.names)


def _by_place(traces: Iterable[Trace]) -> _Uses:
    """List what came of each part of a description; keys are called by nobody."""
    found: defaultdict[Pointer, list[Trace]] = defaultdict(list)
    for one in traces:
        if one.kind != "key":
            found[one.at].append(one)
    return found


def _by_use(traces: Iterable[Trace]) -> Mapping[str, list[Trace]]:
    """List who has a name, whatever its case."""
    found: defaultdict[str, list[Trace]] = defaultdict(list)
    for one in traces:
        found[one.used.lower()].append(one)
    return found


def _holder(
    api: Api, own: list[Trace], held: Mapping[str, list[Trace]], uses: _Uses
) -> Trace | None:
    """Return what would have one of these names, and has another one now."""
    for one in own:
        for other in held.get(one.used.lower(), ()):
            stays = one.used in {each.used for each in uses.get(other.at, ())}
            if other.at != one.at and other.at not in api.configured and not stays:
                return other
    return None


def _taken(name: str, place: Pointer, holder: Trace) -> Diagnostic:
    return error(
        "name-taken",
        f"`{name}` is the name of something else",
        place,
        notes=(Note(f"this is `{holder.used}`", holder.at),),
        hint="choose a name that is free, or give that one another name, too",
        exit=Exit.USAGE,
    )


def _not_given(api: Api, name: str, at: Pointer, trace: Trace) -> Diagnostic:
    others = [
        other
        for other, wanted in api.given.items()
        if other != at and wanted.lower() == name.lower()
    ]
    differ = f", and they differ{_difference(api, at, others[0])}" if others else ""
    said = f"others are called `{name}`{differ}" if others else "it cannot be"
    return error(
        "name-taken",
        f"this is not `{name}`, but `{trace.used}`: {said}",
        api.configured[at],
        notes=(
            Note("this is meant", at),
            *(Note(f"this is given the name `{name}`, too", one) for one in others),
        ),
        hint="only what says the same is one class; call what differs something else",
        exit=Exit.USAGE,
    )


def _difference(api: Api, one: Pointer, other: Pointer) -> str:
    """Say in what two declarations differ, as far as that has a name."""
    both = [api.declarations.get(at) for at in (one, other)]
    keys = [*_differing(api, *both)] if all(both) else []
    shown = [f"`{key}`" for key in keys[:_SHOWN]]
    more = f" and {len(keys) - _SHOWN} more" if keys[_SHOWN:] else ""
    return f" in {', '.join(shown)}{more}" if keys else ""


def _differing(
    api: Api, one: Declaration | None, other: Declaration | None
) -> Iterator[str]:
    """Yield the properties, or the values, that two do not say alike."""
    match one, other:
        case ObjectSchema(), ObjectSchema():
            twins = Twins(api.declarations)
            mine = {each.key: each for each in one.properties}
            theirs = {each.key: each for each in other.properties}
            for key in {**mine, **theirs}:
                if not twins.are_same(mine.get(key), theirs.get(key)):
                    yield key
        case EnumSchema(), EnumSchema():
            values = [{str(m.value) for m in each.members} for each in (one, other)]
            yield from sorted(values[0] ^ values[1])
        case _:
            return
