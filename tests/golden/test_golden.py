"""What is generated from the golden documents is what was read and blessed."""

from __future__ import annotations

import sys

import pytest

from golden.differences import differences
from golden.packages import NAMES, bless, blessed, generated


@pytest.mark.parametrize("name", NAMES)
def test_the_package_is_what_was_blessed(
    name: str, pytestconfig: pytest.Config, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each file, and each diagnostic; `--bless` rewrites and shows what changed."""
    changes = differences(blessed(name), generated(name))
    if changes and pytestconfig.getoption("--bless", default=False):
        bless(name)
        with capsys.disabled():
            sys.stdout.write(f"\n{changes}")
        changes = ""

    assert not changes, f"`pytest tests/golden --bless` accepts this:\n{changes}"
