"""The tests that are generated beside a package pass."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from golden.packages import NAMES, generate, write


def test_generated_tests_pass(tmp_path: Path) -> None:
    """Each operation can be called, and is answered by what its document says."""
    for name in NAMES:
        write(generate(name), tmp_path / name)
    pytest = [sys.executable, "-m", "pytest", "-q", "--import-mode=importlib"]
    run = subprocess.run(
        [*pytest, "-p", "no:cacheprovider", *(f"{name}/tests" for name in NAMES)],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(NAMES)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert run.returncode == 0, run.stdout
