"""The table of policies is the program's: no name too many, none too few."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from architecture.sources import GENERATOR, REPOSITORY, modules
from clientsmith.features import FEATURES
from clientsmith.policy import ACTIONS

STAGES = ("load", "resolve", "lower", "plan", "models")
"""What these say of a document can be judged; the rest is about files and usage."""
ACTION_OF = {
    "caution": "warn",
    "warning": "warn",
    "unsupported": "warn",
    "hint": "opaque",
}


def trees() -> list[ast.Module]:
    """Read the modules of the stages that can be judged."""
    paths = [path for stage in STAGES for path in modules(GENERATOR / stage)]
    return [ast.parse(path.read_text("utf-8")) for path in paths]


def said() -> Iterator[tuple[str, str]]:
    """Yield the codes that are no errors, with what becomes of them by themselves."""
    for node in (node for tree in trees() for node in ast.walk(tree)):
        if isinstance(node, ast.Call) and node.args:
            name = ast.unparse(node.func).rpartition(".")[2]
            if name in ACTION_OF and isinstance(node.args[0], ast.Constant):
                yield str(node.args[0].value), ACTION_OF[name]


def written() -> set[object]:
    """List the constants of the stages."""
    nodes = (node for tree in trees() for node in ast.walk(tree))
    return {node.value for node in nodes if isinstance(node, ast.Constant)}


def test_the_table_has_every_code_that_is_said() -> None:
    """With what becomes of it where nothing is set."""
    known = {(name, action) for name, (action, _) in FEATURES.items()}

    assert set() == set(said()) - known


def test_the_table_has_no_code_that_nobody_says() -> None:
    """A policy for it would have no effect."""
    assert set() == set(FEATURES) - written()


def test_the_table_is_in_order() -> None:
    """By name, so that it is searched by eye."""
    assert sorted(FEATURES) == list(FEATURES)


def test_the_table_is_documented() -> None:
    """One row a name, in the same words."""
    text = (REPOSITORY / "docs" / "policies.md").read_text("utf-8")
    rows = re.findall(r"^\| `([a-z-]+)` \| `(\w+)` \| (.+) \|$", text, re.MULTILINE)

    assert [(name, *FEATURES[name]) for name in FEATURES] == rows
    assert all(f"`{action}`" in text for action in ACTIONS)
