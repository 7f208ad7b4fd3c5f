"""What is written once may say something else than the configuration by now."""

from __future__ import annotations

from pathlib import Path

import pytest

from clientsmith.diagnostics import Exit
from hostile.command import DOCUMENT, Desk

CONFIGURED = """\
[targets.pets]
input = "api.yaml"
out = "out"
package = "pets"
"""
PROJECT = "out/pyproject.toml"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Stand in a folder where a package of version 1.0.0 was generated."""
    desk = Desk(tmp_path)
    desk.write("api.yaml", DOCUMENT)
    desk.write("clientsmith.toml", CONFIGURED + 'version = "1.0.0"\n')
    desk.run("generate")
    return desk


def project(desk: Desk, old: str, new: str) -> None:
    """Edit the project, which belongs to its reader."""
    path = desk.folder / PROJECT
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


@pytest.mark.parametrize("command", ["generate", "check"])
def test_a_version_that_does_not_arrive_is_reported(desk: Desk, command: str) -> None:
    """With both places, until both say the same."""
    desk.write("clientsmith.toml", CONFIGURED + 'version = "2.0.0"\n')
    desk.run("generate")
    ended, again = desk.run(command), desk.run(command)

    assert (Exit.OK, Exit.OK) == (ended.code, again.code)
    assert ["clientsmith.toml:5:1: warning[version-differs]"] == ended.places
    assert "'1.0.0' in `out/pyproject.toml`" in ended.err
    assert f"({PROJECT}:7:1)" in ended.err
    assert ended.places == again.places

    project(desk, 'version = "1.0.0"', 'version = "2.0.0"')

    assert [] == desk.run(command).places


def test_a_version_of_the_project_alone_is_its_owners(desk: Desk) -> None:
    """Where the configuration says none, also if it is the usual one."""
    desk.write("clientsmith.toml", CONFIGURED)
    desk.run("generate")
    said = desk.run("generate").places
    desk.write("clientsmith.toml", CONFIGURED + 'version = "0.1.0"\n')

    assert [] == said
    assert ["clientsmith.toml:5:1: warning[version-differs]"] == desk.run(
        "check"
    ).places


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('version = "1.0.0"', 'dynamic = ["version"]'),
        ("[project]", "[project"),
        ("[project]", "[other]"),
    ],
    ids=["dynamic", "no TOML", "no project"],
)
def test_a_version_from_elsewhere_is_not_compared(
    desk: Desk, old: str, new: str
) -> None:
    """Nor what cannot be read."""
    desk.write("clientsmith.toml", CONFIGURED + 'version = "2.0.0"\n')
    project(desk, old, new)

    assert [] == desk.run("generate").places


TRACED = CONFIGURED + 'extras = ["opentelemetry"]\n'
OFFER = '[project.optional-dependencies]\nopentelemetry = ["opentelemetry-api>=1.30"]\n'
HEAD = "[tool.hatch.build.targets.wheel]"


@pytest.mark.parametrize("command", ["generate", "check"])
def test_an_extra_that_nobody_can_install_is_reported(desk: Desk, command: str) -> None:
    """With the line to add, until it is there."""
    desk.write("clientsmith.toml", TRACED)
    desk.run("generate")
    ended, again = desk.run(command), desk.run(command)

    assert (Exit.OK, Exit.OK) == (ended.code, again.code)
    assert ["clientsmith.toml:5:1: warning[extra-missing]"] == ended.places
    assert "'opentelemetry'" in ended.err
    assert 'add `opentelemetry = ["opentelemetry-api>=1.30"]` there' in ended.err
    assert ended.places == again.places

    project(desk, HEAD, f"{OFFER}\n{HEAD}")

    assert [] == desk.run(command).places


def test_an_extra_of_a_new_package_is_offered(tmp_path: Path) -> None:
    """There is nothing to say of what was written just now."""
    desk = Desk(tmp_path)
    desk.write("api.yaml", DOCUMENT)
    desk.write("clientsmith.toml", TRACED)

    assert [[], []] == [desk.run("generate").places, desk.run("check").places]
    assert OFFER in (tmp_path / PROJECT).read_text("utf-8")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"pydantic>=2.12"]', '"pydantic>=2.12", "opentelemetry-api>=1.30"]'),
        ("[project]", '[project]\ndynamic = ["optional-dependencies"]'),
        ("[project]", "[project"),
        ("[project]", "[other]"),
    ],
    ids=["required", "dynamic", "no TOML", "no project"],
)
def test_an_extra_from_elsewhere_is_not_missed(desk: Desk, old: str, new: str) -> None:
    """Nor is anything said of what cannot be read."""
    desk.write("clientsmith.toml", TRACED)
    project(desk, old, new)

    assert [] == desk.run("generate").places
