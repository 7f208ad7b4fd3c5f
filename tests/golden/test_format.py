"""Whichever engine wrote a package, Black leaves it as it is."""

from __future__ import annotations

import pytest

from clientsmith.styles import Formatter
from clientsmith.format import format_files
from golden.differences import differences
from golden.packages import NAMES, generate, texts


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("formatter", ["ruff", "black"])
def test_black_has_nothing_to_change(name: str, formatter: Formatter) -> None:
    """Generated files are a fixed point of Black."""
    written = texts(generate(name, formatter))
    formatted = format_files(written, "black")

    assert not differences(written, dict(formatted.value or {}))


@pytest.mark.parametrize("name", NAMES)
def test_unformatted_packages_compile(name: str) -> None:
    """With the formatter `none`, what is rendered is Python all the same."""
    for path, text in texts(generate(name, "none")).items():
        if path.endswith(".py"):
            compile(text, path, "exec")
