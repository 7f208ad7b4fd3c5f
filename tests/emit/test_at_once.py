"""Many targets at once: as one after the other, and nothing half where that ends."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from clientsmith.config import Target, read_config
from clientsmith.diagnostics import Exit
from clientsmith.emit.several import by_repository
from emit.workshop import TABLE, Repository, Workshop

NAMES = ("ants", "bees", "cats")
PATIENCE = 60.0


def keeps(workshop: Workshop, places: dict[str, str]) -> None:
    """Say of several clients where they are kept."""
    tables = [TABLE.format(name=name, url=url) for name, url in places.items()]
    workshop.desk.write("clientsmith.toml", "\n".join(tables))


def told(workshop: Workshop, *options: str) -> list[tuple[str, str]]:
    """Emit, and return the name and the status of each target."""
    printed = json.loads(workshop.desk.run("emit", "--json", *options).out)
    return [(one["name"], one["status"]) for one in printed["targets"]]


@pytest.fixture
def three(workshop: Workshop, tmp_path: Path) -> list[Repository]:
    """Keep three clients in repositories of their own."""
    keeps(workshop, {name: f"../{name}.git" for name in NAMES})
    return [Repository.bare(tmp_path / f"{name}.git") for name in NAMES]


def test_several_processes_push_what_one_does(
    workshop: Workshop, three: list[Repository]
) -> None:
    """In the order of the configuration, and the lock knows of all of them."""
    together = told(workshop, "--push", "--jobs", "3")
    alone = told(workshop, "--push", "--jobs", "1")
    lock = json.loads((workshop.folder / "clientsmith.lock").read_text("utf-8"))

    assert [(name, "pushed") for name in NAMES] == together
    assert [(name, "unchanged") for name in NAMES] == alone
    assert {*NAMES} == {
        name for name, each in lock["targets"].items() if "emitted" in each
    }
    for name, repository in zip(NAMES, three, strict=True):
        assert [f"Add the client {name} 0.1.0"] == repository.subjects(
            f"main..clientsmith/{name}"
        )


@pytest.mark.usefixtures("three")
def test_one_that_fails_leaves_the_others_done(workshop: Workshop) -> None:
    """Also where each has a process, and how many did is said at the end."""
    keeps(workshop, {"ants": "../ants.git", "bees": "../no.git", "cats": "../cats.git"})
    ended = workshop.emits("--jobs", "3")

    assert Exit.USAGE == ended.code
    assert ["ants: pushed", "bees: failed", "cats: pushed"] == [
        line.partition(",")[0]
        for line in ended.out.splitlines()
        if "clientsmith/" in line
    ]
    assert "1 failed, 2 fine" == ended.err.splitlines()[-1]


def test_what_is_kept_in_one_checkout_takes_turns(
    workshop: Workshop, tmp_path: Path
) -> None:
    """A hook of it that would meet another one finds nobody."""
    shop = workshop.checkout()
    hook = shop.folder / ".git" / "hooks" / "pre-commit"
    met = tmp_path / "met"
    hook.write_text(f"#!/bin/sh\nmkdir '{met}' && sleep 0.2 && rmdir '{met}'\n")
    hook.chmod(0o755)
    keeps(workshop, dict.fromkeys(NAMES, "../shop"))

    assert [(name, "committed") for name in NAMES] == told(workshop, "--jobs", "3")


def targets_kept(workshop: Workshop, places: dict[str, str]) -> list[Target]:
    """Read where clients are kept."""
    keeps(workshop, places)
    config = read_config(workshop.folder / "clientsmith.toml").value
    assert config is not None
    return config.targets


def named(lines: Iterable[Iterable[Target]]) -> list[list[str]]:
    """Name the targets of each line."""
    return [[one.name for one in line] for line in lines]


def test_a_repository_is_known_by_where_it_pushes(
    workshop: Workshop, tmp_path: Path
) -> None:
    """A checkout, one that is linked to it, a second clone, and what they push to."""
    shop = workshop.checkout()
    shop.git("worktree", "add", "--quiet", "../linked", "-b", "linked")
    workshop.checkout_at("second")
    alone = Repository(tmp_path / "alone")
    alone.folder.mkdir()
    alone.git("init", "--quiet")
    places = {"a": "../shop", "b": "../alone", "c": "../linked", "d": "../shop.git"}
    places |= {"e": "../second", "f": "../nowhere"}

    assert [["a", "c", "d", "e"], ["b"], ["f"]] == named(
        by_repository(targets_kept(workshop, places))
    )


def test_an_address_is_known_however_it_ends(workshop: Workshop) -> None:
    """And a checkout of it is the same repository."""
    workshop.checkout().git("remote", "set-url", "origin", "https://git.example/shop")
    places = {"a": "https://git.example/shop.git", "b": "https://git.example/farm"}
    places |= {"c": "https://git.example/shop/", "d": "../shop"}

    assert [["a", "c", "d"], ["b"]] == named(
        by_repository(targets_kept(workshop, places))
    )


@pytest.mark.usefixtures("three")
def test_a_slice_is_one_of_what_is_kept_elsewhere(workshop: Workshop) -> None:
    """What is kept here takes no place in it."""
    here = TABLE.partition("\n\n")[0].format(name="here")
    configured = (workshop.folder / "clientsmith.toml").read_text("utf-8")
    workshop.desk.write("clientsmith.toml", f"{here}\n\n{configured}")
    first, second = (told(workshop, f"--shard={each}/2") for each in (1, 2))
    listed = [
        [line.partition(":")[0] for line in lines.splitlines()]
        for lines in (
            workshop.desk.run("targets", f"--shard={each}/2").out for each in (1, 2)
        )
    ]
    generated = workshop.desk.run("generate", "--shard=1/1")

    assert [("ants", "previewed"), ("cats", "previewed")] == first
    assert [("bees", "previewed")] == second
    assert [["here", "ants", "cats"], ["bees"]] == listed
    assert Exit.OK == generated.code
    assert (workshop.folder / "clients" / "here").is_dir()


@pytest.mark.usefixtures("three")
def test_a_failure_is_an_annotation_of_the_configuration(workshop: Workshop) -> None:
    """And a result of a SARIF log, which names the target."""
    keeps(workshop, {"ants": "../ants.git", "bees": "../no.git"})
    annotated = workshop.emits("--format", "github").out.splitlines()
    log = json.loads(workshop.emits("--format", "sarif").out)
    [result] = log["runs"][0]["results"]
    [place] = result["locations"]

    expected = (
        "::error file=clientsmith.toml,line=17,col=1,title=emit-no-repository::"
        "there is no repository of git at `../no.git`"
    )

    assert [expected] == [
        line.partition("%0A")[0] for line in annotated if line.startswith("::error")
    ]
    assert ("emit-no-repository", 17) == (
        result["ruleId"],
        place["physicalLocation"]["region"]["startLine"],
    )


def test_a_preview_is_no_command_of_a_service(workshop: Workshop) -> None:
    """What a description says is between words that keep it from being one."""
    workshop.describes("title: 'Pets ::error::boo'", "title: Pets")
    lines = workshop.desk.run("emit", "--format", "github").out.splitlines()
    begun = lines.index("::group::what is said of pets")
    title = next(n for n, line in enumerate(lines) if line.startswith("Add the client"))

    assert lines[begun + 1].startswith("::stop-commands::")
    assert begun < title < lines.index("::endgroup::")


@pytest.mark.skipif(sys.platform != "linux", reason="children are listed in /proc")
@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize(
    ("number", "tell"),
    [
        (signal.SIGINT, os.killpg),
        (signal.SIGINT, os.kill),
        (signal.SIGTERM, os.killpg),
        (signal.SIGTERM, os.kill),
        (signal.SIGHUP, os.killpg),
    ],
    ids=["Ctrl-C", "interrupted", "all are ended", "ended", "hung up"],
)
def test_a_signal_leaves_nothing_half(
    workshop: Workshop,
    tmp_path: Path,
    jobs: str,
    number: signal.Signals,
    tell: Callable[[int, int], None],
) -> None:
    """Neither a work tree nor a branch, and no git that goes on alone."""
    shops = [workshop.checkout_at("one"), workshop.checkout_at("two")]
    (tmp_path / "scratch").mkdir()
    for shop in shops:
        # Two clones that push to one repository would take turns.
        shop.git("remote", "remove", "origin")
        hook = shop.folder / ".git" / "hooks" / "pre-commit"
        hook.write_text(f"#!/bin/sh\necho $$ > '{shop.folder}.pid'\nexec sleep 60\n")
        hook.chmod(0o755)
    keeps(workshop, {"ants": "../one", "bees": "../two"})
    begun = [shop.folder.with_suffix(".pid") for shop in shops[: int(jobs)]]
    with _started(workshop, tmp_path / "scratch", "--jobs", jobs) as program:
        _wait_for(lambda: all(each.exists() and each.read_text() for each in begun))
        tell(program.pid, number)
        said, _ = program.communicate(timeout=PATIENCE)

    assert 128 + number == program.returncode, said
    assert [] == [*(tmp_path / "scratch").glob("clientsmith-*")]
    for shop in shops:
        assert 1 == len(shop.git("worktree", "list").splitlines())
        assert "main" == shop.git("branch", "--format=%(refname:short)")
    for each in begun:
        assert not _runs(each.read_text().strip())


@pytest.mark.skipif(sys.platform != "linux", reason="children are listed in /proc")
def test_whoever_ignores_that_a_terminal_is_gone_goes_on(
    workshop: Workshop, tmp_path: Path
) -> None:
    """As `nohup` has it, and so do the processes that do the work."""
    shops = [workshop.checkout_at("one"), workshop.checkout_at("two")]
    (tmp_path / "scratch").mkdir()
    for shop in shops:
        shop.git("remote", "remove", "origin")
        hook = shop.folder / ".git" / "hooks" / "pre-commit"
        hook.write_text(f"#!/bin/sh\necho $$ > '{shop.folder}.pid'\nsleep 1\n")
        hook.chmod(0o755)
    keeps(workshop, {"ants": "../one", "bees": "../two"})
    begun = [shop.folder.with_suffix(".pid") for shop in shops]
    with _started(
        workshop, tmp_path / "scratch", "--jobs", "2", hung_up="SIG_IGN"
    ) as program:
        _wait_for(lambda: all(each.exists() and each.read_text() for each in begun))
        os.killpg(program.pid, signal.SIGHUP)
        said, _ = program.communicate(timeout=PATIENCE)

    assert Exit.OK == program.returncode, said


def _started(
    workshop: Workshop, scratch: Path, *options: str, hung_up: str = "SIG_DFL"
) -> subprocess.Popen[bytes]:
    """Emit as from a terminal, whose Ctrl-C reaches all that it has started."""
    return subprocess.Popen(
        [sys.executable, "-c", _PROGRAM.format(hung_up=hung_up), "emit", *options],
        cwd=workshop.folder,
        env={**os.environ, "TMPDIR": str(scratch)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )


_PROGRAM = """\
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)
signal.signal(signal.SIGHUP, signal.{hung_up})
from clientsmith.__main__ import main
if __name__ == "__main__":
    main()
"""
"""Hears of signals, also where a shell has the tests run in its background."""


def _runs(pid: str) -> bool:
    """Tell whether a process has not ended, whoever has to hear of its end."""
    status = Path(f"/proc/{pid}/stat")
    return status.exists() and status.read_text().rpartition(")")[2].split()[0] != "Z"


def _wait_for(holds: Callable[[], bool]) -> None:
    until = time.monotonic() + PATIENCE
    while not holds() and time.monotonic() < until:
        time.sleep(0.02)
    assert holds()
