"""Whichever engine wrote a package, Black leaves it as it is, and ruff is content."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from ruff import find_ruff_bin

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


@pytest.mark.parametrize("name", NAMES)
def test_ruff_finds_nothing_unless_it_is_configured(tmp_path: Path, name: str) -> None:
    """A team's first `ruff check` of a fresh package is about its own code."""
    for path, text in texts(generate(name)).items():
        file = tmp_path / "clients" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    ended = subprocess.run(
        [find_ruff_bin(), "check", "--isolated", "--no-cache", "clients"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )

    assert (0, "All checks passed!\n") == (ended.returncode, ended.stdout)
