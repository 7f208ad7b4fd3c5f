"""Nothing of another repository is run, and nothing is written outside of it."""

from __future__ import annotations

import base64
import os
from pathlib import Path

import pytest

from clientsmith.diagnostics import Exit
from emit.host import Host
from emit.workshop import BRANCH, OLDER, Repository, Workshop

WORD = "only-ada-knows"


def script(text: str) -> str:
    """Write a program for a shell."""
    return f"#!/bin/sh\n{text}\n"


def runnable(path: Path, text: str) -> Path:
    """Put a program somewhere."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(script(text))
    path.chmod(0o755)
    return path


def brings(workshop: Workshop, path: str, text: str, branch: str = "main") -> None:
    """Have somebody else push a program."""
    count = len(list(workshop.folder.parent.iterdir()))
    someone = workshop.remote.cloned(workshop.folder.parent / f"someone-{count}")
    someone.git("switch", "--quiet", branch)
    runnable(someone.folder / path, text)
    someone.commits(".seen", path)
    someone.git("push", "--quiet", "origin", branch)


@pytest.fixture
def trace(tmp_path: Path) -> Path:
    """Where whoever runs notes it."""
    return tmp_path / "trace"


def test_a_command_is_that_of_the_configuration(
    workshop: Workshop, trace: Path
) -> None:
    """The other repository has one of that name, which is not run."""
    brings(workshop, "tools/propose", f"echo theirs >> {trace}")
    workshop.configures("../shop.git", 'pull_request = ["tools/propose", "{branch}"]\n')
    runnable(workshop.folder / "tools" / "propose", f"echo ours $1 >> {trace}")
    ended = workshop.emits()

    assert Exit.OK == ended.code, ended.err
    assert f"ours {BRANCH}\n" == trace.read_text()


def test_what_an_interpreter_is_given_is_from_there_too(
    workshop: Workshop, trace: Path
) -> None:
    """It runs in the folder of the configuration, and hears of the work tree."""
    brings(workshop, "propose.sh", f"echo theirs >> {trace}")
    words = '["sh", "propose.sh", "{tree}"]'
    workshop.configures("../shop.git", f"pull_request = {words}\n")
    listed = "clients/pets/pets/client.py"
    runnable(workshop.folder / "propose.sh", f'cd "$1"; ls {listed} >> {trace}')
    ended = workshop.emits()

    assert Exit.OK == ended.code, ended.err
    assert f"{listed}\n" == trace.read_text()


def test_a_command_that_is_not_there_says_where_it_should_be(
    workshop: Workshop, trace: Path
) -> None:
    """Which is not where the other repository has it."""
    brings(workshop, "tools/propose", f"echo theirs >> {trace}")
    workshop.configures("../shop.git", 'pull_request = ["tools/propose", "x"]\n')
    ended = workshop.emits()

    assert Exit.NETWORK == ended.code
    assert ["clientsmith.toml:9:1: error[emit-unproposed]"] == ended.places
    assert f"the configuration: {workshop.folder}/tools/propose" in ended.err
    assert not trace.exists()


@pytest.mark.parametrize("entry", [".", "", "bin"])
def test_a_relative_path_of_programs_is_read_from_here(
    workshop: Workshop, trace: Path, monkeypatch: pytest.MonkeyPatch, entry: str
) -> None:
    """`.` is where clientsmith was started, and no work tree."""
    for name in ("git", "gh", "propose"):
        brings(workshop, f"{entry or '.'}/{name}", f"echo theirs {name} >> {trace}")
    here = workshop.folder / entry
    gh = Host.of(here, "gh")
    runnable(here / "propose", "true")
    monkeypatch.setenv("PATH", f"{entry}{os.pathsep}{os.environ['PATH']}")
    workshop.configures("../shop.git", 'pull_request = ["gh"]\n')
    known = workshop.emits()
    workshop.configures("../shop.git", 'pull_request = ["propose", "{tree}"]\n')
    workshop.describes(OLDER)
    any_ = workshop.emits()

    assert (Exit.OK, Exit.OK) == (known.code, any_.code), known.err + any_.err
    assert 1 == len(gh.open)
    assert not trace.exists()


def test_hooks_of_a_branch_are_not_run(workshop: Workshop, trace: Path) -> None:
    """A checkout whose hooks are among its files runs its own, as for people."""
    brings(workshop, "hooks/pre-commit", f"echo old >> {trace}")
    workshop.configures("../shop")
    shop = workshop.checkout()
    shop.git("config", "core.hooksPath", "hooks")
    brings(workshop, "hooks/pre-commit", f"echo theirs >> {trace}")
    ended = workshop.emits()

    assert Exit.OK == ended.code, ended.err
    assert "old\n" == trace.read_text()


def test_a_clone_has_no_hooks_of_its_branches(
    workshop: Workshop, trace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also for somebody who has said that hooks are among the files everywhere."""
    configured = workshop.folder.parent / "gitconfig"
    configured.write_text("[core]\n\thooksPath = hooks\n")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(configured))
    brings(workshop, "hooks/pre-commit", f"echo theirs >> {trace}")
    brings(workshop, "hooks/post-checkout", f"echo theirs >> {trace}")
    ended = workshop.emits()

    assert Exit.OK == ended.code, ended.err
    assert not trace.exists()


def test_a_hook_of_a_commit_hears_of_no_token(
    workshop: Workshop, trace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It runs what the branch has, as `pre-commit` does."""
    monkeypatch.setenv("SHOP_TOKEN", WORD)
    workshop.configures("../shop", 'token = "SHOP_TOKEN"\n')
    shop = workshop.checkout()
    shop.git("remote", "set-url", "origin", "https://git.example/shop.git")
    shop.git("config", f"url.{workshop.remote.folder}.insteadOf", "https://git.example")
    runnable(shop.folder / ".git" / "hooks" / "pre-commit", f"env > {trace}")
    workshop.desk.run("emit", "--frozen")

    assert "GIT_DIR=" in trace.read_text()
    assert "Authorization" not in trace.read_text()
    assert WORD not in trace.read_text()


def test_no_hook_finds_a_token_in_its_environment(
    workshop: Workshop, trace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not even that of a push, which git is told by a file whom to pass as."""
    shop = _has_a_token(workshop, monkeypatch)
    for name in ("post-checkout", "reference-transaction", "commit-msg", "pre-push"):
        hook = shop.folder / ".git" / "hooks" / name
        runnable(hook, f"echo {name} >> {trace}; env >> {trace}")
    ended = workshop.emits()
    said = trace.read_text()

    assert Exit.OK == ended.code, ended.err
    assert "post-checkout\n" in said
    assert "pre-push\n" in said
    assert [] == [form for form in _forms() if form in said]


def test_a_hook_that_fails_is_quoted_without_a_token(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In whichever form it has it: the header of git is read by everybody."""
    shop = _has_a_token(workshop, monkeypatch)
    said = "; ".join(f"echo got {form} >&2" for form in _forms())
    runnable(shop.folder / ".git" / "hooks" / "post-checkout", f"{said}; exit 1")
    ended = workshop.emits()

    assert "error[emit-git]" in ended.err
    assert "got …" in ended.err
    assert [] == [form for form in _forms() if form in ended.err]


def test_settings_of_git_with_a_token_are_not_missed(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are counted by whoever has set them, as a workflow does."""
    _has_a_token(workshop, monkeypatch)
    monkeypatch.setenv("GIT_CONFIG_COUNT", "2")
    monkeypatch.setenv("GIT_CONFIG_KEY_0", "http.https://git.example/.extraHeader")
    monkeypatch.setenv("GIT_CONFIG_VALUE_0", f"Authorization: Basic {_forms()[0]}")
    monkeypatch.setenv("GIT_CONFIG_KEY_1", f"url.https://x:{WORD}@other.insteadOf")
    monkeypatch.setenv("GIT_CONFIG_VALUE_1", "https://other.example")
    ended = workshop.emits()

    assert Exit.OK == ended.code, ended.err


def _has_a_token(workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """Keep a checkout whose remote has an address that a token is for."""
    monkeypatch.setenv("SHOP_TOKEN", WORD)
    workshop.configures("../shop", 'token = "SHOP_TOKEN"\n')
    shop = workshop.checkout()
    address = "https://git.example"
    shop.git("remote", "set-url", "origin", f"{address}/shop.git")
    shop.git("config", f"url.{workshop.folder.parent}.insteadOf", address)
    return shop


def _forms() -> list[str]:
    pair = base64.b64encode(f"x-access-token:{WORD}".encode()).decode()
    return [pair, base64.b64encode(WORD.encode()).decode(), WORD]


def test_a_link_leads_nobody_out(workshop: Workshop, tmp_path: Path) -> None:
    """What is generated would be written where a link on the way leads."""
    outside = tmp_path / "outside"
    outside.mkdir()
    someone = workshop.checkout_at("someone")
    (someone.folder / "clients").symlink_to(outside)
    someone.commits("NEWS.md", "News\n")
    someone.git("push", "--quiet", "origin", "main")
    ended = workshop.emits()

    assert Exit.USAGE == ended.code
    assert "error[output-symlink]: `clients` is a symbolic link there" in ended.err
    assert [] == [*outside.iterdir()]


def test_a_link_to_a_file_of_this_machine_is_not_read(
    workshop: Workshop, tmp_path: Path
) -> None:
    """What is read is kept, as a changelog is, and would be published."""
    secret = tmp_path / "secret"
    secret.write_text(f"# Changelog\n\n## [0.0.1]\n\n{WORD}\n")
    table = (workshop.folder / "clientsmith.toml").read_text()
    told = table.replace("testing", 'version = "semver"\ntesting')
    workshop.desk.write("clientsmith.toml", told)
    someone = workshop.checkout_at("someone")
    out = someone.folder / "clients" / "pets"
    out.mkdir(parents=True)
    (out / "CHANGELOG.md").symlink_to(secret)
    someone.commits("NEWS.md", "News\n")
    someone.git("push", "--quiet", "origin", "main")
    ended = workshop.emits()

    assert Exit.USAGE == ended.code
    assert "error[output-symlink]: `clients/pets/CHANGELOG.md` leads" in ended.err
    assert "" == workshop.remote.at(BRANCH)


def test_a_link_to_a_file_of_the_repository_is_fine(workshop: Workshop) -> None:
    """A README may be the one of the whole repository."""
    someone = workshop.checkout_at("someone")
    out = someone.folder / "clients" / "pets"
    out.mkdir(parents=True)
    (out / "README.md").symlink_to("../../README.md")
    someone.commits("NEWS.md", "News\n")
    someone.git("push", "--quiet", "origin", "main")
    ended = workshop.emits()

    assert Exit.OK == ended.code, ended.err
    assert "../../README.md" == workshop.remote.reads(BRANCH, "clients/pets/README.md")


def test_the_half_of_a_run_that_somebody_has_committed_is_not_finished(
    workshop: Workshop,
) -> None:
    """It would be moved to where it says, and through a link to anywhere there."""
    someone = workshop.checkout_at("someone")
    staged = "clients/pets/.clientsmith/pets.staging"
    for path, text in {
        f"{staged}/inode": "0",
        f"{staged}/manifest.json": "{}",
        f"{staged}/beside/way/propose": "theirs",
        "tools/propose": "ours",
    }.items():
        someone.writes(path, text)
    (someone.folder / "clients" / "pets" / "way").symlink_to("../../tools")
    someone.commits("NEWS.md", "News\n")
    someone.git("push", "--quiet", "origin", "main")
    ended = workshop.emits()

    assert Exit.OK == ended.code, ended.err
    assert "ours" == workshop.remote.reads(BRANCH, "tools/propose")
    assert not workshop.remote.holds(BRANCH, staged)


def test_a_link_instead_of_such_a_half_is_no_way_out(
    workshop: Workshop, tmp_path: Path
) -> None:
    """What it leads to stays."""
    outside = tmp_path / "outside"
    (outside / "old").mkdir(parents=True)
    someone = workshop.checkout_at("someone")
    state = someone.folder / "clients" / "pets" / ".clientsmith"
    state.mkdir(parents=True)
    (state / "pets.staging").symlink_to(outside)
    someone.commits("NEWS.md", "News\n")
    someone.git("push", "--quiet", "origin", "main")
    ended = workshop.emits()

    assert Exit.USAGE == ended.code
    assert "error[output-symlink]" in ended.err
    assert ["old"] == [each.name for each in outside.iterdir()]


@pytest.mark.parametrize("name", ["GIT_OBJECT_DIRECTORY", "GIT_INDEX_FILE", "GIT_DIR"])
def test_git_of_a_hook_around_it_is_not_that_of_the_work(
    workshop: Workshop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """`emit` and `diff` may run in a hook, which tells git of its own repository."""
    here = Repository(workshop.folder)
    here.git("init", "--quiet")
    workshop.configures("../shop.git")
    here.commits("README.md", "Here\n")
    monkeypatch.setenv(name, str(tmp_path / "elsewhere"))
    emitted = workshop.emits()
    compared = workshop.desk.run("diff", "HEAD")

    assert (Exit.OK, Exit.OK) == (emitted.code, compared.code), compared.err
