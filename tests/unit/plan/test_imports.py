"""Imports are values until they are printed."""

from __future__ import annotations

import pytest

from clientsmith.plan.imports import Import, render_imports


def test_imports_are_sorted_as_isort_does() -> None:
    """In four groups; within a module constants, classes and the rest."""
    wanted = {
        Import("typing", "Any"),
        Import("typing", "TYPE_CHECKING"),
        Import("datetime"),
        Import("pydantic", "Field"),
        Import("__future__", "annotations"),
        Import("._runtime.models", "Model"),
        Import("._runtime.models", "by_tag"),
    }
    expected = """\
from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from pydantic import Field

from .._runtime.models import Model, by_tag"""

    assert expected == render_imports(wanted, "models.pet")


@pytest.mark.parametrize(
    ("module", "here", "expected"),
    [
        (".models.pet", "models.dog", ".pet"),
        (".models.pet", "params.pet", "..models.pet"),
        (".client", "__init__", ".client"),
        (".errors", "client", ".errors"),
    ],
)
def test_modules_of_the_package_are_relative(
    module: str, here: str, expected: str
) -> None:
    """As far as they need to be."""
    assert f"from {expected} import X" == render_imports([Import(module, "X")], here)
