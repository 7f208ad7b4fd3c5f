"""What is sent of one thing, called after what is received of it: `Item`, `ItemParam`.

FastAPI describes a class twice where its two directions differ.
https://fastapi.tiangolo.com/how-to/separate-openapi-schemas/
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from clientsmith.ir import Api, component_of, name_at
from clientsmith.pointer import Pointer

from .casing import class_name
from .class_names import Chosen
from .keys import PARAMS
from .twins import Twins


@dataclass(frozen=True, slots=True)
class Halves:
    """What is sent of pairs: its names, and what is received in its place."""

    received: Mapping[Pointer, Pointer]
    """The same part of the same thing, as it is received."""
    names: Mapping[Pointer, str]
    """What is sent under another name than its own."""
    replaced: frozenset[Pointer]
    """What needs no model, unless a model of something else needs it."""
    alike: Mapping[Pointer, Pointer]
    """What then has the model of what is received, since it says the same."""


def find_halves(
    api: Api,
    chosen: Chosen,
    keys: Mapping[Pointer, str],
    taken: Collection[Pointer],
    given: Mapping[Pointer, str],
    pinned: Mapping[str, str],
) -> Halves:
    """Name what is sent of pairs, and of their parts, after what is received.

    What was published under a name of its own keeps that.
    """
    received = _received(api, chosen, given)
    new = {at: other for at, other in received.items() if keys.get(at) not in pinned}
    published = {
        at: pinned[keys[at] + PARAMS] for at in taken if keys[at] + PARAMS in pinned
    }
    wanted = {
        at: chosen.names[other]
        for at, other in new.items()
        if at in taken and at not in published and other in chosen.names
    }
    names = published | _unique(wanted, chosen, published, taken)
    pairs = {at: other for at, other in new.items() if at in api.pairs}
    same = _same(api, pairs)
    return Halves(
        received,
        names | _displaced(names, chosen, taken),
        frozenset(pairs),
        {at: other for at, other in new.items() if component_of(at) in same},
    )


def _received(
    api: Api, chosen: Chosen, given: Mapping[Pointer, str]
) -> dict[Pointer, Pointer]:
    """Find what is received in the place of each part that is sent."""
    pairs = {
        sent: whole
        for sent, whole in api.pairs.items()
        if sent not in given
        if whole in given or chosen.names[whole] == _plain(api, whole)
    }
    found: dict[Pointer, Pointer] = {}
    for at, declaration in api.declarations.items() if pairs else ():
        sent = component_of(at)
        if sent is not None and sent in pairs:
            whole = pairs[sent]
            below = at.steps[len(sent.steps) :]
            other = Pointer(whole.file, (*whole.steps, *below))
            if type(api.declarations.get(other)) is type(declaration):
                found[at] = other
    return found


def _same(api: Api, pairs: Mapping[Pointer, Pointer]) -> Mapping[Pointer, Pointer]:
    """Keep the pairs whose halves say the same, if those that they refer to do."""
    while True:
        twins = Twins(api.declarations, pairs)
        kept = {
            sent: whole
            for sent, whole in pairs.items()
            if twins.number(sent) == twins.number(whole)
        }
        if len(kept) == len(pairs):
            return pairs
        pairs = kept


def _plain(api: Api, whole: Pointer) -> str:
    return class_name(api.declarations[whole].name)


def _unique(
    wanted: Mapping[Pointer, str],
    chosen: Chosen,
    published: Mapping[Pointer, str],
    taken: Collection[Pointer],
) -> dict[Pointer, str]:
    """Leave out names that anything else is sent under."""
    holders: defaultdict[str, set[Pointer]] = defaultdict(set)
    for at in taken:
        name = published.get(at) or wanted.get(at) or chosen.names[at]
        holders[name].add(chosen.first[at])
    return {at: name for at, name in wanted.items() if len(holders[name]) == 1}


def _displaced(
    names: Mapping[Pointer, str],
    chosen: Chosen,
    taken: Collection[Pointer],
) -> dict[Pointer, str]:
    """Rename what would be sent under a name that was published for something else."""
    others = sorted(at for at in taken if at not in names)
    used = {*names.values()}
    found: dict[Pointer, str] = {}
    for at in others:
        if chosen.names[at] in used:
            name = class_name(name_at(at))
            while name in used or name in chosen.names.values():
                name += "Sent"
            found[at] = name
            used.add(name)
    return found
