"""Classes of resources have names of their own, whatever tags are called."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Mapping, Sequence

import pytest

from unit.compiling import files

START = 'openapi: 3.2.0\ninfo: {title: Pets, version: "1"}\n'


def modules(paths: Sequence[Sequence[str]]) -> Mapping[str, ast.Module]:
    """Generate a method at each path of tags."""
    tags: dict[str, str] = {}
    operations: list[str] = []
    for number, path in enumerate(paths):
        for above, tag in zip(("", *path), path, strict=False):
            parent = f", parent: {above}" if above else ""
            tags[tag] = f"  - {{name: {tag}{parent}}}\n"
        operation = (
            f"{{operationId: read_{number}, tags: [{path[-1]}], responses: {{}}}}"
        )
        operations.append(f"  /{number}: {{get: {operation}}}\n")
    text = f"tags:\n{''.join(tags.values())}paths:\n{''.join(operations)}"
    return {
        path: ast.parse(module)
        for path, module in files(text, START).items()
        if path.startswith("pets/resources/") or path == "pets/client.py"
    }


def names_in(module: ast.Module) -> list[str]:
    """List the classes that a module defines or imports."""
    found: list[str] = []
    for node in ast.walk(module):
        if isinstance(node, ast.ClassDef):
            found.append(node.name)
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            for each in node.body:
                if isinstance(each, ast.ImportFrom):
                    found += [one.asname or one.name for one in each.names]
    return found


@pytest.mark.parametrize(
    "paths",
    [
        [["guilds"], ["guilds", "requests"]],
        [["requests"], ["requests", "requests of"]],
        [["client"], ["Async Client"]],
        [["jobs"], ["Async Jobs"], ["async"]],
        [["pull"], ["pull requests"]],
    ],
)
def test_no_module_has_two_classes_of_one_name(paths: list[list[str]]) -> None:
    """Of requests, of a resource, or of its async twin."""
    for path, module in modules(paths).items():
        counts = Counter(names_in(module))
        twice = {name: count for name, count in counts.items() if count > 1}
        assert {} == twice, path


IMPORTED = """
AddressedOptions ApiKey BasicAuth BearerToken ByMediaType ClientCertificate Content
Cursor DigestAuth FileInput NextUrl OAuth2 Offset PageNumber PagedRequest Pages
ServerChoice TokenSource Variable
"""


@pytest.mark.parametrize("name", IMPORTED.split())
def test_no_resource_is_called_as_what_its_module_or_the_client_imports(
    name: str,
) -> None:
    """A tag may be called `OAuth2`, as the scheme is that the client makes."""
    nodes = (node for module in modules([[name]]).values() for node in ast.walk(module))

    assert name not in {node.name for node in nodes if isinstance(node, ast.ClassDef)}


def test_resources_that_read_alike_are_one() -> None:
    """They would be one module, and one of them would be lost."""
    found = modules([["a b", "c"], ["a", "b c"], ["a"]])
    shared = ast.unparse(found["pets/resources/a_b_c.py"])

    assert "def read_0(" in shared
    assert "def read_1(" in shared
    assert "pets/resources/a.py" in found
