"""A target where nothing has changed is not run again, and any change is noticed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from clientsmith import accounting, working
from clientsmith import memory as memory_module
from clientsmith.account import Account
from clientsmith.config import Target, read_config
from clientsmith.diagnostics import Exit, Severity
from clientsmith.fleet import Fleet
from clientsmith.memory import Memory
from clientsmith.targets import Run
from clientsmith.tasks import Format, Task
from diff.repository import CONFIG as SHOP
from diff.repository import Shop

GENERATE = Task(command="generate")
CHECK = Task(command="check")
API = """\
openapi: 3.1.0
info: {title: Pets, version: "1"}
servers: [{url: https://pets.example}]
paths:
  /pets/{id}:
    get:
      operationId: getPet
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses:
        "200":
          description: A pet.
          content: {application/json: {schema: {$ref: "more.yaml#/Pet"}}}
"""
MORE = "Pet: {type: object, properties: {name: {type: string}}}\n"
OVERLAY = """\
overlay: 1.0.0
info: {title: More, version: "1"}
actions: [{target: $.info, update: {description: All pets.}}]
"""
CONFIG = """\
[targets.pets]
input = "api.yaml"
overlays = ["overlay.yaml"]
out = "out"
package = "pets"
formatter = "none"
baseline = "known.json"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Write a project whose description has a second file, an overlay, a baseline."""
    for name, text in {
        "api.yaml": API,
        "more.yaml": MORE,
        "overlay.yaml": OVERLAY,
        "known.json": '{"targets": {}}',
        "clientsmith.toml": CONFIG,
    }.items():
        tmp_path.joinpath(name).write_text(text, "utf-8")
    return tmp_path


@pytest.fixture
def memory(tmp_path_factory: pytest.TempPathFactory) -> Memory:
    """Remember in an empty folder."""
    return Memory(tmp_path_factory.mktemp("memory") / "runs")


def target_in(folder: Path) -> Target:
    """Read the target of the project as it is."""
    config = read_config(folder / "clientsmith.toml").value
    assert config is not None
    return config.targets[0]


def run(folder: Path, memory: Memory, task: Task = CHECK) -> Account:
    """Do a task for the target of the project."""
    (account,) = Fleet(memory).run(task, [target_in(folder)])
    return account


def refuse(*_: object) -> Account:
    """Stand where work would be done that nobody needs."""
    message = "the target was run"
    raise AssertionError(message)


def edit(path: Path, old: str = "", new: str = "\n") -> None:
    """Replace a part of a file, or add a line."""
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new) if old else text + new, "utf-8")


CHANGES: dict[str, Callable[[Path], object]] = {
    "description": lambda at: edit(at / "api.yaml", "Pets", "Animals"),
    "file it refers to": lambda at: edit(at / "more.yaml", "string", "integer"),
    "overlay": lambda at: edit(at / "overlay.yaml", "All", "Some"),
    "configuration": lambda at: edit(at / "clientsmith.toml", '"none"', '"ruff"'),
    "policy": lambda at: edit(at / "clientsmith.toml", new='policy = {all = "warn"}\n'),
    "baseline": lambda at: edit(at / "known.json"),
    "lock": lambda at: edit(at / "clientsmith.lock", "pets.get", "pets.fetch"),
    "generated file": lambda at: edit(at / "out" / "pets" / "client.py"),
    "deleted file": lambda at: (at / "out" / "pets" / "py.typed").unlink(),
    "deleted seed": lambda at: (at / "out" / "pyproject.toml").unlink(),
    "manifest": lambda at: edit(at / "out" / ".clientsmith" / "pets.json"),
    "interrupted run": lambda at: (
        at / "out" / ".clientsmith" / "pets.staging"
    ).mkdir(),
}


def test_what_was_generated_is_checked_without_work(
    folder: Path, memory: Memory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`check` says what it would say of a target that it compares."""
    run(folder, memory, GENERATE)
    compared = run(folder, Memory())
    monkeypatch.setattr("clientsmith.fleet.perform", refuse)

    account = run(folder, memory)

    assert account.remembered
    assert compared == replace(account, seconds=compared.seconds, remembered=False)


def test_what_was_generated_is_not_generated_again(
    folder: Path, memory: Memory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second run says that nothing was written."""
    run(folder, memory, GENERATE)
    worked = run(folder, Memory(), GENERATE)
    monkeypatch.setattr("clientsmith.fleet.perform", refuse)

    account = run(folder, memory, GENERATE)

    assert worked == replace(account, seconds=worked.seconds, remembered=False)


HARMLESS: dict[str, Callable[[Path], object]] = {
    "comment": lambda at: edit(at / "clientsmith.toml", CONFIG, f"# ours\n\n{CONFIG}"),
    "fail_on": lambda at: edit(at / "clientsmith.toml", new='fail_on = "hint"\n'),
    "other target": lambda at: edit(
        at / "clientsmith.toml",
        new=CONFIG.replace("pets", "cats").replace('"out"', '"o2"'),
    ),
}
CHOICE = """include = {methods = ["get"]}
patches = [{at = "#/info/title", set = "All", reason = "a test"}]
names = {"#/paths/~1pets~1{id}/get" = "pets.fetch"}
"""


@pytest.mark.parametrize("change", HARMLESS.values(), ids=HARMLESS)
@pytest.mark.parametrize("task", [GENERATE, CHECK], ids=lambda task: task.command)
@pytest.mark.parametrize("more", ["", CHOICE], ids=["plain", "chosen"])
def test_what_changes_nothing_of_a_target_is_no_reason_to_run_it(
    folder: Path,
    memory: Memory,
    change: Callable[[Path], object],
    task: Task,
    more: str,
) -> None:
    """Comments, other targets, and from which severity on a run fails."""
    edit(folder / "clientsmith.toml", new=more or "\n")
    run(folder, memory, GENERATE)
    change(folder)

    assert run(folder, memory, task).remembered


def test_a_problem_that_quotes_the_configuration_is_found_again_where_it_moved(
    folder: Path, memory: Memory
) -> None:
    """A comment above it moves its line."""
    edit(folder / "clientsmith.toml", new='exclude = {tags = ["cats"]}\n')
    before = run(folder, memory, GENERATE)
    edit(folder / "clientsmith.toml", CONFIG, f"# ours\n{CONFIG}")
    after = run(folder, memory, GENERATE)

    assert (False, False) == (before.remembered, after.remembered)
    assert before.lines[0].startswith("clientsmith.toml:8:1: warning[selection-unused]")
    assert after.lines[0].startswith("clientsmith.toml:9:1: warning[selection-unused]")


@pytest.mark.parametrize(
    ("fail_on", "code"), [("error", Exit.OK), ("warning", Exit.USAGE)]
)
def test_what_is_remembered_fails_as_it_is_asked_now(
    folder: Path, memory: Memory, fail_on: str, code: Exit
) -> None:
    """The code is not remembered; what would make it is."""
    edit(folder / "clientsmith.toml", new='exclude = {tags = ["cats"]}\n')
    run(folder, memory, GENERATE)
    target = replace(target_in(folder), fail_on=fail_on)
    (account,) = Fleet(memory).run(CHECK, [target])

    assert (True, code) == (account.remembered, account.exit)


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
@pytest.mark.parametrize("task", [GENERATE, CHECK], ids=lambda task: task.command)
def test_any_change_is_noticed(
    folder: Path, memory: Memory, change: Callable[[Path], object], task: Task
) -> None:
    """Of what a package is made from, and of what it is compared with."""
    run(folder, memory, GENERATE)
    assert run(folder, memory, task).remembered

    change(folder)

    assert not run(folder, memory, task).remembered


def test_an_edit_of_what_is_only_seeded_is_none_of_ours(
    folder: Path, memory: Memory
) -> None:
    """It belongs to its reader, and is not compared."""
    run(folder, memory, GENERATE)

    edit(folder / "out" / "pyproject.toml")

    assert run(folder, memory).remembered


def test_what_has_drifted_is_not_remembered(folder: Path, memory: Memory) -> None:
    """The difference is found, and shown, each time."""
    run(folder, memory, GENERATE)
    edit(folder / "out" / "pets" / "client.py", new="# edited\n")

    first, second = run(folder, memory), run(folder, memory)

    assert first.drift is not None
    assert (1, False) == (second.exit, second.remembered)
    assert first.drift == second.drift


def test_problems_are_said_again_in_the_form_that_is_asked_for(
    folder: Path, memory: Memory
) -> None:
    """For people and for programs, with their places."""
    edit(folder / "api.yaml", "type: string", "type: strong")
    edit(folder / "clientsmith.toml", new='policy = {all = "warn"}\n')
    for form in Format:
        task = Task(command="generate", format=form)
        first, second = run(folder, memory, task), run(folder, memory, task)

        assert second.remembered
        assert first.counts.get(Severity.WARNING), first
        assert first.lines == second.lines
        assert first.diagnostics == second.diagnostics
        assert first.findings == second.findings


def test_a_link_in_the_output_is_looked_at(folder: Path, memory: Memory) -> None:
    """What it leads to may be somebody else's, whatever its content is today."""
    run(folder, memory, GENERATE)
    package, elsewhere = folder / "out" / "pets", folder / "elsewhere"
    package.rename(elsewhere)
    package.symlink_to(elsewhere)

    assert not run(folder, memory).remembered


@pytest.mark.parametrize("change", [*CHANGES][:8])
@pytest.mark.parametrize("task", [GENERATE, CHECK], ids=lambda task: task.command)
def test_what_changed_while_it_was_read_is_not_remembered(
    folder: Path,
    memory: Memory,
    monkeypatch: pytest.MonkeyPatch,
    change: str,
    task: Task,
) -> None:
    """Nobody knows which of the two texts the run has seen."""
    run(folder, Memory(), GENERATE)
    target, account_of = target_in(folder), accounting.account_of

    def changing(run: Run, task: Task, seconds: float) -> Account:
        CHANGES[change](folder)
        return account_of(run, task, seconds)

    monkeypatch.setattr(accounting, "account_of", changing)
    working.perform(task, target, memory)
    monkeypatch.undo()

    assert memory.recall(task, target_in(folder)) is None


def test_what_nobody_changed_meanwhile_is_remembered(
    folder: Path, memory: Memory
) -> None:
    """The same without the change."""
    run(folder, Memory(), GENERATE)
    target = target_in(folder)

    for task in (GENERATE, CHECK):
        working.perform(task, target, memory)

        assert memory.recall(task, target) is not None


def test_a_step_that_failed_is_run_again(folder: Path, memory: Memory) -> None:
    """What ended with an error is done anew, also if nothing has changed."""
    step = folder / "step.py"
    step.write_text("raise SystemExit(1)", "utf-8")
    command = f"post = [[{json.dumps(sys.executable)}, 'step.py']]\n"
    edit(folder / "clientsmith.toml", new=command)
    failed = run(folder, memory, GENERATE)
    step.write_text("", "utf-8")

    again = run(folder, memory, GENERATE)

    assert (2, 0) == (failed.exit, again.exit)
    assert not again.remembered
    assert run(folder, memory, GENERATE).remembered


@pytest.mark.parametrize(
    "broken",
    [
        lambda text: text.replace('"version": 1', '"version": 99'),
        lambda text: "garbage",  # noqa: ARG005
        lambda text: text.replace('"targets"', '"references": 3, "targets"'),
        lambda text: f"<<<<<<< ours\n{text}=======\n{text}>>>>>>> theirs\n",
    ],
)
def test_a_lock_that_is_wrong_is_looked_at(
    folder: Path, memory: Memory, broken: Callable[[str], str]
) -> None:
    """Also where what is wrong is about something else."""
    run(folder, memory, GENERATE)
    lock = folder / "clientsmith.lock"
    lock.write_text(broken(lock.read_text("utf-8")), "utf-8")
    alone = run(folder, Memory())

    first, second = run(folder, memory), run(folder, memory)

    assert not first.remembered
    assert not second.remembered
    assert [alone.exit] * 2 == [first.exit, second.exit]


def test_another_program_says_it_anew(
    folder: Path, memory: Memory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A new release may say something else of the same files."""
    run(folder, memory, GENERATE)
    monkeypatch.setattr(memory_module, "stamp", lambda: "another")

    assert not run(folder, memory).remembered


def test_tasks_that_ask_for_more_are_done(folder: Path, memory: Memory) -> None:
    """To force, to rename, to report."""
    run(folder, memory, GENERATE)

    for task in (
        Task(command="generate", force=True),
        Task(command="generate", renames=("Pet=Animal",)),
        Task(command="generate", report=True),
        Task(command="check", write_baseline=True),
    ):
        assert not run(folder, memory, task).remembered


@pytest.mark.parametrize("text", ["", "{}", "null", '{"others": 1}'])
def test_an_entry_that_cannot_be_read_is_none(
    folder: Path, memory: Memory, text: str
) -> None:
    """It is written anew."""
    run(folder, memory, GENERATE)
    assert memory.folder is not None
    (entry,) = memory.folder.glob("*.json")
    entry.write_text(text, "utf-8")

    assert not run(folder, memory, GENERATE).remembered
    assert run(folder, memory, GENERATE).remembered


def test_entries_that_nobody_asks_for_are_forgotten(
    folder: Path, memory: Memory
) -> None:
    """After a month; one that is asked for stays."""
    run(folder, memory, GENERATE)
    assert memory.folder is not None
    (entry,) = memory.folder.glob("*.json")
    past = time.time() - 40 * 24 * 60 * 60
    os.utime(entry, (past, past))
    assert run(folder, memory, GENERATE).remembered
    stale = memory.folder / "stale.json"
    stale.write_text("{}", "utf-8")
    os.utime(stale, (past, past))

    edit(folder / "api.yaml", "Pets", "Animals")
    run(folder, memory, GENERATE)

    assert entry.exists()
    assert not stale.exists()


def test_a_folder_that_cannot_be_written_keeps_nobody_from_work(
    folder: Path, tmp_path: Path
) -> None:
    """The next run has to do without."""
    tmp_path.joinpath("file").write_text("", "utf-8")
    memory = Memory(tmp_path / "file" / "runs")

    assert 0 == run(folder, memory, GENERATE).exit
    assert not run(folder, memory, GENERATE).remembered


def test_what_is_remembered_is_said_without_loading_a_stage(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Most of a short run is imports."""
    run(folder, Memory(), GENERATE)
    cache = str(tmp_path_factory.mktemp("cache"))
    kept = {key: os.environ[key] for key in os.environ if key != "CLIENTSMITH_NO_CACHE"}
    environment = {**kept, "XDG_CACHE_HOME": cache, "HOME": cache}
    code = (
        "import sys, clientsmith.cli as cli\n"
        "try: cli.app(['check', '--quiet'])\n"
        "except SystemExit as end: assert not end.code\n"
        "print(*sorted(sys.modules))"
    )
    loaded = [
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=folder,
            env=environment,
            check=True,
            capture_output=True,
            text=True,
        ).stdout.split()
        for _ in range(2)
    ]
    stages = {f"clientsmith.{name}" for name in ("resolve", "lower", "plan", "render")}

    assert stages < {*loaded[0]}
    assert set() == stages & {*loaded[1]}
    assert "jinja2" not in loaded[1]


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    """Stand in a repository whose target has the version that its changes ask for."""
    made = Shop(tmp_path / "shop")
    made.write("clientsmith.toml", f'{SHOP}version = "semver"\n')
    made.desk.run("generate", "--quiet")
    made.commit("Generate the client")
    return made


def test_a_version_that_follows_is_remembered_with_what_is_committed(
    shop: Shop, memory: Memory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is counted from that, which is the same as long as nobody commits."""
    run(shop.folder, memory, GENERATE)
    monkeypatch.setattr("clientsmith.fleet.perform", refuse)

    assert run(shop.folder, memory, GENERATE).remembered
    assert run(shop.folder, memory).remembered


@pytest.mark.parametrize(
    "path", ["pyproject.toml", "CHANGELOG.md", ".clientsmith/pets.release.json"]
)
def test_a_version_is_settled_again_where_what_it_follows_from_is_other(
    shop: Shop, memory: Memory, path: str
) -> None:
    """Somebody may have committed it, or set the version by hand."""
    run(shop.folder, memory, GENERATE)
    edit(shop.folder / "clients/pets" / path, new="\n" if "json" in path else "\n# \n")

    assert not run(shop.folder, memory, GENERATE).remembered
    run(shop.folder, memory, GENERATE)
    shop.commit("Keep it")
    assert not run(shop.folder, memory, GENERATE).remembered
