"""The runtime inside a package of its own, as the generator lays it out."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

RUNTIME = Path(__file__).parents[2] / "templates" / "runtime"
PARAMS = """
from typing import NotRequired, TypedDict

class PetListParams(TypedDict):
    limit: int
    after: NotRequired[str | None]
"""
PETS = """
from __future__ import annotations
from typing import TYPE_CHECKING, Unpack
from ._runtime.keywords import Resource
if TYPE_CHECKING:
    from .params import PetListParams

class Pets(Resource):
    def list(self, **params: Unpack[PetListParams]) -> str: ...
"""
USE = """
import inspect, sys
from zoo.pets import Pets
assert "zoo.params" not in sys.modules
print(inspect.signature(Pets.list))
from zoo._runtime import loggers, pool
print(loggers.DRIFT.name)
"""


def test_params_are_found_in_the_package(tmp_path: Path) -> None:
    """They are imported at the first look, and loggers have the package's name."""
    zoo = tmp_path / "zoo"
    shutil.copytree(RUNTIME, zoo / "_runtime")
    for name, text in {"__init__": "", "params": PARAMS, "pets": PETS}.items():
        zoo.joinpath(f"{name}.py").write_text(text)
    done = subprocess.run(
        [sys.executable, "-c", USE],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    signature, logger = done.stdout.splitlines()

    assert signature == "(self, *, limit: int, after: str | None = ...) -> 'str'"
    assert logger == "zoo.drift"
