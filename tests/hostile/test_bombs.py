"""Whatever a document is made of, a run ends soon, and takes no more than it may.

A few bombs are lit with every test, all of them in `nox -s hostile`.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from clientsmith.diagnostics import Exit
from hostile.bombs import BOMBS
from hostile.measuring import Measured, measured

SECONDS, MEGABYTES = 30, 500
SAMPLE = (
    "a billion items",
    "aliases of aliases",
    "arrays in arrays",
    "many tags of one union",
    "merged with itself",
    "required properties",
    "tags in tags",
)
FOREIGN_SAMPLE = ("size-alias", "size-allof-diamond", "size-enum", "size-nest")
WHOLE = "CLIENTSMITH_WHOLE_HOSTILE" in os.environ
CONFORMANCE = Path(os.environ.get("CLIENTSMITH_CONFORMANCE", ""), "hostile")

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows does not limit or measure processes"
)


@pytest.mark.parametrize("name", BOMBS if WHOLE else SAMPLE)
def test_a_bomb_is_made_or_refused(name: str, tmp_path: Path) -> None:
    """In bounds of time and of memory, and nothing is raised."""
    document = tmp_path / "api.yaml"
    document.write_text(BOMBS[name]())
    run = measured(tmp_path, document, SECONDS)

    assert_bounded(run, SECONDS, MEGABYTES)


def foreign() -> list[dict[str, Any]]:
    """List the large documents of others, where the folder is known."""
    if "CLIENTSMITH_CONFORMANCE" not in os.environ:
        return []
    cases = json.loads((CONFORMANCE / "index.json").read_text("utf-8"))["cases"]
    made = [case for case in cases if case.get("made_by") == "make_big.py"]
    return [case for case in made if WHOLE or case["id"].startswith(FOREIGN_SAMPLE)]


@pytest.mark.parametrize("case", foreign(), ids=lambda case: case["id"])
def test_a_large_document_is_made_or_refused(
    case: dict[str, Any], tmp_path: Path
) -> None:
    """As its own limits say; most of them have to be made."""
    script = shutil.copy(CONFORMANCE / "make_big.py", tmp_path)
    subprocess.run([sys.executable, script, case["recipe"]], check=True)
    limits = case.get("limits", {})
    seconds = limits.get("seconds", SECONDS)
    run = measured(tmp_path, tmp_path / case["file"], seconds)

    assert_bounded(run, seconds, limits.get("memory_mb", MEGABYTES))
    if case["must_generate"] is True:
        assert Exit.OK == run.code, run.said


def assert_bounded(run: Measured, seconds: float, megabytes: float) -> None:
    """Check how a run ended and what it took."""
    assert run.code in {Exit.OK, Exit.DOCUMENT}, run.said
    assert "Traceback" not in run.said
    assert run.seconds < seconds
    assert run.megabytes < megabytes
