"""What keeps a target from its repository is said, and leaves that as it was."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from clientsmith.diagnostics import Exit
from emit.workshop import BRANCH, OLDER, TABLE, Repository, Workshop


def hooks(repository: Repository, name: str, script: str) -> None:
    """Give a repository a hook."""
    bare = (repository.folder / "hooks").is_dir()
    folder = repository.folder / ("hooks" if bare else ".git/hooks")
    folder.mkdir(exist_ok=True)
    hook = folder / name
    hook.write_text(f"#!/bin/sh\n{script}\n")
    hook.chmod(0o755)


def test_a_remote_may_refuse(workshop: Workshop) -> None:
    """Its words are quoted, and nothing is taken for done."""
    hooks(workshop.remote, "pre-receive", "echo 'no robots here' >&2; exit 1")
    ended = workshop.emits()

    assert Exit.NETWORK == ended.code
    assert "error[emit-unpushed]" in ended.err
    assert "no robots here" in ended.err
    assert "emitted" not in (workshop.folder / "clientsmith.lock").read_text()


def test_what_a_remote_refused_is_tried_again(workshop: Workshop) -> None:
    """A checkout has no branch that was never pushed."""
    workshop.configures("../shop")
    shop = workshop.checkout()
    hooks(workshop.remote, "pre-receive", "exit 1")
    workshop.emits()

    assert "" == shop.at(BRANCH)

    (workshop.remote.folder / "hooks" / "pre-receive").unlink()
    assert Exit.OK == workshop.emits().code
    assert shop.at(BRANCH) == workshop.remote.at(BRANCH)


def test_a_hook_may_refuse(workshop: Workshop) -> None:
    """That of a checkout, which runs as it does for people."""
    workshop.configures("../shop")
    shop = workshop.checkout()
    hooks(shop, "commit-msg", "echo 'no ticket in it' >&2; exit 1")
    ended = workshop.emits()

    assert Exit.USAGE == ended.code
    assert "error[emit-uncommitted]" in ended.err
    assert "no ticket in it" in ended.err
    assert "" == shop.at(BRANCH)
    assert 1 == len(shop.git("worktree", "list").splitlines())


def test_a_hook_may_change_what_is_committed(workshop: Workshop) -> None:
    """It is ours all the same, so that it can be built anew."""
    workshop.configures("../shop")
    shop = workshop.checkout()
    hooks(shop, "pre-commit", "echo x > LICENSE; git add LICENSE")
    workshop.emits()
    workshop.goes_on("NEWS.md", "News\n")
    workshop.describes(OLDER)
    ended = workshop.emits()

    assert Exit.OK == ended.code, ended.err
    assert "x" == shop.reads(BRANCH, "LICENSE")
    assert 1 == len(shop.subjects(f"origin/main..{BRANCH}"))


def test_what_a_hook_makes_of_a_message_stays(workshop: Workshop) -> None:
    """Some hosts find a change again by a line of their own."""
    workshop.configures("../shop")
    shop = workshop.checkout()
    hooks(shop, "pre-commit", "echo x > LICENSE; git add LICENSE")
    hooks(shop, "commit-msg", 'echo "Change-Id: I1" >> "$1"')
    workshop.emits()
    trailers = shop.git("log", "-1", "--format=%(trailers)", BRANCH)

    assert [
        "Clientsmith-Target",
        "Clientsmith-Tree",
        "Clientsmith-Message",
        "Change-Id",
    ] == [line.partition(":")[0] for line in trailers.splitlines() if line]
    assert shop.git("log", "-1", "--format=%T", BRANCH) in trailers


def test_a_step_that_fails_proposes_nothing(workshop: Workshop) -> None:
    """What it should have made is not there."""
    table = TABLE.format(name="pets", url="../shop.git")
    post = '\npost = [["python", "-c", "raise SystemExit(3)"]]\n\n'
    workshop.desk.write("clientsmith.toml", table.replace("\n\n", post, 1))
    ended = workshop.emits()

    assert Exit.USAGE == ended.code
    assert "error[post-failed]" in ended.err
    assert "" == workshop.remote.at(BRANCH)


def test_a_step_works_in_the_other_repository(workshop: Workshop) -> None:
    """What it makes there is committed with the rest."""
    table = TABLE.format(name="pets", url="../shop.git")
    script = "import sys; open(sys.argv[1] + '/../../MADE', 'w').write('by a step')"
    post = f'\npost = [["python", "-c", "{script}", "{{out}}"]]\n\n'
    workshop.desk.write("clientsmith.toml", table.replace("\n\n", post, 1))
    ended = workshop.emits()

    assert Exit.OK == ended.code, ended.err
    assert "by a step" == workshop.remote.reads(BRANCH, "MADE")


def test_a_repository_must_not_ignore_what_is_needed(workshop: Workshop) -> None:
    """The next run would take it for files of others."""
    workshop.goes_on(".gitignore", ".clientsmith/\n")
    ended = workshop.emits()

    assert Exit.USAGE == ended.code
    assert "error[emit-ignored]" in ended.err


def test_a_repository_must_not_ignore_a_part_of_the_package(
    workshop: Workshop,
) -> None:
    """Which would be there without its models; the rule is named."""
    workshop.goes_on(".gitignore", "dist/\nmodels/\n")
    ended = workshop.emits()

    assert Exit.USAGE == ended.code
    assert "error[emit-ignored]" in ended.err
    assert "`clients/pets/pets/models/__init__.py` and " in ended.err
    assert ".gitignore:2:models/: clients/pets/pets/models/pet.py" in ended.err
    assert "" == workshop.remote.at(BRANCH)


def test_a_file_of_others_is_named_as_it_is_there(workshop: Workshop) -> None:
    """By its path in the repository, and with what `emit` can do about it."""
    workshop.goes_on("clients/pets/pets/client.py", "# mine\n")
    ended = workshop.emits()

    assert ["clients/pets/pets/client.py:1:1: error[output-foreign]"] == ended.places
    assert "hint: move it away\n" in ended.err
    assert "--force" not in ended.err


def test_a_repository_that_cannot_be_had_is_named(workshop: Workshop) -> None:
    """Without the password that somebody has left in its address."""
    workshop.configures("http://ada@127.0.0.1:9/shop.git")
    ended = workshop.emits()

    assert Exit.NETWORK == ended.code
    assert ["clientsmith.toml:8:1: error[emit-unreachable]"] == ended.places
    assert "ada" not in ended.err.replace('http://ada@127.0.0.1:9/shop.git"', "")


def test_without_the_network_an_address_is_not_asked(workshop: Workshop) -> None:
    """It may be anywhere."""
    workshop.configures(f"file://{workshop.remote.folder}")
    ended = workshop.desk.run("emit", "--frozen")

    assert Exit.NETWORK == ended.code
    assert "error[network-frozen]" in ended.err


def test_a_repository_without_a_commit_has_no_base(workshop: Workshop) -> None:
    """There is nothing that a change could be proposed to."""
    empty = Repository(workshop.folder.parent / "empty.git")
    empty.folder.mkdir()
    empty.git("init", "--quiet", "--bare")
    workshop.configures("../empty.git")
    ended = workshop.emits()

    assert Exit.USAGE == ended.code
    assert "error[emit-no-base]" in ended.err


@pytest.mark.parametrize("url", ["../shop.git", "../shop"])
def test_what_is_not_proposed_is_not_pushed(workshop: Workshop, url: str) -> None:
    """A branch that is the base; which one that is, only the repository says."""
    workshop.checkout()
    before = workshop.remote.at("main")
    workshop.configures(url, 'branch = "main"\n')
    ended = workshop.emits()

    assert Exit.USAGE == ended.code
    assert ["clientsmith.toml:9:1: error[emit-same-branch]"] == ended.places
    assert before == workshop.remote.at("main")


def test_a_submodule_is_another_repository(workshop: Workshop, tmp_path: Path) -> None:
    """What is in it cannot be committed around it; beside it is fine."""
    other = Repository.bare(tmp_path / "other.git")
    shop = workshop.checkout()
    allow = ("-c", "protocol.file.allow=always")
    words = ("submodule", "--quiet", "add", str(other.folder), "clients")
    shop.git(*allow, *words)
    shop.commits("README.md", "With a submodule\n")
    shop.git("push", "--quiet", "origin", "main")
    inside = workshop.emits()
    table = TABLE.format(name="pets", url="../shop.git")
    workshop.desk.write("clientsmith.toml", table.replace("clients/pets", "mine"))
    beside = workshop.emits()

    assert Exit.USAGE == inside.code
    assert "error[emit-submodule]" in inside.err
    assert Exit.OK == beside.code, beside.err
    assert workshop.remote.holds(BRANCH, "mine/pets/client.py")
    assert workshop.remote.holds(BRANCH, "clients")


def test_a_client_may_be_kept_in_a_submodule(
    workshop: Workshop, tmp_path: Path
) -> None:
    """It is named as the checkout that it is, and pushes to where it came from."""
    other = Repository.bare(tmp_path / "other.git")
    shop = workshop.checkout()
    allow = ("-c", "protocol.file.allow=always")
    shop.git(*allow, "submodule", "--quiet", "add", str(other.folder), "mine")
    shop.commits("README.md", "With a submodule\n")
    workshop.configures("../shop/mine")
    ended = workshop.emits()

    assert Exit.OK == ended.code, ended.err
    assert other.holds(BRANCH, "clients/pets/pets/client.py")
    assert "" == shop.git("status", "--porcelain")


def test_a_description_that_is_wrong_reaches_nobody(workshop: Workshop) -> None:
    """As with `generate`."""
    workshop.describes('$ref: "#/nothing"')
    ended = workshop.emits()

    assert Exit.DOCUMENT == ended.code
    assert "" == workshop.remote.at(BRANCH)


def test_a_target_that_is_kept_here_is_not_emitted(workshop: Workshop) -> None:
    """Whoever names it hears so."""
    kept = TABLE.partition("\n\n")[0].format(name="pets") + "\n"
    workshop.desk.write("clientsmith.toml", kept)

    assert "error[emit-nowhere]" in workshop.emits().err


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ("git version 2.37.7", "git is too old: `{git}` is 2.37.7"),
        ("git version 1.9.rc1", "git is too old: `{git}` is 1.9.rc1"),
        ("gix 3.0", "git does not say which version it is: `gix 3.0`"),
    ],
)
def test_an_old_git_is_named(
    workshop: Workshop,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    said: str,
    message: str,
) -> None:
    """Before it is asked for what it does not know."""
    program = tmp_path / "bin" / "git"
    program.parent.mkdir()
    program.write_text(f"#!/bin/sh\necho {said}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")
    ended = workshop.emits()

    assert Exit.USAGE == ended.code
    assert f"error[emit-git]: {message.format(git=program)}" in ended.err
    assert "hint: install git 2.38 or newer" in ended.err


@pytest.mark.parametrize(
    "said", ["2.38.0", "2.39.3 (Apple Git-146)", "3.0.0.windows.1"]
)
def test_a_git_that_is_new_enough_is_asked(
    workshop: Workshop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: str
) -> None:
    """Whatever its maker adds to the version."""
    program = tmp_path / "bin" / "git"
    program.parent.mkdir()
    itself = shutil.which("git")
    says = f'if [ "$1" = --version ]; then echo "git version {said}"; exit; fi'
    program.write_text(f'#!/bin/sh\n{says}\nexec {itself} "$@"\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")

    assert Exit.OK == workshop.emits().code


def test_pushing_needs_the_network(workshop: Workshop) -> None:
    """Which `--frozen` forbids."""
    assert "error[option-conflict]" in workshop.emits("--frozen").err
