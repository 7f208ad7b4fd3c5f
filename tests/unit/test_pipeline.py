"""From a document to a package in seven calls, the first error ends them."""

from __future__ import annotations

from clientsmith.pipeline import produce
from clientsmith.styles import Formatter
from clientsmith.write import Mode
from unit.compiling import compiled

PATHS = "paths: {/pets: {get: {responses: {'200': {description: All.}}}}}\n"


def test_every_stage_leaves_its_value() -> None:
    """So that each can be printed."""
    done = compiled(PATHS)

    assert done.document is not None
    assert done.description is not None
    assert done.lowered is not None
    assert done.package is not None
    assert done.report is not None
    assert not done.failed


def test_the_first_error_ends_the_run() -> None:
    """What came before can still be looked at."""
    done = compiled("paths: []\n")

    assert done.failed
    assert done.document is not None
    assert done.description is None
    assert done.package is None


def test_warnings_do_not_end_the_run() -> None:
    """They are collected."""
    done = compiled(PATHS.replace("/pets", "'/pets/{id}'"))

    assert ["path-parameter-undeclared"] == [one.code for one in done.diagnostics]
    assert not done.failed


def test_formatting_changes_texts_alone() -> None:
    """Paths, modes and sources stay as they were planned."""
    package = compiled(PATHS).package

    assert package is not None
    engines: tuple[Formatter, ...] = ("none", "ruff")
    plain, smooth = (produce(package, engine).value or [] for engine in engines)
    assert [(f.path, f.mode, f.sources) for f in plain] == [
        (f.path, f.mode, f.sources) for f in smooth
    ]


def test_what_a_team_edits_is_written_once() -> None:
    """Its project file and its README."""
    package = compiled(PATHS).package

    assert package is not None
    files = produce(package, "none").value or []
    seeded = {file.path for file in files if file.mode is Mode.SEEDED}
    assert {"README.md", "pyproject.toml"} == seeded
