"""What is generated from each case is what was read and blessed."""

from __future__ import annotations

import pytest

from cases.packages import FOLDER, NAMES, generated
from golden.blessing import changes


@pytest.mark.parametrize("name", NAMES)
def test_the_case_is_what_was_blessed(
    name: str, pytestconfig: pytest.Config, capsys: pytest.CaptureFixture[str]
) -> None:
    """The files that the keyword decides, and each diagnostic."""
    found = changes(FOLDER / name, generated(name), pytestconfig, capsys)

    assert not found, f"`pytest tests/cases --bless` accepts this:\n{found}"


@pytest.mark.parametrize("name", NAMES)
def test_the_case_is_used(name: str) -> None:
    """Its folder has a test that imports the package."""
    assert (FOLDER / name / "test_use.py").is_file()
