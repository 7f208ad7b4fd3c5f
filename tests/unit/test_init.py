"""`clientsmith init`: what a project starts with."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML
from typer.main import get_command

from clientsmith.cli import app
from clientsmith.config import read_config
from clientsmith.diagnostics import Exit
from clientsmith.starting import (
    CI,
    ELSEWHERE,
    Start,
    guess_package,
    guess_spec,
    scaffold,
    write_all,
)
from clientsmith.starting.installed import requirement_of
from hostile.command import DOCUMENT, Desk

CHECK = ".github/workflows/clients.yml"
NAMED = ("pets.openapi.json", "spec/openapi-v2.yml", "openapi.py", "a/openapi.json")
UPSTREAM = ".github/workflows/upstream.yml"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Stand in an empty folder."""
    folder = tmp_path / "project"
    folder.mkdir()
    return Desk(folder)


def configuration(desk: Desk) -> Any:
    """Read the configuration, which has to be right."""
    path = desk.folder / "clientsmith.toml"
    assert () == read_config(path).diagnostics
    return tomllib.loads(path.read_text())


def test_what_is_written_generates(desk: Desk) -> None:
    """From the only description there is, under the name of its title."""
    desk.write("openapi.yaml", DOCUMENT)
    begun = desk.run("init")
    generated = desk.run("generate")

    assert (Exit.OK, Exit.OK) == (begun.code, generated.code), generated.err
    assert "wrote clientsmith.toml\nnext: clientsmith generate\n" == begun.out
    target = configuration(desk)["targets"]["pets"]
    assert {"input": "openapi.yaml", "out": "clients/pets", "package": "pets"} == target
    assert (desk.folder / "clients" / "pets" / "pets" / "client.py").is_file()


def test_what_is_said_counts(desk: Desk) -> None:
    """Rather than what could be guessed."""
    desk.write("a.yaml", DOCUMENT)
    desk.run("init", "a.yaml", "--package", "dogs", "--out", "o", "--ci", "github")

    target = configuration(desk)["targets"]["dogs"]
    assert {"input": "a.yaml", "out": "o", "package": "dogs"} == target
    assert (desk.folder / CHECK).is_file()
    assert not (desk.folder / UPSTREAM).exists()


@pytest.mark.parametrize(
    ("spec", "key", "file"),
    [
        ("https://a.example/v1/openapi.yaml?x=1", "url", "spec/pets.yaml"),
        ("https://a.example/v1/docs", "url", "spec/pets.json"),
        ("app.main:app", "python", "spec/pets.json"),
    ],
)
def test_what_is_elsewhere_is_pulled(
    desk: Desk, spec: str, key: str, file: str
) -> None:
    """Into a file of the project, and once a day by a workflow."""
    begun = desk.run("init", spec, "--package", "pets", "--ci", "github")
    said = configuration(desk)

    assert "next: clientsmith pull" in begun.out
    assert file == said["targets"]["pets"]["input"]
    assert {file: {key: spec}} == said["sources"]
    assert (desk.folder / UPSTREAM).is_file()


def test_a_project_on_github_gets_a_workflow(desk: Desk) -> None:
    """Unless it declines."""
    desk.write(".github/CODEOWNERS", "")
    desk.write("openapi.yaml", DOCUMENT)
    desk.run("init")
    is_there = (desk.folder / CHECK).is_file()
    (desk.folder / CHECK).unlink()
    (desk.folder / "clientsmith.toml").unlink()
    desk.run("init", "--ci", "none")

    assert is_there
    assert not (desk.folder / CHECK).exists()


@pytest.mark.parametrize("name", ["clientsmith.toml", "pyproject.toml"])
def test_a_configuration_is_not_replaced(desk: Desk, name: str) -> None:
    """Its owner adds a target to it."""
    table = "[tool.clientsmith.targets.x]" if name[0] == "p" else "[targets.x]"
    desk.write(name, table)
    desk.write("openapi.yaml", DOCUMENT)
    ended = desk.run("init", "--ci", "github")

    assert Exit.USAGE == ended.code
    assert f"{name}:1:1: error[start-configured]" in ended.err
    assert not (desk.folder / ".github").exists()


@pytest.mark.parametrize("name", ["clientsmith.toml", "pyproject.toml"])
@pytest.mark.parametrize("spec", ["shop.yaml", "https://shop.example/openapi.yaml"])
def test_a_further_target_is_shown_as_it_is_to_be_added(
    desk: Desk, name: str, spec: str
) -> None:
    """Whoever pastes it has both, whatever the other one is called."""
    above = "tool.clientsmith." if name[0] == "p" else ""
    first = f"[{above}targets.pets]\ninput = 'a.yaml'\nout = 'a'\npackage = 'pets'\n"
    path = desk.write(name, first)
    desk.write("a.yaml", DOCUMENT)
    desk.write("shop.yaml", DOCUMENT)
    ended = desk.run("init", spec, "--package", "pets", "--out", "b")
    lines = ended.err.splitlines()
    table = [line.strip() for line in lines if line.startswith(" " * 8)]
    path.write_text("\n".join([first, *table, ""]), "utf-8")
    targets = json.loads(desk.run("targets", "--json").out)["include"]

    assert Exit.USAGE == ended.code
    assert "add these lines to it" in ended.err
    assert ["pets", "pets_2"] == [one["target"] for one in targets]
    if spec == "shop.yaml":
        assert Exit.OK == desk.run("generate", "--target", "pets_2").code
    else:
        assert "sources" in path.read_text("utf-8")


def test_a_workflow_is_not_replaced(desk: Desk) -> None:
    """And nothing else is written then."""
    desk.write(CHECK, "mine")
    desk.write("openapi.yaml", DOCUMENT)
    ended = desk.run("init")

    assert Exit.USAGE == ended.code
    assert "error[start-exists]" in ended.err
    assert "mine" == (desk.folder / CHECK).read_text()
    assert not (desk.folder / "clientsmith.toml").exists()


def test_of_a_failure_nothing_is_left(tmp_path: Path) -> None:
    """A file is in the way of a folder."""
    (tmp_path / ".github").write_text("")
    files = scaffold(Start("openapi.yaml", "pets", "out", CI.github))
    problems = write_all(tmp_path, files)

    assert ["start-unwritable"] == [one.code for one in problems]
    assert [".github"] == [path.name for path in tmp_path.iterdir()]


@pytest.mark.parametrize("names", [[], ["openapi.yaml", "spec/swagger.json"]])
def test_a_doubt_is_no_guess(desk: Desk, names: list[str]) -> None:
    """What is there is named."""
    for name in names:
        desk.write(name, DOCUMENT)
    ended = desk.run("init")

    assert Exit.USAGE == ended.code
    assert "error[start-spec]" in ended.err
    assert (", ".join(names) or "none") in ended.err


def test_a_description_that_is_not_there_is_missed_at_once(desk: Desk) -> None:
    """Rather than when it is generated from."""
    ended = desk.run("init", "spec/nope.yaml")

    assert Exit.USAGE == ended.code
    assert "no such file: spec/nope.yaml" in ended.err
    assert not desk.files()


def test_a_name_that_cannot_be_imported_is_refused(desk: Desk) -> None:
    """With one that can."""
    desk.write("openapi.yaml", DOCUMENT)
    ended = desk.run("init", "--package", "my-pets")

    assert Exit.USAGE == ended.code
    assert "for example `my_pets`" in ended.err


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('info: {title: "The Pets API", version: "1"}', "pets"),
        ("info:\n  version: 1\n  title: Train Travel API\n", "train_travel"),
        ('{"info": {"title": "OpenAI API"}}', "openai"),
        ('{"info": {"title": "JSON"}}', "json_client"),
        ('{"info": {"title": "REST API"}}', "rest_api"),
        ("info:\n  title: 宠物\n", "project"),
        ("paths: {}", "project"),
    ],
)
def test_packages_are_named_after_titles(desk: Desk, text: str, expected: str) -> None:
    """Else after the folder."""
    desk.write("a.yaml", text)

    assert expected == guess_package(desk.folder, "a.yaml")


def test_descriptions_are_looked_for_by_their_names(desk: Desk) -> None:
    """In the folders that have them."""
    for name in (
        "pets.openapi.json",
        "spec/openapi-v2.yml",
        "openapi.py",
        "a/openapi.json",
    ):
        desk.write(name, "")

    assert ("pets.openapi.json", "spec/openapi-v2.yml") == guess_spec(desk.folder).found


@pytest.mark.parametrize("path", [CHECK, UPSTREAM])
def test_workflows_run_commands_that_exist(path: str) -> None:
    """With the options that they are given."""
    text = scaffold(Start("https://a.example/b", "pets", "out", CI.github))[path]
    (job,) = YAML(typ="safe", pure=True).load(text)["jobs"].values()
    runs = [step["run"] for step in job["steps"] if "run" in step]
    commands = [run.split()[1:] for run in runs if run.startswith("clientsmith ")]
    found: Any = get_command(app)

    for name, *arguments in commands:
        assert found.commands[name].make_context(name, arguments)
    assert commands


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudoterminals")
def test_a_terminal_is_asked_little(desk: Desk) -> None:
    """Each question has an answer that Enter takes."""
    desk.write("openapi.yaml", DOCUMENT)
    mine, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "clientsmith", "init"],
        cwd=desk.folder,
        stdin=theirs,
        stdout=theirs,
        stderr=subprocess.DEVNULL,
    ) as running:
        os.write(mine, b"dogs\n\n")
        running.wait(timeout=60)
    os.close(theirs)
    os.close(mine)

    assert "clients/dogs" == configuration(desk)["targets"]["dogs"]["out"]


@pytest.fixture
def nested(desk: Desk) -> Desk:
    """Stand in a folder of a repository that is on GitHub."""
    (desk.folder / ".git").mkdir()
    desk.write(".github/CODEOWNERS", "")
    below = Desk(desk.folder / "services" / "pets")
    below.write("openapi.yaml", DOCUMENT)
    return below


def workflow(desk: Desk, path: str) -> Any:
    """Read a workflow."""
    return YAML(typ="safe", pure=True).load((desk.folder / path).read_text())


def test_workflows_stand_where_github_looks(desk: Desk, nested: Desk) -> None:
    """At the root of the repository; they work where the configuration is."""
    ended = nested.run("init")
    written = workflow(desk, ".github/workflows/clients-pets.yml")

    assert "wrote ../../.github/workflows/clients-pets.yml\n" in ended.out
    assert {"run": {"working-directory": "services/pets"}} == written["defaults"]
    assert not (nested.folder / ".github").exists()


def test_workflows_of_a_root_work_there(desk: Desk) -> None:
    """Nothing has to be said."""
    (desk.folder / ".git").mkdir()
    desk.write("openapi.yaml", DOCUMENT)
    desk.run("init", "--ci", "github")

    assert "defaults" not in workflow(desk, CHECK)


def installs(desk: Desk, path: str) -> list[str]:
    """List what a workflow installs."""
    (job,) = workflow(desk, path)["jobs"].values()
    start = "python -m pip install "
    runs = [step.get("run", "") for step in job["steps"]]
    return [run.removeprefix(start) for run in runs if run.startswith(start)]


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        ("pyproject.toml", ["."]),
        ("requirements.txt", ["-r requirements.txt"]),
        ("app.py", ["PACKAGES"]),
    ],
)
def test_an_application_is_installed_before_it_is_asked(
    desk: Desk, file: str, expected: list[str]
) -> None:
    """Where its description is pulled; what was pulled is checked without it."""
    desk.write(file, "")
    desk.run("init", "app.main:app", "--package", "pets", "--ci", "github")

    assert expected == installs(desk, UPSTREAM)[1:]
    assert [] == installs(desk, CHECK)[1:]


@pytest.mark.parametrize(
    ("direct", "expected"),
    [
        ({"url": "file:///home/me/clientsmith", "dir_info": {}}, ELSEWHERE),
        (
            {
                "url": "https://example.com/me/clientsmith",
                "vcs_info": {"vcs": "git", "commit_id": "abc"},
            },
            "git+https://example.com/me/clientsmith@abc",
        ),
        (
            {"url": "file:///me/x", "vcs_info": {"vcs": "git", "commit_id": "abc"}},
            ELSEWHERE,
        ),
        (
            {"url": "https://example.com/c.whl", "archive_info": {}},
            "https://example.com/c.whl",
        ),
    ],
)
def test_a_runner_installs_what_is_installed_here(
    direct: dict[str, Any], expected: str
) -> None:
    """From where it was installed; a folder of this machine is nowhere else."""
    assert expected == requirement_of(direct)


def test_whoever_has_a_checkout_is_told_to_name_its_home(desk: Desk) -> None:
    """As in these tests: no index is named that does not have it."""
    desk.write("openapi.yaml", DOCUMENT)
    ended = desk.run("init", "--ci", "github")

    assert [ELSEWHERE] == installs(desk, CHECK)
    assert "say in the workflows where clientsmith is installed from" in ended.out
