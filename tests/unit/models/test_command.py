"""Models on the command line, and what `check` says of them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from clientsmith.diagnostics import Exit
from hostile.command import SINGLE, Desk
from unit.models.making import BOOKSHOP

GENERATOR = os.pathsep.join(filter(None, sys.path))


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Stand in a folder with a description."""
    desk = Desk(tmp_path)
    desk.write("api.yaml", BOOKSHOP.read_text("utf-8"))
    return desk


def test_models_are_written_and_checked_like_a_client(desk: Desk) -> None:
    """Another style is another configuration."""
    made = desk.run("generate", "api.yaml", *SINGLE, "--models", "msgspec")
    same = desk.run("check", "api.yaml", *SINGLE, "--models", "msgspec")
    other = desk.run("check", "api.yaml", *SINGLE, "--models", "typeddict")

    assert (Exit.OK, Exit.OK, Exit.DRIFT) == (made.code, same.code, other.code)
    assert "operations" not in made.err
    assert "configuration changed: models" in other.out
    assert not [path for path in desk.files() if "client.py" in path]


def test_a_report_of_models_has_their_problems(desk: Desk) -> None:
    """What became of operations is no question here."""
    ended = desk.run(
        *("generate", "api.yaml", *SINGLE, "--models", "dataclass"),
        *("--report", "report.json"),
    )
    report = json.loads((desk.folder / "report.json").read_text("utf-8"))

    assert Exit.OK == ended.code
    assert ["diagnostics"] == list(report)


def test_the_style_belongs_into_the_configuration(desk: Desk) -> None:
    """Beside a configuration the option has no effect, and is refused."""
    ended = desk.run("generate", "--models", "dataclass")

    assert Exit.USAGE == ended.code
    assert "`--models` has no effect without SPEC" in ended.err


@pytest.mark.parametrize("style", ["dataclass", "msgspec"])
def test_two_hash_seeds_give_the_same_bytes(style: str, tmp_path: Path) -> None:
    """And there is no time in them."""
    written: list[str] = []
    for seed in ("1", "2"):
        out = tmp_path / seed
        subprocess.run(
            [
                *(sys.executable, "-m", "clientsmith", "generate", str(BOOKSHOP)),
                *("--out", str(out), "--package", "pets", "--models", style, "--quiet"),
            ],
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": GENERATOR},
            check=True,
        )
        written.append((out / "pets" / "models.py").read_text("utf-8"))

    assert written[0] == written[1]
