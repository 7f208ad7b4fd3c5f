"""Unions are written so that every reader of Python can read them."""

from __future__ import annotations

import ast

from clientsmith.plan.annotations import Annotation, union
from clientsmith.plan.code import code, literal

DEEPEST = 256
"""How deep pyright reads an expression; what is deeper is unknown to it."""


def depth(node: ast.AST) -> int:
    """Return how many nodes are in each other at most."""
    return 1 + max(map(depth, ast.iter_child_nodes(node)), default=0)


def test_many_types_are_not_too_deep() -> None:
    """GitHub sends 262 webhooks."""
    for count in (2, 199, 201, 262, 1000):
        names = [Annotation(code("X{}", literal(number))) for number in range(count)]
        written = union(names).text
        tree = ast.parse(str(written), mode="eval").body
        found = [each.id for each in ast.walk(tree) if isinstance(each, ast.Name)]

        assert depth(tree) < DEEPEST
        assert sorted(str(one.text) for one in names) == sorted(found)
