"""A version without quotes is a version all the same."""

from __future__ import annotations

import pytest

from unit.compiling import compiled

INFO = "info: {title: Pets, version: 1.10}\n"


@pytest.mark.parametrize(
    ("head", "version"),
    [("openapi: 3.1\n", "3.1"), ("swagger: 2.0\n", "2.0")],
)
def test_numbers_are_read_as_they_are_spelled(head: str, version: str) -> None:
    """A YAML `1.10` is the number 1.1; a hint asks for quotes."""
    done = compiled("paths: {}\n", head + INFO)

    assert done.description is not None
    assert done.lowered is not None
    assert (version, "1.10") == (done.description.version, done.lowered.api.version)
    assert {"text-expected"} == {one.code for one in done.diagnostics}
