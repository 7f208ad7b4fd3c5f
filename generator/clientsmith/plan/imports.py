"""An import is a value: modules collect them, and print them sorted and relative."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from msgspec import Struct

from .code import Code, code, identifier, join

_STANDARD = frozenset(
    {
        "builtins",
        "collections.abc",
        "datetime",
        "decimal",
        "functools",
        "json",
        "pathlib",
        "typing",
        "uuid",
    },
)


TEXT_TYPES = "._runtime.text_types"
"""Where types are those of the standard library, but read in another way."""


class Import(Struct, frozen=True, order=True):
    """One name from one module.

    Modules of the package itself start with a dot: `.models.pet`. Without a
    `name`, the module is imported whole.
    """

    module: str
    name: str = ""
    alias: str = ""

    @property
    def bound(self) -> str:
        """What it is called where it is imported."""
        return self.alias or self.name or self.module


def render_imports(imports: Iterable[Import], here: str) -> Code:
    """Print imports for the module `here` (`models.pet`), in isort's order."""
    groups: tuple[list[Code], ...] = ([], [], [], [])
    by_module: defaultdict[str, set[Import]] = defaultdict(set)
    for wanted in settled(imports):
        by_module[wanted.module].add(wanted)
    for module in sorted(by_module, key=lambda module: _order(module, here)):
        groups[_group(module)].extend(_statements(module, by_module[module], here))
    for group in groups:
        group.sort(key=lambda statement: not statement.startswith("import "))
    return join("\n\n", [join("\n", group) for group in groups if group])


def settled(imports: Iterable[Import]) -> set[Import]:
    """Import what is had from two modules from the runtime, which does more with it."""
    wanted = set(imports)
    texts = {one.bound for one in wanted if one.module == TEXT_TYPES}
    return {one for one in wanted if one.module == TEXT_TYPES or one.bound not in texts}


def _group(module: str) -> int:
    if module == "__future__":
        return 0
    if module.startswith("."):
        return 3
    return 1 if module in _STANDARD else 2


def _order(module: str, here: str) -> tuple[int, str]:
    if not module.startswith("."):
        return 0, module
    relative = _relative(module, here)
    depth = len(relative) - len(relative.lstrip("."))
    return -depth, relative


def _statements(module: str, wanted: set[Import], here: str) -> list[Code]:
    statements = [code("import {}", _dotted(module)) for one in wanted if not one.name]
    named = sorted((one for one in wanted if one.name), key=lambda x: isorted(x.name))
    plain = [one for one in named if not one.alias]
    # What is called otherwise stands alone, as isort has it.
    for listed in ([plain] if plain else []) + [[one] for one in named if one.alias]:
        source = _dotted(_relative(module, here) if module.startswith(".") else module)
        names = join(", ", [_name(one) for one in listed])
        statements.append(code("from {} import {}", source, names))
    return statements


def isorted(name: str) -> tuple[int, str]:
    """Sort names as isort does: constants first, then classes, then all else."""
    if name.isupper() and len(name) > 1:
        return 0, name
    return 1 if name[:1].isupper() else 2, name


def _name(one: Import) -> Code:
    if one.alias:
        return code("{} as {}", identifier(one.name), identifier(one.alias))
    return identifier(one.name)


@cache
def _dotted(module: str) -> Code:
    stem = module.lstrip(".")
    dots = "." * (len(module) - len(stem))
    for part in stem.split(".") if stem else ():
        identifier(part)
    return Code(dots + stem)


@cache
def _relative(module: str, here: str) -> str:
    target = module.lstrip(".").split(".")
    folder = here.split(".")[:-1]
    shared = 0
    while (
        shared < min(len(folder), len(target) - 1) and folder[shared] == target[shared]
    ):
        shared += 1
    return "." * (len(folder) - shared + 1) + ".".join(target[shared:])
