"""What this repository generates keeps the promises of generated packages."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from architecture.sources import REPOSITORY

FASTROUTER = REPOSITORY / "generated" / "fastrouter"
EXPECTED = REPOSITORY / "tests" / "golden"
MOST_MODULES = 40
PROGRAM = """
import json, sys
import fastrouter
fastrouter.Client(api_key="k")
print(json.dumps(sorted(sys.modules)))
"""
SILENCED = re.compile(r"type:\s*ignore|noqa|pyright:|\bcast\(|\blint\b", re.IGNORECASE)


def generated() -> list[Path]:
    """List the generated modules, without the runtime that was written by hand."""
    found = [*FASTROUTER.rglob("*.py"), *EXPECTED.glob("*/expected/**/*.py")]
    return sorted(path for path in found if "_runtime" not in path.parts)


@pytest.mark.parametrize(
    "path", generated(), ids=lambda path: path.relative_to(REPOSITORY).as_posix()
)
def test_no_checker_is_silenced(path: Path) -> None:
    """No `type: ignore`, no `noqa`, no `cast`."""
    assert not SILENCED.findall(path.read_text("utf-8"))


def test_making_a_client_loads_little() -> None:
    """Neither Pydantic nor the HTTP library, and few modules of its own."""
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        cwd=FASTROUTER,
        capture_output=True,
        check=True,
        text=True,
    )
    loaded = json.loads(run.stdout)
    own = [name for name in loaded if name.split(".")[0] == "fastrouter"]

    assert set() == {"httpx", "httpx2", "pydantic", "pydantic_core"} & set(loaded)
    assert len(own) <= MOST_MODULES
