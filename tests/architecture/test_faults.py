"""The fault table names tests, and they are there."""

from __future__ import annotations

import ast
import re

from architecture.sources import REPOSITORY

TABLE = (REPOSITORY / "docs" / "faults.md").read_text("utf-8")
NAMED = sorted(set(re.findall(r"`([a-z_0-9/]+\.py)::(test_\w+)`", TABLE)))


def names_in(path: str) -> set[str]:
    """List the tests of a file."""
    file = REPOSITORY / "tests" / path
    nodes = ast.parse(file.read_text("utf-8")).body if file.exists() else []
    return {node.name for node in nodes if isinstance(node, ast.FunctionDef)}


def test_every_named_test_exists() -> None:
    """Under that name and in that file."""
    missing = [f"{path}::{name}" for path, name in NAMED if name not in names_in(path)]

    assert [] == missing


def test_every_fault_has_a_test() -> None:
    """In the last column of its row."""
    rows = [line for line in TABLE.splitlines() if line.startswith("|")]
    faults = [row for row in rows if not re.match(r"\| (fault|what|---)", row)]

    assert len(faults) > 40
    assert [] == [row for row in faults if not re.search(r"::test_|the same \|$", row)]
