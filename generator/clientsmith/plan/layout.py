"""Which declaration becomes which name in which module, decided once for all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from clientsmith.diagnostics import Diagnostic, hint
from clientsmith.ir import (
    Api,
    Declaration,
    Direction,
    EnumSchema,
    Type,
    name_of,
    references,
    uses,
)
from clientsmith.ir import is_component as is_named
from clientsmith.pointer import Pointer

from .casing import class_name, module_name
from .order import cycles


@dataclass(frozen=True, slots=True)
class Place:
    """A public name and the module that defines it, relative to the package."""

    module: str
    name: str


@dataclass(frozen=True, slots=True)
class Layout:
    """Where models are, where typed dictionaries are, and what could not be kept."""

    models: Mapping[Pointer, Place]
    params: Mapping[Pointer, Place]
    problems: tuple[Diagnostic, ...] = ()


def lay_out(
    api: Api,
    inputs: Iterable[Type],
    homes: Mapping[Pointer, str],
) -> Layout:
    """Give every declaration that is received or sent its name and its module.

    `homes` says where typed dictionaries go that have no declaration to live with.
    """
    modelled = _reached(api, [p for p in api.declarations if _has_model(api, p)])
    taken = _reached(api, [p for type_ in inputs for p in references(type_)])
    wanted = [p for p in api.declarations if p in modelled or p in taken]
    twins = _twins(api, wanted)
    names, problems = _class_names(api, [p for p in wanted if p not in twins])
    names |= {pointer: names[twin] for pointer, twin in twins.items()}
    models = [pointer for pointer in wanted if pointer in modelled]
    params = [pointer for pointer in wanted if pointer in taken]
    return Layout(
        models=_places(api, _standing(models, twins), names, "models", {}),
        params=_places(api, _standing(params, twins), names, "params", homes),
        problems=tuple(problems),
    )


def _twins(api: Api, pointers: list[Pointer]) -> dict[Pointer, Pointer]:
    """Find inline enumerations that say the same under the same name."""
    first: dict[tuple[object, ...], Pointer] = {}
    twins: dict[Pointer, Pointer] = {}
    for pointer in sorted(pointers):
        one = api.declarations[pointer]
        if isinstance(one, EnumSchema) and not is_component(one):
            values = [(type(member.value), member.value) for member in one.members]
            twin = first.setdefault((one.name.snake, *values), pointer)
            if twin != pointer:
                twins[pointer] = twin
    return twins


def _standing(
    pointers: list[Pointer],
    twins: Mapping[Pointer, Pointer],
) -> dict[Pointer, Pointer]:
    """Say which declaration stands for each: itself, or the first of its twins."""
    first: dict[Pointer, Pointer] = {}
    for pointer in sorted(pointers):
        first.setdefault(twins.get(pointer, pointer), pointer)
    return {pointer: first[twins.get(pointer, pointer)] for pointer in pointers}


def is_component(declaration: Declaration) -> bool:
    """Tell whether a declaration has its name from `components`."""
    return is_named(declaration.at) and declaration.at == declaration.home


def _has_model(api: Api, pointer: Pointer) -> bool:
    received = Direction.RESPONSE in api.directions.get(pointer, Direction.NONE)
    return received or is_component(api.declarations[pointer])


def _reached(api: Api, pointers: list[Pointer]) -> set[Pointer]:
    found: set[Pointer] = set()
    pending = list(pointers)
    while pending:
        pointer = pending.pop()
        if pointer not in found:
            found.add(pointer)
            pending += uses(api.declarations[pointer])
    return found


def _class_names(
    api: Api,
    pointers: list[Pointer],
) -> tuple[dict[Pointer, str], list[Diagnostic]]:
    """Choose class names; what `components` named keeps its name."""
    declarations = [api.declarations[pointer] for pointer in pointers]
    chosen = {one.at: class_name(one.name) for one in declarations}
    for pointer in _clashing(api, chosen):
        chosen[pointer] = class_name(api.declarations[pointer].qualified)
    problems: list[Diagnostic] = []
    for pointer in _clashing(api, chosen, keep_first=True):
        before = chosen[pointer]
        chosen[pointer] = _numbered(before, chosen.values())
        problems.append(
            hint(
                "name-collision",
                f"several schemas would be `{before}`; this is `{chosen[pointer]}`",
                pointer,
                hint="give the schema a `title` of its own",
            ),
        )
    return chosen, problems


def _clashing(
    api: Api,
    chosen: Mapping[Pointer, str],
    *,
    keep_first: bool = False,
) -> list[Pointer]:
    """List what must give way, whatever the order of the document is."""
    by_name: defaultdict[str, list[Pointer]] = defaultdict(list)
    for pointer in sorted(chosen):
        by_name[chosen[pointer].lower()].append(pointer)
    clashing: list[Pointer] = []
    for pointers in by_name.values():
        if len(pointers) > 1:
            components = [p for p in pointers if is_component(api.declarations[p])]
            keeps = (components or (pointers if keep_first else []))[:1]
            renamed = [p for p in pointers if p not in keeps]
            clashing += renamed
    return clashing


def _numbered(name: str, taken: Iterable[str]) -> str:
    used = {other.lower() for other in taken}
    number = 2
    while f"{name}{number}".lower() in used:
        number += 1
    return f"{name}{number}"


def _places(
    api: Api,
    standing: Mapping[Pointer, Pointer],
    names: Mapping[Pointer, str],
    folder: str,
    homes: Mapping[Pointer, str],
) -> dict[Pointer, Place]:
    """Put each declaration beside its owner, and what forms a cycle together."""
    home = {at: api.declarations[stands].home for at, stands in standing.items()}
    graph: dict[Pointer, list[Pointer]] = {one: [] for one in home.values()}
    for pointer in standing:
        graph[home[pointer]] += [
            home[used]
            for used in uses(api.declarations[pointer])
            if used in home and home[used] != home[pointer]
        ]
    modules: dict[Pointer, str] = {}
    for group in cycles(graph):
        titles = {one: name_of(names[_leader(one, home)]) for one in group}
        first = min(group, key=lambda one: titles[one].snake)
        wanted = f".{folder}.{module_name(titles[first])}"
        taken = {*modules.values(), *homes.values()}
        module = homes.get(first) or _free(wanted, taken)
        modules |= dict.fromkeys(group, module)
    suffix = "Param" if folder == "params" else ""
    return {
        pointer: Place(modules[home[pointer]], names[stands] + suffix)
        for pointer, stands in standing.items()
    }


def _leader(home: Pointer, homes: Mapping[Pointer, Pointer]) -> Pointer:
    """Return the declaration that a file is named after."""
    living = [pointer for pointer, own in homes.items() if own == home]
    return min(living, key=lambda pointer: (len(pointer.steps), pointer))


def _free(wanted: str, taken: set[str]) -> str:
    if wanted not in taken:
        return wanted
    return next(
        name for n in range(2, len(taken) + 3) if (name := f"{wanted}_{n}") not in taken
    )
