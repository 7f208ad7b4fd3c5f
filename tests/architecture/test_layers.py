"""Who may know whom: the arrows of the pipeline, and no others."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from architecture.sources import (
    GENERATOR,
    RUNTIME,
    generator_imports,
    imports,
    modules,
)

FORBIDDEN = {
    "load": {"ir", "lower", "plan", "render", "resolve", "write"},
    "resolve": {"ir", "lower", "plan", "render", "write"},
    "ir": {"load", "lower", "plan", "render", "resolve", "write"},
    "lower": {"load", "plan", "render", "write"},
    "plan": {"load", "lower", "models", "render", "resolve", "write"},
    "models": {"load", "lower", "resolve"},
    "write": {"ir", "load", "lower", "plan", "render", "resolve"},
    "surface": {"load", "lower", "models", "render", "resolve", "write"},
    "compare": {"ir", "load", "lower", "plan", "render", "resolve", "write"},
    "releases": {"load", "lower", "render", "resolve", "write"},
    "readback": {"ir", "load", "lower", "plan", "render", "resolve", "write"},
    "reports": {"ir", "lower", "plan", "render", "resolve", "surface", "write"},
}
READ_CONFIGURATION = {
    "cli",
    "config",
    "editions",
    "emit",
    "fleet.py",
    "inputs.py",
    "memory.py",
    "moved.py",
    "pins.py",
    "provenance.py",
    "reach",
    "seeded.py",
    "stage_options.py",
    "starting",
    "targets.py",
    "working.py",
}
RUNTIME_NEEDS = {"httpx2", "pydantic"}
BROUGHT_ALONG = {"anyio", "pydantic_core", "typing_extensions"}
"""What these two need themselves, so that it is always there."""


def stage_modules() -> list[Path]:
    """List the modules of the stages that have rules."""
    return [path for stage in FORBIDDEN for path in modules(GENERATOR / stage)]


def name_of(path: Path) -> str:
    """Name a module in the report of a test."""
    return path.relative_to(GENERATOR).as_posix()


@pytest.mark.parametrize("path", stage_modules(), ids=name_of)
def test_a_stage_knows_only_what_comes_before(path: Path) -> None:
    """`resolve` and `ir` do not meet but in `lower`; `plan` sees no schema."""
    stage = path.relative_to(GENERATOR).parts[0]
    known = {name.split(".")[0] for name in generator_imports(path)}

    assert set() == known & FORBIDDEN[stage]


def test_the_plan_does_not_know_the_objects_of_openapi() -> None:
    """Nor do the stages after it; only `resolve` and `lower` do."""
    allowed = {GENERATOR / "resolve", GENERATOR / "lower"}
    knowing = [
        name_of(path)
        for path in modules(GENERATOR)
        if not allowed & set(path.parents)
        and any(
            each.startswith("openapi_pydantic") for each in imports(path, GENERATOR)
        )
    ]

    assert [] == knowing


def test_few_modules_read_the_configuration() -> None:
    """Stages take small option values of their own."""
    readers = {
        name_of(path).partition("/")[0]
        for path in modules(GENERATOR)
        if any(name.split(".")[0] == "config" for name in generator_imports(path))
    }

    assert READ_CONFIGURATION == readers


def test_jinja_is_known_where_templates_are_rendered() -> None:
    """Code by one environment, and a page by another; nowhere else."""
    users = {
        name_of(path)
        for path in modules(GENERATOR)
        if any(name.split(".")[0] == "jinja2" for name in imports(path, GENERATOR))
    }

    assert {"render.py", "reports/html_templates.py"} == users


@pytest.mark.parametrize("path", modules(RUNTIME), ids=lambda path: path.name)
def test_the_runtime_needs_little(path: Path) -> None:
    """Itself, the HTTP library, Pydantic and the standard library."""
    roots = {name.split(".")[0] for name in imports(path, RUNTIME.parent)}

    allowed = RUNTIME_NEEDS | BROUGHT_ALONG | {"runtime"}

    assert set() == roots - sys.stdlib_module_names - allowed
