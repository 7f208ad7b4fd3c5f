"""A change is proposed once, by a command, and the proposal follows it."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from clientsmith.diagnostics import Exit
from clientsmith.emit.proposing import TOOLS
from emit.host import Host
from emit.workshop import BRANCH, OLDER, WISER, Workshop


@pytest.fixture
def gh(workshop: Workshop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Host:
    """Keep the client where `gh` opens pull requests."""
    host = Host.of(tmp_path / "bin", "gh")
    monkeypatch.setenv("PATH", host.path)
    workshop.configures("../shop.git", 'pull_request = ["gh"]\n')
    return host


def test_a_pull_request_is_opened(workshop: Workshop, gh: Host) -> None:
    """From the branch to the base, with a title and what the change means."""
    ended = workshop.emits()
    (proposed,) = gh.open

    assert Exit.OK == ended.code, ended.err
    assert (BRANCH, "main") == (proposed["branch"], proposed["base"])
    assert "Add the client pets 0.1.0" == proposed["title"]
    assert proposed["body"].startswith("The package `pets` is generated here")
    assert "pets: proposed" in ended.out
    assert "  https://example.com/pull/1" in ended.out.splitlines()


def test_it_is_updated_and_no_other_is_opened(workshop: Workshop, gh: Host) -> None:
    """With all that has changed since the base, first and last."""
    workshop.emits()
    workshop.merges()
    gh.closes()
    workshop.describes(OLDER)
    workshop.emits()
    workshop.describes(WISER, OLDER)
    workshop.emits()
    (proposed,) = gh.open

    assert "models.Pet.age" in proposed["body"]
    assert "models.Pet.wise" in proposed["body"]


def test_what_is_proposed_already_is_not_proposed_again(
    workshop: Workshop, gh: Host
) -> None:
    """Nobody is asked where nothing has changed."""
    workshop.emits()
    before = gh.calls
    workshop.emits()

    assert before == gh.calls


def test_what_was_merged_is_not_proposed_again(workshop: Workshop, gh: Host) -> None:
    """Also where the branch is still there, and nobody has kept the lock."""
    workshop.emits()
    workshop.merges()
    before = gh.calls
    (workshop.folder / "clientsmith.lock").unlink()
    ended = workshop.emits()

    assert Exit.OK == ended.code, ended.err
    assert "pets: unchanged" in ended.out
    assert before == gh.calls


@pytest.mark.parametrize("is_known", [True, False])
def test_what_was_pushed_before_is_proposed_once(
    workshop: Workshop, gh: Host, *, is_known: bool
) -> None:
    """By a target that was told later to have a pull request."""
    workshop.configures("../shop.git")
    workshop.emits()
    words = '"gh"' if is_known else '"gh", "pr", "list", "--head", "{branch}"'
    workshop.configures("../shop.git", f"pull_request = [{words}]\n")
    ended = workshop.emits()
    called = gh.calls
    workshop.emits()

    assert Exit.OK == ended.code, ended.err
    assert "pets: proposed" in ended.out
    assert ([BRANCH] if is_known else []) == [one["branch"] for one in gh.open]
    assert (called, bool(called)) == (gh.calls, True)


def test_what_somebody_has_closed_is_not_opened_again(
    workshop: Workshop, gh: Host
) -> None:
    """Until there is something new to say."""
    workshop.emits()
    gh.closes()
    ended = workshop.emits()

    assert "pets: unchanged" in ended.out
    assert [] == gh.open


def test_a_command_that_fails_is_tried_again(workshop: Workshop, gh: Host) -> None:
    """The branch is pushed by then, and its words are quoted."""
    gh.breaks("you are not logged in")
    failed = workshop.emits()
    pushed = workshop.remote.at(BRANCH)
    gh.breaks("")
    ended = workshop.emits()

    assert Exit.NETWORK == failed.code
    assert ["clientsmith.toml:9:1: error[emit-unproposed]"] == failed.places
    assert "you are not logged in" in failed.err
    assert Exit.OK == ended.code
    assert pushed == workshop.remote.at(BRANCH)
    assert [BRANCH] == [one["branch"] for one in gh.open]


def test_nothing_is_proposed_that_is_not_pushed(workshop: Workshop, gh: Host) -> None:
    """The body is printed instead, as it would be proposed."""
    offline = workshop.desk.run("emit")
    workshop.emits()

    assert gh.open[0]["body"] in offline.out


def test_glab_is_known_too(
    workshop: Workshop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its commands are others, and do the same."""
    glab = Host.of(tmp_path / "bin", "glab")
    monkeypatch.setenv("PATH", glab.path)
    workshop.configures("../shop.git", 'pull_request = ["glab"]\n')
    workshop.emits()
    workshop.describes(OLDER)
    ended = workshop.emits()
    (proposed,) = glab.open

    assert Exit.OK == ended.code, ended.err
    assert "main" == proposed["base"]
    assert ["mr", "update", "1"] == glab.calls[-1][:3]


def test_what_a_command_says_before_its_list_is_no_part_of_it(
    workshop: Workshop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As that a token expires soon; what has no list at all is quoted."""
    glab = Host.of(tmp_path / "bin", "glab")
    monkeypatch.setenv("PATH", glab.path)
    workshop.configures("../shop.git", 'pull_request = ["glab"]\n')
    workshop.emits()
    said = "print('[warn] your token expires soon')\n"
    program = tmp_path / "bin" / "glab"
    text = program.read_text()
    program.write_text(text.replace("import fcntl\n", f"import fcntl\n{said}", 1))
    workshop.describes(OLDER)
    ended = workshop.emits()
    program.write_text("#!/bin/sh\necho '[warn] your token expires soon'\n")
    workshop.describes(WISER, OLDER)
    failed = workshop.emits()

    assert Exit.OK == ended.code, ended.err
    assert 1 == len(glab.open)
    assert Exit.NETWORK == failed.code
    assert "error[emit-unproposed]" in failed.err
    assert "your token expires soon" in failed.err


COMMANDS = [
    pytest.param(
        words,
        id=" ".join(words[:3]),
        marks=pytest.mark.skipif(
            shutil.which(name) is None, reason=f"{name} is not installed"
        ),
    )
    for name, tool in TOOLS.items()
    for words in (tool.find, tool.open, tool.update)
]


@pytest.mark.parametrize("words", COMMANDS)
def test_the_commands_themselves_know_the_options(
    tmp_path: Path, words: tuple[str, ...]
) -> None:
    """They ask nobody where there is no remote, and say what they do not know first."""
    subprocess.run(["git", "init", "--quiet"], cwd=tmp_path, check=True)
    (tmp_path / "body.md").write_text("A change.\n", "utf-8")
    said = {"{body}": "body.md", "{found}": "7", "{host}": "github.com"}
    secrets = {tool.token: "nobody" for tool in TOOLS.values()}
    ended = subprocess.run(
        [_filled(word, said) for word in words],
        cwd=tmp_path,
        env={**os.environ, **secrets, "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )

    assert "unknown" not in ended.stderr.lower()
    assert "remote" in ended.stderr.lower()


def _filled(word: str, said: dict[str, str]) -> str:
    for hole, text in said.items():
        word = word.replace(hole, text)
    return word


def test_any_command_will_do(workshop: Workshop, tmp_path: Path) -> None:
    """It is given what it names in braces, once, without a shell."""
    script = tmp_path / "propose.sh"
    script.write_text('#!/bin/sh\nprintf "%s|" "$@"; cat "$1" >&2; cp "$1" "$6"\n')
    script.chmod(0o755)
    kept = tmp_path / "kept.md"
    words = f'"{script}", "{{body}}", "{{title}} {{x}}", "{{branch}}", "{{base}}"'
    more = f'pull_request = [{words}, "{{target}}/{{package}}", "{kept}"]\n'
    workshop.configures("../shop.git", more)
    ended = workshop.emits()

    assert Exit.OK == ended.code, ended.err
    assert f"|Add the client pets 0.1.0 {{x}}|{BRANCH}|main|pets/pets|" in ended.out
    assert kept.read_text().startswith("The package `pets` is generated here")


def test_a_command_that_is_not_there_is_named(workshop: Workshop) -> None:
    """The branch is pushed all the same."""
    workshop.configures("../shop.git", 'pull_request = ["nowhere/propose", "x"]\n')
    ended = workshop.emits()

    assert Exit.NETWORK == ended.code
    assert "error[emit-unproposed]" in ended.err
    assert workshop.remote.at(BRANCH)
