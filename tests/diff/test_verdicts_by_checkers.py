"""Verdicts and type checkers: what breaks is shown by them, and what does not is not.

Each edit has code that somebody wrote before; one run reads all of it twice, against
the older package and against the newer one.
"""

from __future__ import annotations

import json
import subprocess
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from textwrap import indent

import pytest

from clientsmith.load import Source
from clientsmith.pipeline import compile_description, produce
from clientsmith.plan import Options
from diff.editing import shop
from diff.edits import EDITS, Edit, edited

pytestmark = pytest.mark.types

_CODE = """\
from {package} import Client, errors, models, params


def use(client: Client) -> None:
    _ = errors, models, params
{code}
"""
_SETTINGS = {
    "include": ["code"],
    "extraPaths": ["packages"],
    "pythonVersion": "3.11",
    "typeCheckingMode": "standard",
    "reportDeprecated": "none",
    "reportMissingModuleSource": "none",
    "reportUnusedExpression": "none",
}


def write_package(folder: Path, name: str, document: object) -> None:
    """Generate a package without its fakes."""
    source = Source("api.json", json.dumps(document).encode())
    compiled = compile_description(source, (), Options(name, testing=False))

    assert compiled.package is not None, compiled.diagnostics
    for file in produce(compiled.package, "none").value or ():
        path = folder / file.path
        if path.is_relative_to(folder / name):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(file.text, "utf-8")


def write_code(path: Path, package: str, code: str) -> None:
    """Write down what somebody has written for a package."""
    text = code.replace("{package}", package)
    path.write_text(_CODE.format(package=package, code=indent(text, "    ")), "utf-8")


@pytest.fixture(scope="module")
def complaints(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, list[str]]:
    """Check all code in one run; what is said of a file, by its name."""
    root = tmp_path_factory.mktemp("verdicts")
    packages, code = root / "packages", root / "code"
    code.mkdir()
    write_package(packages, "older", shop())
    for index, edit in enumerate(EDITS):
        write_package(packages, f"newer{index}", edited(shop(), edit))
        write_code(code / f"before{index}.py", "older", edit.code)
        write_code(code / f"after{index}.py", f"newer{index}", edit.code)
    (root / "pyrightconfig.json").write_text(json.dumps(_SETTINGS), "utf-8")
    done = subprocess.run(
        ["pyright", "--outputjson"],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    found: defaultdict[str, list[str]] = defaultdict(list)
    for each in json.loads(done.stdout)["generalDiagnostics"]:
        if each["severity"] == "error":
            found[Path(each["file"]).stem].append(each["message"])
    return found


@pytest.mark.parametrize("index", range(len(EDITS)), ids=lambda at: EDITS[at].name)
def test_code_that_was_written_before_fits_the_older_package(
    complaints: Mapping[str, list[str]], index: int
) -> None:
    """Otherwise it would say nothing about the edit."""
    assert [] == complaints.get(f"before{index}", [])


@pytest.mark.parametrize("index", range(len(EDITS)), ids=lambda at: EDITS[at].name)
def test_a_checker_shows_what_breaks_and_nothing_else(
    complaints: Mapping[str, list[str]], index: int
) -> None:
    """But for what happens at run time only, which the table says."""
    edit: Edit = EDITS[index]
    seen = complaints.get(f"after{index}", [])

    assert bool(seen) == (edit.verdict == "breaking" and not edit.unseen), seen
