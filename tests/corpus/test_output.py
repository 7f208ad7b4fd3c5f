"""What is made of real descriptions is what was planned, in one style, every time.

A few of them are looked at with every test, all of them in `nox -s corpus`.
"""

from __future__ import annotations

import os
import subprocess
import sys
from typing import Any

import pytest

from clientsmith.format import format_files
from clientsmith.targets import Run
from corpus.test_descriptions import described, generated
from skeleton.comparison import mismatches

PROGRAM = """
import sys
from hashlib import sha256
from corpus.test_descriptions import generated
files = generated({"file": sys.argv[1]}, "made").files
texts = sorted((file.path, file.text) for file in files)
print(len(texts), sha256(repr(texts).encode()).hexdigest())
"""

pytestmark = pytest.mark.skipif(
    not described(),
    reason="CLIENTSMITH_CORPUS does not name the folder of descriptions",
)


@pytest.fixture(scope="module", params=described(), ids=lambda entry: entry["slug"])
def run(request: pytest.FixtureRequest) -> Run:
    """Generate from one description."""
    return generated(request.param, "made")


def test_each_module_is_what_its_plan_predicts(run: Run) -> None:
    """Statement by statement, and nothing beside."""
    assert run.files
    assert run.compiled.package

    assert {} == mismatches(run.compiled.package, run.files)


def test_black_leaves_alone_what_ruff_formats(run: Run) -> None:
    """Both write one style, whichever a target chooses."""
    made = {f.path: f.text for f in run.files if not f.verbatim}

    assert made == format_files(made, "black").value


@pytest.mark.parametrize("entry", described(), ids=lambda entry: entry["slug"])
def test_the_hash_seed_does_not_matter(entry: dict[str, Any]) -> None:
    """Two processes that hash strings differently write the same bytes."""
    assert 1 == len({digest(entry["file"], seed) for seed in ("1", "2")})


def digest(file: str, seed: str) -> bytes:
    """Generate in a process of its own, and say what came of it in one line."""
    paths = os.pathsep.join(filter(None, sys.path))
    ended = subprocess.run(
        [sys.executable, "-c", PROGRAM, file],
        env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": paths},
        capture_output=True,
        check=True,
    )
    return ended.stdout
