"""A short soak: calls that go wrong by chance leave nothing behind.

`nox -s soak` runs the long one.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

SOAK = Path(__file__).parents[2] / "benchmarks" / "soak.py"
SHORT = ["--rounds=2", "--threads=20", "--calls=2", "--tasks=40", "--task-calls=2"]


@pytest.mark.parametrize("loop", ["asyncio", "trio"])
def test_calls_that_go_wrong_leave_nothing(loop: str) -> None:
    """Every call ends in a value, in an error of the package, or as it was told to."""
    command = [sys.executable, str(SOAK), *SHORT, f"--loops={loop}"]
    done = subprocess.run(
        command, check=False, capture_output=True, text=True, timeout=120
    )
    told = re.findall(r"(?m)^\d+ (?:threads|tasks).*?: .*\d+ value", done.stdout)

    assert (0, 2) == (done.returncode, len(told)), done.stdout + done.stderr
