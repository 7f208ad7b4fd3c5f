"""Whoever publishes names while another run is at work is not overruled."""

from __future__ import annotations

import json
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from clientsmith import targets
from clientsmith.config import Target, read_config
from clientsmith.diagnostics import Outcome
from clientsmith.load import Source
from clientsmith.lock import Lock
from clientsmith.targets import Run, check_target, generate_target

API = """\
openapi: 3.1.0
info: {title: Pets, version: "1"}
servers: [{url: https://pets.example}]
paths:
  /pets:
    get:
      operationId: getPet
      responses:
        "200":
          description: A pet.
          content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}
components: {schemas: {Pet: {type: object, properties: {name: {type: string}}}}}
"""
CONFIG = """\
[targets.pets]
input = "api.yaml"
out = "out"
package = "pets"
formatter = "none"
testing = false
"""


@pytest.fixture
def target(tmp_path: Path) -> Target:
    """Configure a target, and generate it once."""
    tmp_path.joinpath("api.yaml").write_text(API, "utf-8")
    return _configured(tmp_path, CONFIG)


def _configured(folder: Path, text: str) -> Target:
    path = folder / "clientsmith.toml"
    path.write_text(text, "utf-8")
    config = read_config(path).value
    assert config is not None
    generate_target(config.targets[0])
    return config.targets[0]


def rename(target: Target, old: str, new: str) -> None:
    """Publish another name, as another run does."""
    text = target.lock.read_text("utf-8")
    assert f'"{old}"' in text
    target.lock.write_text(text.replace(f'"{old}"', f'"{new}"'), "utf-8")


def methods(target: Target) -> str:
    """Read the module of the methods."""
    return (target.out / "pets" / "resources" / "pets.py").read_text("utf-8")


def meanwhile(
    monkeypatch: pytest.MonkeyPatch, target: Target, *names: tuple[str, str]
) -> None:
    """Let another run publish a name after each time that the target is prepared."""
    prepare, left = targets.prepare, [*names]

    def prepared(
        target: Target,
        sources: Outcome[tuple[Source, ...]],
        lock: Outcome[Lock],
        **options: Any,
    ) -> Run:
        run = prepare(target, sources, lock, **options)
        if left:
            rename(target, *left.pop(0))
        return run

    assert target.lock.exists()
    monkeypatch.setattr(targets, "prepare", prepared)


def test_a_name_that_is_published_meanwhile_is_taken(
    monkeypatch: pytest.MonkeyPatch, target: Target
) -> None:
    """The package is made again, so that it and the lock say the same."""
    meanwhile(monkeypatch, target, ("pets.get", "pets.fetch"))

    run = generate_target(target)

    assert not run.compiled.failed
    assert "    def fetch(" in methods(target)
    assert '"pets.fetch"' in target.lock.read_text("utf-8")


def test_who_never_comes_to_rest_is_not_written(
    monkeypatch: pytest.MonkeyPatch, target: Target
) -> None:
    """The package stays as it was."""
    names = ["pets.get", "pets.a", "pets.b", "pets.c"]
    meanwhile(monkeypatch, target, *pairwise(names))

    run = generate_target(target)

    assert ["output-busy"] == [one.code for one in run.diagnostics]
    assert "    def get(" in methods(target)


def test_a_check_compares_with_the_names_that_are_published_meanwhile(
    monkeypatch: pytest.MonkeyPatch, target: Target
) -> None:
    """And not with those that it has read first."""
    rename(target, "pets.get", "pets.fetch")
    generate_target(target)
    rename(target, "pets.fetch", "pets.get")
    meanwhile(monkeypatch, target, ("pets.get", "pets.fetch"))

    run = check_target(target)

    assert run.drift is not None
    assert () == run.drift.differences
    assert [] == run.diagnostics


def test_steps_find_the_names_published(target: Target, tmp_path: Path) -> None:
    """Whoever interrupts them leaves a package and a lock that belong together."""
    tmp_path.joinpath("step.py").write_text(
        "import pathlib, sys\n"
        "assert 'Creature' in pathlib.Path(sys.argv[1]).read_text()\n",
        "utf-8",
    )
    command = json.dumps([sys.executable, "step.py", str(target.lock)])
    target = _configured(tmp_path, f"{CONFIG}post = [{command}]\n")

    run = generate_target(target, renames=("Pet=Creature",))

    assert [] == run.diagnostics
