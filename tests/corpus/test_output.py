"""What is made of real descriptions is what was planned, in one style, every time."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable
from hashlib import sha256

import pytest

from clientsmith.format import format_files
from clientsmith.write import File
from corpus.descriptions import Described, chosen
from skeleton.comparison import mismatches

PROGRAM = """
import sys
from corpus.descriptions import generated, listed
from corpus.test_output import digest
[entry] = [each for each in listed() if each["slug"] == sys.argv[1]]
print(digest(generated(entry, sys.argv[2]).files))
"""

pytestmark = pytest.mark.skipif(
    not chosen(),
    reason="CLIENTSMITH_CORPUS does not name the folder of descriptions",
)


def test_each_module_is_what_its_plan_predicts(described: Described) -> None:
    """Statement by statement, and nothing beside."""
    run = described.run
    assert run.files
    assert run.compiled.package

    assert {} == mismatches(run.compiled.package, run.files)


def test_black_leaves_alone_what_ruff_formats(described: Described) -> None:
    """Both write one style, whichever a target chooses."""
    made = {f.path: f.text for f in described.run.files if not f.verbatim}

    assert made == format_files(made, "black").value


def test_the_hash_seed_does_not_matter(described: Described) -> None:
    """Another process that hashes strings differently writes the same bytes."""
    other = "1" if os.environ.get("PYTHONHASHSEED") != "1" else "2"
    paths = os.pathsep.join(filter(None, sys.path))
    ended = subprocess.run(
        [sys.executable, "-c", PROGRAM, described.slug, described.package],
        env={**os.environ, "PYTHONHASHSEED": other, "PYTHONPATH": paths},
        capture_output=True,
        text=True,
        check=True,
    )

    assert digest(described.run.files) == ended.stdout.strip()


def digest(files: Iterable[File]) -> str:
    """Say what files are, in one line."""
    texts = sorted((file.path, file.text) for file in files)
    return f"{len(texts)} {sha256(repr(texts).encode()).hexdigest()}"
