"""Hostile documents that others wrote; they are no part of this repository."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

FOLDER = os.environ.get("CLIENTSMITH_CONFORMANCE")
SAMPLE = ("text-triple", "path-templates-code", "ref-union-self", "traversal-")
GENERATE = [
    *(sys.executable, "-m", "clientsmith", "generate", "{doc}", "--out={out}"),
    *("--package=hostile_api", "--formatter=none"),
]
NEVER = ("CANARY", "traceback", "files outside", "killed", "was made")


@pytest.mark.skipif(
    FOLDER is None,
    reason="CLIENTSMITH_CONFORMANCE does not name the folder of cases",
)
@pytest.mark.parametrize("start", SAMPLE)
def test_hostile_documents_do_no_harm(start: str, tmp_path: Path) -> None:
    """No canary, no traceback, no file outside the output."""
    report = tmp_path / "report.json"
    script = Path(FOLDER or "", "hostile", "run.py")
    subprocess.run(
        [sys.executable, script, "--only", start, "--json", report, "--", *GENERATE],
        env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        capture_output=True,
        check=True,
        timeout=60,
    )
    cases = json.loads(report.read_text())
    harmful = {
        case["id"]: case["fails"]
        for case in cases
        if any(word in fail for fail in case["fails"] for word in NEVER)
    }

    assert cases
    assert {} == harmful
