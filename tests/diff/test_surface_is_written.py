"""The surface is what is written: types as the files of the package have them.

Whatever `compare` says is about the package, and not about another idea of it.
"""

from __future__ import annotations

import json
from functools import cache

import pytest

from clientsmith.load import Source
from clientsmith.pipeline import compile_description, produce
from clientsmith.plan import Options, decide
from clientsmith.surface import (
    Alias,
    Definition,
    Enumeration,
    Record,
    Surface,
    spelled,
    surface_of,
)
from diff.editing import shop
from diff.test_real_descriptions import NAMES, document
from diff.written import Said, said_by

_ENUMS = ("literal", "class")


@cache
def made(name: str, enums: str) -> tuple[Surface, dict[str, str]]:
    """Return what callers see of a description, and the files that it becomes."""
    value = shop() if name == "shop" else document(name)
    source = Source("api.json", json.dumps(value).encode())
    options = Options("api", enums="class" if enums == "class" else "literal")
    compiled = compile_description(source, (), options)

    assert compiled.package is not None, compiled.diagnostics
    assert compiled.lowered is not None
    files = produce(compiled.package, "none").value or []
    surface = surface_of(decide(compiled.lowered.api, options))
    return surface, {file.path: file.text for file in files if not file.verbatim}


def of_surface(surface: Surface, folder: str) -> Said:
    """Say of classes and aliases what their files say."""
    found: Said = {}
    for one in surface.definitions:
        if one.name.startswith(f"{folder}."):
            found |= dict(_of(one))
    if folder == "params":
        for method in surface.methods:
            for each in method.overloads:
                keywords = [one for one in each.parameters if one.position is None]
                if keywords:
                    found[each.name] = "class"
                for one in keywords:
                    found[f"{each.name}.{one.name}"] = spelled(one.type)
    return found


def _of(one: Definition) -> list[tuple[str, str]]:
    name = one.name.partition(".")[2]
    match one:
        case Record(fields=fields):
            listed = [(f"{name}.{each.name}", spelled(each.type)) for each in fields]
            return [(name, "class"), *listed]
        case Alias(type=type_):
            return [(name, spelled(type_))]
        case Enumeration():
            return [(name, "class")]


def plain(said: Said) -> Said:
    """Leave out what is the same to callers: how something may be left out, or null."""
    return {
        name: _plain(text)
        for name, text in said.items()
        if not name.endswith(".__pydantic_extra__")
    }


def _plain(text: str) -> str:
    if text.startswith("NotRequired["):
        text = text.removeprefix("NotRequired[")[:-1]
    return text.removesuffix(" | None") if text != "None" else text


@pytest.mark.parametrize("enums", _ENUMS)
@pytest.mark.parametrize("folder", ["models", "params"])
@pytest.mark.parametrize("name", ["shop", *NAMES])
def test_classes_and_their_types_are_those_of_the_files(
    name: str, folder: str, enums: str
) -> None:
    """Each class, each field and each alias, and no other."""
    surface, files = made(name, enums)

    assert plain(said_by(files, folder)) == plain(of_surface(surface, folder))


@pytest.mark.parametrize("name", ["shop", *NAMES])
def test_calls_are_those_of_the_files(name: str) -> None:
    """Each of them is a method of a class of resources."""
    surface, files = made(name, "literal")
    written = "\n".join(text for path, text in files.items() if "/resources/" in path)
    missing = [
        one.name
        for one in surface.methods
        if f"    def {one.name.rpartition('.')[2]}(" not in written
    ]

    assert [] == missing
