"""Real descriptions generate whole, and what is generated passes its own tests."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from clientsmith.diagnostics import Exit, Severity
from clientsmith.policy import Policy
from corpus.accounts import accounted
from corpus.descriptions import CORPUS, WRONG, Described, chosen, generated, listed
from corpus.loops import loops
from corpus.tally import tally
from roundtrip.strangers import strangers

pytestmark = pytest.mark.skipif(
    not chosen(),
    reason="CLIENTSMITH_CORPUS does not name the folder of descriptions",
)


def test_a_real_description_generates_whole(described: Described) -> None:
    """Every operation of the document has a method."""
    run = described.run
    errors = {d.code for d in run.diagnostics if d.severity is Severity.ERROR}

    assert set() == errors
    assert run.compiled.report is not None
    statuses = {one.status for one in run.compiled.report.operations}
    called = [str(one.call) for one in run.compiled.report.operations]
    methods = [call for call in called if call.startswith("client.")]
    assert {"emitted"} >= statuses
    assert described.entry["operations"] == len(methods)


def test_the_report_accounts_for_everything_that_is_there(described: Described) -> None:
    """Every operation, parameter, media type and schema, and nothing else."""
    report = described.run.compiled.report

    assert report is not None
    assert tally(CORPUS / described.entry["file"]) == accounted(report)


def test_no_type_is_a_part_of_itself_alone(described: Described) -> None:
    """Each circle goes through a property, an item or a value of a map."""
    lowered = described.run.compiled.lowered

    assert lowered is not None
    assert [] == loops(lowered.api.declarations)


def test_a_part_lives_with_the_component_that_holds_it(described: Described) -> None:
    """Whoever combines that component, and whoever does it first."""
    lowered = described.run.compiled.lowered

    assert lowered is not None
    assert [] == strangers(lowered.api.declarations.values())


def test_every_module_can_be_imported(described: Described) -> None:
    """Without a warning."""
    assert "" == import_all(described.written, described.package)


def test_every_model_has_its_validators(described: Described) -> None:
    """The plain one, the strict one, and the lenient one, without a warning."""
    if not (described.written / described.package / "models").is_dir():
        pytest.skip("there is nothing to validate")

    assert "" == read_all(described.written, described.package)


def test_every_method_works_as_described(described: Described) -> None:
    """As the tests show that are generated beside the package."""
    if not any("def test_" in file.text for file in described.run.files):
        pytest.skip("there is nothing to call")
    summary = own_tests(described.written)

    assert " failed" not in summary, summary
    assert " passed" in summary


def test_a_lock_that_was_just_written_changes_nothing(described: Described) -> None:
    """What is generated under it is what was generated before."""
    first = described.run
    assert first.compiled.package
    names = first.compiled.package.names
    again = generated(described.entry, described.package, names)
    assert again.compiled.package

    assert names == again.compiled.package.names
    assert {f.path: f.text for f in first.files} == {
        f.path: f.text for f in again.files
    }


@pytest.mark.parametrize("slug", WRONG)
def test_a_wrong_description_fails_with_the_settings_that_let_it_pass(
    slug: str,
) -> None:
    """Each problem names its own; with them, only what depends on it is opaque."""
    [entry] = [each for each in listed() if each["slug"] == slug]
    run = generated(entry, slug, policy=Policy())
    errors = [each for each in run.diagnostics if each.severity is Severity.ERROR]

    assert WRONG[slug] == Counter(each.code for each in errors)
    assert {f"--policy {code}=warn" for code in WRONG[slug]} == {
        each.setting for each in errors
    }
    assert Exit.DOCUMENT == min(each.exit for each in errors)
    report = generated(entry, slug).compiled.report
    assert report is not None
    assert len(errors) == len(report.stepped_over)
    assert {"emitted"} == {entry.status for entry in report.operations}


def import_all(folder: Path, package: str) -> str:
    """Import every module of a package; say what went wrong."""
    script = (
        "import importlib, pkgutil, sys\n"
        "root = importlib.import_module(sys.argv[1])\n"
        "for one in pkgutil.walk_packages(root.__path__, root.__name__ + '.'):\n"
        "    importlib.import_module(one.name)\n"
    )
    return complaints(folder, script, package)


def read_all(folder: Path, package: str) -> str:
    """Make the validators of all models of a package; say what went wrong."""
    script = (
        "import importlib, sys\n"
        "models = importlib.import_module(sys.argv[1] + '.models')\n"
        "decode = importlib.import_module(sys.argv[1] + '._runtime.decode')\n"
        "every = tuple(getattr(models, name) for name in models.__all__)\n"
        "reader = decode.Reader(tuple[every])\n"
        "reader.read, reader.read_strictly, reader.read_leniently('null')\n"
    )
    return complaints(folder, script, package)


def complaints(folder: Path, script: str, package: str) -> str:
    """Run a script about a package in a process of its own; return its errors."""
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
        # Plugins take longer to import than most packages to be tested.
        env={
            **os.environ,
            "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
            "PYTHONPATH": str(folder),
        },
    )
    return ended.stdout
