"""The models of the client, without the client."""

from __future__ import annotations

import ast
from collections.abc import Iterable

from msgspec.structs import replace

from clientsmith.plan import Package
from clientsmith.plan.code import Code
from clientsmith.render import render
from clientsmith.write import File

_RUNTIME = "_runtime"


def own_models(package: Package, about: Code) -> list[File]:
    """Keep the folder of models, and what of the runtime it needs."""
    folder = f"{package.name}/models/"
    pages = [page for page in package.pages if page.path.startswith(folder)]
    files = render(replace(package, pages=tuple(pages)))
    runtime = {
        file.path.rpartition("/")[2].removesuffix(".py"): file
        for file in files
        if file.verbatim
    }
    made = [file for file in files if not file.verbatim]
    needed = _needed(made, runtime)
    return [
        File(f"{package.name}/__init__.py", f"{about}\n"),
        *made,
        *(file for name, file in runtime.items() if name in needed),
    ]


def _needed(made: Iterable[File], runtime: dict[str, File]) -> set[str]:
    """Follow imports from the models into the runtime."""
    found = {"__init__"}
    pending = [name for file in made for name in _imported(file.text, 2)]
    while pending:
        name = pending.pop()
        if name in runtime and name not in found:
            found.add(name)
            pending += _imported(runtime[name].text, 1)
    return found


def _imported(text: str, level: int) -> list[str]:
    """List the modules of the runtime that a module imports."""
    return [
        node.module.rpartition(".")[2]
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.ImportFrom)
        and node.module
        and node.level == level
        and (level == 1 or node.module.startswith(_RUNTIME))
    ]
