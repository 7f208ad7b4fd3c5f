"""Hostile documents that others wrote; they are no part of this repository."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from clientsmith.config import Target
from clientsmith.diagnostics import Outcome
from clientsmith.format import check_syntax
from clientsmith.load import Source
from clientsmith.policy import Policy
from clientsmith.targets import prepare
from skeleton.comparison import mismatches

FOLDER = os.environ.get("CLIENTSMITH_CONFORMANCE")
WHOLE = "CLIENTSMITH_WHOLE_HOSTILE" in os.environ
SAMPLE = ("text-triple", "path-templates-code", "ref-union-self", "traversal-")
BROKEN = ("ref-missing", "ref-wrong-kind", "type-allof-object", "type-components")
"""Documents that are wrong, and generate where a policy lets them."""
WARN = "--policy=all=warn"
LARGE = 1_000_000
GENERATE = [
    *(sys.executable, "-m", "clientsmith", "generate", "{doc}", "--out={out}"),
    *("--package=hostile_api", "--formatter=none"),
]
ANY = ("",)
HARM = (
    *("CANARY", "traceback", "files outside", "killed", "was made"),
    *("does not compile", "import:"),
)

pytestmark = pytest.mark.skipif(
    FOLDER is None,
    reason="CLIENTSMITH_CONFORMANCE does not name the folder of cases",
)


def documents() -> list[Path]:
    """List the documents of all cases but the large ones."""
    found = sorted(Path(FOLDER or "nowhere", "hostile", "docs").glob("*"))
    return [path for path in found if path.stat().st_size < LARGE]


def starts() -> list[str]:
    """List how the names of the cases begin that this run looks at."""
    if FOLDER is None or not WHOLE:
        return [*SAMPLE]
    index = json.loads(Path(FOLDER, "hostile", "index.json").read_text("utf-8"))
    small = [case["id"] for case in index["cases"] if "made_by" not in case]
    return sorted({name.partition("-")[0] for name in small})


@pytest.mark.parametrize("start", starts())
def test_hostile_documents_do_no_harm(start: str, tmp_path: Path) -> None:
    """No canary, no traceback, no file outside, and a place for what is wrong."""
    assert {} == failures(tmp_path, start, GENERATE, ANY)


@pytest.mark.parametrize("start", BROKEN)
def test_what_is_stepped_over_does_no_harm_either(start: str, tmp_path: Path) -> None:
    """What generates compiles, and can be imported."""
    assert {} == failures(tmp_path, start, [*GENERATE, WARN], HARM)


@pytest.mark.parametrize("path", documents(), ids=lambda path: path.name)
def test_any_document_is_stepped_over_or_refused(path: Path) -> None:
    """Whatever is wrong with it; nothing is raised, and what is made was planned."""
    policy = Policy((("all", "warn"),))
    target = Target(
        name="pets",
        input=path.name,
        out=Path(),
        package="pets",
        formatter="none",
        policy=policy,
    )
    run = prepare(target, Outcome((Source(path.name, path.read_bytes()),)))

    assert run.compiled.failed or run.files
    if run.files:
        assert run.compiled.package
        assert {} == mismatches(run.compiled.package, run.files)
        check_syntax(
            {
                file.path: file.text
                for file in run.files
                if file.path.endswith(".py") and not file.verbatim
            }
        )


def failures(
    folder: Path,
    start: str,
    command: list[str],
    words: tuple[str, ...],
) -> dict[str, list[str]]:
    """Run the cases of a prefix, and list what must not happen."""
    report = folder / "report.json"
    script = Path(FOLDER or "", "hostile", "run.py")
    subprocess.run(
        [sys.executable, script, "--only", start, "--json", report, "--", *command],
        env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        capture_output=True,
        check=True,
        timeout=900,
    )
    cases = json.loads(report.read_text())
    assert cases
    return {
        case["id"]: case["fails"]
        for case in cases
        if any(word in fail for fail in case["fails"] for word in words)
    }
