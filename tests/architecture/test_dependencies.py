"""What the runtime imports comes with what packages depend on."""

from __future__ import annotations

import ast
import sys
import tomllib
from importlib.metadata import requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]
RUNTIME = ROOT / "templates/runtime"
COMES_WITH = {
    "anyio": "httpx2",
    "typing_extensions": "pydantic",
    "pydantic_core": "pydantic",
}
OPTIONAL = frozenset({"trio"})
"""Imported only where it runs the loop, so that it is there."""


def declared() -> set[str]:
    """List what a generated package declares."""
    project = tomllib.loads((ROOT / "generated/fastrouter/pyproject.toml").read_text())
    return {Requirement(each).name for each in project["project"]["dependencies"]}


def imported() -> set[str]:
    """List the packages that some file of the runtime imports, at any time."""
    found: set[str] = set()
    for path in RUNTIME.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                found.update(each.name.partition(".")[0] for each in node.names)
            elif isinstance(node, ast.ImportFrom) and not node.level and node.module:
                found.add(node.module.partition(".")[0])
    return found - sys.stdlib_module_names


def test_the_runtime_imports_what_packages_declare_or_what_comes_with_it() -> None:
    """Two dependencies, and what they depend on themselves."""
    assert declared() == {"httpx2", "pydantic"}
    assert imported() - OPTIONAL == declared() | COMES_WITH.keys()


@pytest.mark.parametrize(("name", "owner"), COMES_WITH.items())
def test_what_comes_with_a_dependency_always_does(name: str, owner: str) -> None:
    """On every platform that has sockets, and without any extra."""
    needed = [Requirement(each) for each in requires(owner) or ()]
    (found,) = [each for each in needed if each.name.replace("-", "_") == name]

    assert found.marker is None or all(
        found.marker.evaluate({"sys_platform": platform, "python_version": version})
        for platform in ("linux", "darwin", "win32")
        for version in ("3.11", "3.15")
    )
