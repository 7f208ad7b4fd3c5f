"""Which declaration becomes which name in which module, decided once for all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping
from typing import TypeAlias

from msgspec import Struct, field

from clientsmith.diagnostics import Diagnostic
from clientsmith.ir import (
    Api,
    Direction,
    EnumSchema,
    Type,
    name_of,
    references,
    uses,
)
from clientsmith.pointer import Pointer

from .class_names import Chosen, choose_names
from .halves import Halves, find_halves
from .keys import PARAMS, keys_of
from .modules import choose_modules
from .order import cycles
from .twins import has_own_name
from .variant_keys import VariantKeys

_Used: TypeAlias = Mapping[Pointer, list[Pointer]]
"""What each declaration refers to."""


class Place(Struct, frozen=True):
    """A public name and the module that defines it, relative to the package."""

    module: str
    name: str


class Layout(Struct, frozen=True):
    """Where models are, where typed dictionaries are, and what could not be kept."""

    models: Mapping[Pointer, Place]
    params: Mapping[Pointer, Place]
    variants: VariantKeys
    keys: Mapping[Pointer, str] = field(default_factory=dict[Pointer, str])
    """By what the lock knows them."""
    names: Mapping[str, str] = field(default_factory=dict[str, str])
    """The names that the lock keeps."""
    enums: frozenset[Place] = frozenset()
    """The models that are enumerations with members, and not objects."""
    received: Mapping[Pointer, Pointer] = field(default_factory=dict[Pointer, Pointer])
    """What a part of a pair that is sent is received as."""
    problems: tuple[Diagnostic, ...] = ()


def lay_out(
    api: Api,
    inputs: Iterable[Type],
    homes: Mapping[Pointer, str],
    given: Mapping[Pointer, str],
    pinned: Mapping[str, str],
    enums: frozenset[Pointer] = frozenset(),
) -> Layout:
    """Give every declaration that is received or sent its name and its module.

    `homes` says where typed dictionaries go that have no declaration to live with,
    `given` which names are set, `pinned` what was published under which name,
    `enums` which enumerations are classes.
    """
    used = {at: uses(one) for at, one in api.declarations.items()}
    taken = _reached(used, [p for type_ in inputs for p in references(type_)])
    variants = VariantKeys(api, pinned)
    keys = keys_of(api, _modelled(api, used) | taken, variants)
    chosen = choose_names(api, keys, given, pinned)
    halves = find_halves(api, chosen, keys, taken, given, pinned)
    modelled = _modelled(api, used, halves.replaced)
    modelled |= {at for at in taken & enums if not _is_received(api, halves, at)}
    received = chosen.like(halves.alike)
    standing = _standing(modelled, received, received.names, keys)
    models = _places(api, used, standing, received.names, "models", {})
    sent = {**chosen.names, **halves.names}
    alike = _standing(taken, chosen, sent, keys)
    public = {*(modelled - halves.alike.keys()), *(taken - halves.names.keys())}
    others = {keys[at] + PARAMS: name for at, name in halves.names.items()}
    return Layout(
        models=models,
        params=_places(api, used, alike, sent, "params", homes),
        keys=keys,
        variants=variants,
        names={keys[at]: chosen.names[at] for at in chosen.open if at in public}
        | others,
        enums=frozenset(models[at] for at in enums & models.keys()),
        received=halves.received,
        problems=chosen.problems,
    )


def _modelled(api: Api, used: _Used, replaced: Container[Pointer] = ()) -> set[Pointer]:
    """List what has a model: what is received, what is named, and what these need."""
    known = [at for at in api.declarations if at not in replaced]
    return _reached(used, [at for at in known if _has_model(api, at)])


def _is_received(api: Api, halves: Halves, at: Pointer) -> bool:
    """Tell whether an enumeration is received just as it is sent."""
    other = halves.received.get(at)
    one, found = api.declarations[at], api.declarations.get(other or at)
    return (
        other is not None
        and isinstance(one, EnumSchema)
        and isinstance(found, EnumSchema)
        and one.members == found.members
    )


def _standing(
    pointers: Iterable[Pointer],
    chosen: Chosen,
    names: Mapping[Pointer, str],
    keys: Mapping[Pointer, str],
) -> dict[Pointer, Pointer]:
    """Say which declaration stands for each: itself, or the first of its twins.

    Twins with different names are two: one is half of a pair, which may go.
    """
    wanted = sorted(pointers)
    first: dict[tuple[Pointer, str], Pointer] = {}
    for at in sorted(wanted, key=keys.__getitem__):
        first.setdefault((chosen.first[at], names[at]), at)
    return {at: first[chosen.first[at], names[at]] for at in wanted}


def _has_model(api: Api, pointer: Pointer) -> bool:
    received = Direction.RESPONSE in api.directions.get(pointer, Direction.NONE)
    return received or has_own_name(api.declarations[pointer])


def _reached(used: _Used, pointers: list[Pointer]) -> set[Pointer]:
    found: set[Pointer] = set()
    pending = list(pointers)
    while pending:
        pointer = pending.pop()
        if pointer not in found:
            found.add(pointer)
            pending += used[pointer]
    return found


def _places(
    api: Api,
    used: _Used,
    standing: Mapping[Pointer, Pointer],
    names: Mapping[Pointer, str],
    folder: str,
    homes: Mapping[Pointer, str],
) -> dict[Pointer, Place]:
    """Put each declaration beside its owner, and what forms a cycle together."""
    home = _homes(api, standing)
    graph: dict[Pointer, list[Pointer]] = {one: [] for one in home.values()}
    for pointer in standing:
        graph[home[pointer]] += [
            home[other]
            for other in used[pointer]
            if other in home and home[other] != home[pointer]
        ]
    # Parts of what is not here itself are called after it, whichever is the first.
    titles = {one: names.get(one, names[at]) for one, at in _leaders(home).items()}
    firsts = {
        min(group, key=lambda one: (name_of(titles[one]).snake, one)): group
        for group in cycles(graph)
    }
    free = {one: titles[one] for one in firsts if one not in homes}
    modules = choose_modules(free, folder, frozenset(homes.values())) | dict(homes)
    module = {one: modules[first] for first, group in firsts.items() for one in group}
    suffix = "Param" if folder == "params" else ""
    return {
        pointer: Place(module[home[pointer]], names[stands] + suffix)
        for pointer, stands in standing.items()
    }


def _homes(
    api: Api,
    standing: Mapping[Pointer, Pointer],
) -> dict[Pointer, Pointer]:
    """Say with whom each declaration lives: what several share, with none of them."""
    owners: defaultdict[Pointer, set[Pointer]] = defaultdict(set)
    for at, stands in standing.items():
        owners[stands].add(api.declarations[at].home)
    shared = {stands for stands, homes in owners.items() if len(homes) > 1}
    return {at: _home(api, stands, shared) for at, stands in standing.items()}


def _home(api: Api, at: Pointer, shared: set[Pointer]) -> Pointer:
    """Return the outermost shared declaration around one, or it itself, else its owner.

    So a module of something shared needs no module of an owner.
    """
    home = api.declarations[at].home
    for length in range(len(home.steps), len(at.steps) + 1):
        around = Pointer(at.file, at.steps[:length])
        if around in shared:
            return around
    return home


def _leaders(homes: Mapping[Pointer, Pointer]) -> dict[Pointer, Pointer]:
    """Return the declarations that files are named after, by home."""
    leaders: dict[Pointer, Pointer] = {}
    for pointer in sorted(homes, key=lambda one: (len(one.steps), one)):
        leaders.setdefault(homes[pointer], pointer)
    return leaders
