"""Real descriptions generate whole, and what is generated passes its own tests.

`CLIENTSMITH_CORPUS` names their folder. A few of them run with every test, all of
them in `nox -s corpus`.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from clientsmith.config import Target
from clientsmith.diagnostics import Exit, Outcome, Severity
from clientsmith.load import Source
from clientsmith.lock import Lock
from clientsmith.policy import Policy
from clientsmith.targets import Run, prepare

CORPUS = Path(os.environ.get("CLIENTSMITH_CORPUS", ""))
SAMPLE = ("petstore-3.1", "resend", "scalar-galaxy", "train-travel")
WRONG = {
    "square": {"reference-missing": 5, "document-invalid": 1},
}
"""What is wrong with documents that generate whole where a policy lets it pass."""
WARN = Policy((("all", "warn"),))


def described() -> list[dict[str, Any]]:
    """List the descriptions of the corpus that this run looks at."""
    if "CLIENTSMITH_CORPUS" not in os.environ:
        return []
    listed = json.loads((CORPUS / "manifest.json").read_text("utf-8"))
    entries = listed if isinstance(listed, list) else next(iter(listed.values()))
    whole = "CLIENTSMITH_WHOLE_CORPUS" in os.environ
    return [entry for entry in entries if whole or entry["slug"] in SAMPLE]


def generated(
    entry: dict[str, Any],
    package: str,
    names: Mapping[str, str] | None = None,
    policy: Policy = WARN,
) -> Run:
    """Run the stages up to the formatted files, under names that were published."""
    path = CORPUS / entry["file"]
    target = Target(
        name=package,
        input=entry["file"],
        out=Path(),
        package=package,
        folder=CORPUS,
        policy=policy,
    )
    sources = Outcome((Source(entry["file"], path.read_bytes()),))
    return prepare(target, sources, Outcome(Lock(names={package: names or {}})))


pytestmark = pytest.mark.skipif(
    not described(),
    reason="CLIENTSMITH_CORPUS does not name the folder of descriptions",
)


@pytest.mark.parametrize("entry", described(), ids=lambda entry: entry["slug"])
def test_a_real_description_generates_whole(
    entry: dict[str, Any],
    tmp_path: Path,
) -> None:
    """Every operation has a method, and every method works as described."""
    package = f"corpus_{entry['slug'].replace('-', '_').replace('.', '_')}"
    wrong = entry["slug"] in WRONG
    run = generated(entry, package, policy=WARN if wrong else Policy())
    errors = {d.code for d in run.diagnostics if d.severity is Severity.ERROR}
    assert not errors
    assert run.compiled.report is not None
    found = Counter(one.status for one in run.compiled.report.operations)
    assert entry["operations"] == found["emitted"]
    for file in run.files:
        path = tmp_path / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(file.text, "utf-8")
    assert "" == import_all(tmp_path, package)
    if any("def test_" in file.text for file in run.files):
        summary = own_tests(tmp_path)
        assert " failed" not in summary, summary
        assert " passed" in summary


@pytest.mark.parametrize("slug", WRONG)
def test_a_wrong_description_fails_with_the_settings_that_let_it_pass(
    slug: str,
) -> None:
    """Each problem names its own; with them, only what depends on it is opaque."""
    [path] = CORPUS.glob(f"{slug}.*")
    run = generated({"file": path.name}, slug, policy=Policy())
    errors = [each for each in run.diagnostics if each.severity is Severity.ERROR]

    assert WRONG[slug] == Counter(each.code for each in errors)
    assert {f"--policy {code}=warn" for code in WRONG[slug]} == {
        each.setting for each in errors
    }
    assert Exit.DOCUMENT == min(each.exit for each in errors)
    passed = generated({"file": path.name}, slug)
    report = passed.compiled.report
    assert report is not None
    assert len(errors) == len(report.stepped_over)
    assert {"emitted"} == {entry.status for entry in report.operations}


@pytest.mark.parametrize("entry", described(), ids=lambda entry: entry["slug"])
def test_a_lock_that_was_just_written_changes_nothing(entry: dict[str, Any]) -> None:
    """What is generated under it is what was generated before."""
    first = generated(entry, "locked")
    assert first.compiled.package
    names = first.compiled.package.names
    again = generated(entry, "locked", names)
    assert again.compiled.package

    assert names == again.compiled.package.names
    assert {f.path: f.text for f in first.files} == {
        f.path: f.text for f in again.files
    }


def import_all(folder: Path, package: str) -> str:
    """Import every module of a package in a process of its own; say what went wrong."""
    script = (
        "import importlib, pkgutil, sys\n"
        "root = importlib.import_module(sys.argv[1])\n"
        "for one in pkgutil.walk_packages(root.__path__, root.__name__ + '.'):\n"
        "    importlib.import_module(one.name)\n"
    )
    command = [sys.executable, "-W", "error", "-c", script, package]
    ended = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, check=False
    )
    return ended.stderr


def own_tests(folder: Path) -> str:
    """Run the tests that were generated beside a package, and return their summary."""
    command = [sys.executable, "-m", "pytest", "-q", "-c", os.devnull]
    ended = subprocess.run(
        [*command, "-p", "no:cacheprovider", "--rootdir", ".", "tests"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(folder)},
    )
    return ended.stdout
