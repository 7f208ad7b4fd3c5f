"""Names that are hard to spell go out and come back as the document spells them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from hostile.command import Desk

FOLDER = Path(os.environ.get("CLIENTSMITH_CONFORMANCE", ""), "hostile")
SCRIPT = Path(__file__).with_name("names_on_the_wire.py")
COMMAND = (sys.executable, "-W", "error", SCRIPT)

ARGUMENTS = ("out", "hard_names", "report.json", "case.json")


def cases() -> list[Any]:
    """List the documents with hard names, where the folder is known."""
    if "CLIENTSMITH_CONFORMANCE" not in os.environ:
        reason = "CLIENTSMITH_CONFORMANCE does not name the folder of cases"
        return [pytest.param({}, marks=pytest.mark.skip(reason=reason))]
    index = json.loads((FOLDER / "index.json").read_text("utf-8"))
    return [
        pytest.param(case, id=case["id"])
        for case in index["cases"]
        if case["category"] == "names"
    ]


@pytest.mark.parametrize("case", cases())
def test_names_are_kept_on_the_wire(case: dict[str, Any], tmp_path: Path) -> None:
    """Every operation, every argument, every property."""
    desk = Desk(tmp_path)
    desk.write("case.json", json.dumps(case))
    document = str(FOLDER / case["file"])
    single = ("--out", "out", "--package", "hard_names", "--formatter", "none")
    ended = desk.run("generate", document, *single, "--report", "report.json")

    assert 0 == ended.code, ended.err

    done = subprocess.run(
        [*COMMAND, "out", "hard_names", "report.json", "case.json"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )

    assert ("", "") == (done.stdout, done.stderr)
