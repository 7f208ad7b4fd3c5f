"""The source of this repository, as syntax trees."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

REPOSITORY = Path(__file__).parents[2]
GENERATOR = REPOSITORY / "generator" / "clientsmith"
TEMPLATES = REPOSITORY / "templates"
RUNTIME = TEMPLATES / "runtime"


def modules(folder: Path) -> list[Path]:
    """List the modules under a folder."""
    return sorted(folder.rglob("*.py"))


def imports(path: Path, root: Path) -> Iterator[str]:
    """Yield what a module imports, relative imports spelled out below `root`."""
    package = path.relative_to(root).with_suffix("").parts[:-1]
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else ()
            source = ".".join([*base, *filter(None, [node.module])])
            yield source
            yield from (f"{source}.{name.name}" for name in node.names)


def generator_imports(path: Path) -> set[str]:
    """List what a module of the generator imports, without the first word."""
    found = imports(path, GENERATOR.parent)
    prefix = f"{GENERATOR.name}."
    return {name.removeprefix(prefix) for name in found if name.startswith(prefix)}
