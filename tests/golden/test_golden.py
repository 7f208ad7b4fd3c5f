"""What is generated from the golden documents is what was read and blessed."""

from __future__ import annotations

import pytest

from golden.blessing import changes
from golden.packages import FOLDER, NAMES, generated


@pytest.mark.parametrize("name", NAMES)
def test_the_package_is_what_was_blessed(
    name: str, pytestconfig: pytest.Config, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each file, and each diagnostic; `--bless` rewrites and shows what changed."""
    found = changes(FOLDER / name, generated(name), pytestconfig, capsys)

    assert not found, f"`pytest tests/golden --bless` accepts this:\n{found}"
