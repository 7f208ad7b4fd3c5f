"""The module that middleware is written with, and what comes as an extra."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientsmith.carried import carried
from clientsmith.config import read_config
from clientsmith.load import Source
from clientsmith.pipeline import compile_description, produce
from clientsmith.plan import Options
from clientsmith.styles import Extra

if TYPE_CHECKING:
    from pathlib import Path

START = b"openapi: 3.1.0\ninfo: {title: Pets, version: '1'}\npaths: {}\n"
TARGET = '[targets.pets]\ninput = "a.yaml"\nout = "out"\npackage = "pets"\n'


def files(*extras: Extra) -> dict[str, str]:
    """Generate a package with some extras."""
    options = Options("pets", extras=extras)
    package = compile_description(Source("a.yaml", START), (), options).package
    assert package is not None
    made = produce(package, "none").value
    assert made is not None
    return {file.path: file.text for file in made}


def test_every_package_has_the_types_of_middleware() -> None:
    """And what leads calls through it."""
    made = files()

    assert "CallNext" in made["pets/middleware/__init__.py"]
    assert {"pets/_runtime/middleware.py", "pets/_runtime/around.py"} <= made.keys()


def test_tracing_is_carried_where_a_target_asks_for_it() -> None:
    """With what may be installed for it, and a word in the README."""
    without, traced = files(), files("opentelemetry")

    assert {"pets/_runtime/tracing.py"} == traced.keys() - without.keys()
    assert '"Tracing"' in traced["pets/middleware/__init__.py"]
    assert '"Tracing"' not in without["pets/middleware/__init__.py"]
    assert "[project.optional-dependencies]" in traced["pyproject.toml"]
    assert "optional" not in without["pyproject.toml"]
    assert "## Trace" in traced["README.md"]
    assert "## Trace" not in without["README.md"]


def test_nothing_else_leads_to_tracing() -> None:
    """A package without it has no word of it in its runtime."""
    names = {path.stem for path in carried(files().values())}

    assert "tracing" not in names


def test_extras_are_a_list_of_a_target(tmp_path: Path) -> None:
    """Each of them once, in their order."""
    path = tmp_path / "clientsmith.toml"
    path.write_text(f'{TARGET}extras = ["opentelemetry", "opentelemetry"]\n')
    config = read_config(path).value

    assert config is not None
    assert [("opentelemetry",)] == [target.extras for target in config.targets]
