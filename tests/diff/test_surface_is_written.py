"""The surface is what is written: types as the files of the package have them.

Whatever `compare` says is about the package, and not about another idea of it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache

import pytest

from clientsmith.load import Source
from clientsmith.pipeline import compile_description, produce
from clientsmith.plan import Options, decide
from clientsmith.surface import (
    NONE,
    Alias,
    Definition,
    Enumeration,
    Record,
    Surface,
    spelled,
)
from clientsmith.surface.made import surface_of
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
        found |= dict(_arguments(surface))
    return found


def _of(one: Definition) -> Iterator[tuple[str, str]]:
    folder, _, name = one.name.partition(".")
    match one:
        case Record(fields=fields):
            yield name, "class"
            for each in fields:
                text = spelled(each.type)
                left_out = folder == "params" and not each.required
                yield f"{name}.{each.name}", _free(text) if left_out else text
            if one.others is not None:
                text = f"dict[str, {spelled(one.others)}]"
                yield f"{name}.__pydantic_extra__", text
        case Alias(type=type_):
            # Content that is null is a class of its own, where None is no content.
            yield name, "Null" if type_ == NONE else spelled(type_)
        case Enumeration():
            yield name, "class"


def _arguments(surface: Surface) -> Iterator[tuple[str, str]]:
    """Say of arguments what their dictionary says: None leaves them out."""
    for each in (each for method in surface.methods for each in method.overloads):
        keywords = [one for one in each.parameters if one.position is None]
        if keywords:
            yield each.name, "class"
        for one in keywords:
            text = spelled(one.type)
            ends = text.endswith("None") or text == "Any"
            left_out = text if ends else f"{text} | None"
            yield f"{each.name}.{one.name}", text if one.required else _free(left_out)


def _free(text: str) -> str:
    return f"NotRequired[{text}]"


@pytest.mark.parametrize("enums", _ENUMS)
@pytest.mark.parametrize("folder", ["models", "params"])
@pytest.mark.parametrize("name", ["shop", *NAMES])
def test_classes_and_their_types_are_those_of_the_files(
    name: str, folder: str, enums: str
) -> None:
    """Each class, each field and each alias, and no other."""
    surface, files = made(name, enums)

    assert said_by(files, folder) == of_surface(surface, folder)


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
