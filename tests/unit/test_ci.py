"""What CI services run: the action, the hooks, and the snippets of the guide."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML
from typer.main import get_command

from clientsmith.cli import app
from hostile.command import DOCUMENT, Desk

REPOSITORY = Path(__file__).parents[2]
GUIDE = (REPOSITORY / "docs" / "ci.md").read_text("utf-8")
SNIPPETS = re.findall(r"^```yaml\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)
TABLE = '[targets.{0}]\ninput = "api.yaml"\nout = "out/{0}"\npackage = "{0}"\n'


def read(text: str) -> Any:
    """Read YAML."""
    return YAML(typ="safe", pure=True).load(text)


ACTION = read((REPOSITORY / "action.yml").read_text())
HOOKS = read((REPOSITORY / ".pre-commit-hooks.yaml").read_text())


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Stand in a folder with two targets, both as they should be."""
    desk = Desk(tmp_path)
    desk.write("api.yaml", DOCUMENT)
    desk.write("clientsmith.toml", TABLE.format("cats") + TABLE.format("dogs"))
    desk.run("generate")
    return desk


def run_action(desk: Desk, **given: str) -> subprocess.CompletedProcess[str]:
    """Run the script of the action as a runner does, but for the installation."""
    wanted = "report" if given.get("mode") == "report" else "run"
    (step,) = (each for each in ACTION["runs"]["steps"] if each.get("id") == wanted)
    inputs = {name: each.get("default", "") for name, each in ACTION["inputs"].items()}
    inputs |= {name.replace("_", "-"): value for name, value in given.items()}
    variables = {
        name: inputs[re.fullmatch(r"\$\{\{ inputs\.(\S+) \}\}", text)[1]]  # type: ignore[index]
        for name, text in step["env"].items()
    }
    home = Path(sys.executable).parent
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", step["run"]],
        cwd=desk.folder,
        env={
            **os.environ,
            **variables,
            "PATH": f"{home}{os.pathsep}{os.environ['PATH']}",
            "GITHUB_OUTPUT": str(desk.folder / "output.txt"),
            "GITHUB_STEP_SUMMARY": str(desk.folder / "summary.md"),
            "GITHUB_WORKSPACE": str(desk.folder),
            "RUNNER_TEMP": str(desk.folder),
        },
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def outputs(desk: Desk) -> str:
    """Return what the action told the steps after it."""
    return (desk.folder / "output.txt").read_text()


def test_the_action_is_content_with_what_is_right(desk: Desk) -> None:
    """And says so to the steps after it."""
    ended = run_action(desk)

    assert (0, "exit-code=0\n") == (ended.returncode, outputs(desk)), ended.stderr


def test_the_action_shows_drift_on_its_line(desk: Desk) -> None:
    """As annotations, and fails."""
    desk.write("api.yaml", DOCUMENT.replace("name: {type: string}", "age: {}"))
    ended = run_action(desk)

    assert (1, "exit-code=1\n") == (ended.returncode, outputs(desk)), ended.stderr
    assert "::error file=" in ended.stdout


def test_the_action_generates(desk: Desk) -> None:
    """Where it is asked to, only what it is asked for."""
    desk.write("api.yaml", DOCUMENT.replace("name: {type: string}", "age: {}"))
    run_action(desk, mode="generate", targets="dogs")
    texts = {
        name: (desk.folder / "out" / name / name / "models" / "pet.py").read_text()
        for name in ("cats", "dogs")
    }

    assert ["dogs"] == [name for name, text in texts.items() if "age" in text]


def test_the_action_takes_a_slice(desk: Desk) -> None:
    """The other one is not looked at."""
    desk.write("out/dogs/dogs/client.py", "")

    assert 0 == run_action(desk, shard="1/2").returncode
    assert 0 != run_action(desk, shard="2/2").returncode


def test_the_action_writes_sarif(desk: Desk) -> None:
    """Also when it fails, so that it can be uploaded."""
    desk.write("out/dogs/dogs/client.py", "")
    ended = run_action(desk, sarif="found.sarif")

    assert ended.returncode
    assert '"version": "2.1.0"' in (desk.folder / "found.sarif").read_text()


@pytest.mark.parametrize(
    "given",
    [
        {"mode": "$(touch pwned)"},
        {"targets": "$(touch${IFS}pwned) `touch${IFS}pwned`"},
        {"shard": "$(touch pwned)"},
        {"fail_on": "`touch pwned`"},
    ],
)
def test_what_the_action_is_given_is_not_run(desk: Desk, given: dict[str, str]) -> None:
    """A title of a pull request may have come in with it."""
    ended = run_action(desk, **given)

    assert 2 == ended.returncode
    assert not (desk.folder / "pwned").exists()


def test_every_input_of_the_action_is_in_the_guide() -> None:
    """With what it is if nobody says it."""
    rows = dict(re.findall(r"^\| `([a-z-]+)` \|.*\| (.*?) ?\|$", GUIDE, re.MULTILINE))

    assert set(ACTION["inputs"]) == set(rows)


def commands() -> list[str]:
    """List the commands of the snippets, the hooks and the guide."""
    found = [hook["entry"] for hook in HOOKS]
    for line in "\n".join(SNIPPETS).splitlines():
        found += re.findall(
            r"clientsmith (?:check|emit|generate|pull|targets)[^)#\"]*", line
        )
    return sorted({each.strip() for each in found})


@pytest.mark.parametrize("command", commands())
def test_commands_of_the_guide_exist(command: str) -> None:
    """With the options that they are given."""
    _, name, *arguments = shlex.split(command)
    found: Any = get_command(app)

    context = found.commands[name].make_context(name, arguments)
    assert name == context.info_name


def test_snippets_are_yaml() -> None:
    """And all of those that are whole workflows have jobs."""
    workflows = [read(text) for text in SNIPPETS if text.startswith(("name:", "jobs:"))]

    assert [True] * len(workflows) == ["jobs" in each for each in workflows]
    assert len(SNIPPETS) > len(workflows) > 1


def test_pre_commit_takes_the_hooks() -> None:
    """It is strict about what it knows."""
    pytest.importorskip("pre_commit", reason="pre-commit is not installed")
    command = [sys.executable, "-m", "pre_commit", "validate-manifest"]
    hooks = REPOSITORY / ".pre-commit-hooks.yaml"
    ended = subprocess.run(
        [*command, str(hooks)], capture_output=True, text=True, check=False, timeout=60
    )

    assert 0 == ended.returncode, ended.stdout


def test_hooks_run_for_what_a_client_is_made_of() -> None:
    """Descriptions, overlays, the configuration, the lock, and the client itself."""
    pattern = HOOKS[0]["files"]
    names = [
        "spec/api.yaml",
        "spec/page.md",
        "clientsmith.toml",
        "clientsmith.lock",
        "client/pets/models/pet.py",
        "picture.png",
    ]

    assert names[:-1] == [name for name in names if re.search(pattern, name)]
    assert {pattern} == {hook["files"] for hook in HOOKS}
