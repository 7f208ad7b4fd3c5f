"""Tokens come from the environment, and go to git and to nobody else."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest

from clientsmith.diagnostics import Exit
from emit.host import Host
from emit.workshop import BRANCH, OLDER, Workshop
from servers.publisher import publishing

WORD = "only-ada-knows"


@pytest.fixture
def known(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Have a token in the environment."""
    monkeypatch.setenv("SHOP_TOKEN", WORD)
    return monkeypatch


@pytest.mark.usefixtures("known")
def test_a_token_is_a_header_of_its_host(workshop: Workshop) -> None:
    """Git sends it, and no word of it is said where it helps nothing."""
    with publishing() as publisher:
        url = f"{publisher.address}/shop.git"
        workshop.configures(url, 'token = "SHOP_TOKEN"\n')
        ended = workshop.emits()
        sent = {headers["Authorization"] for _, headers in publisher.asked}

    pair = base64.b64encode(f"x-access-token:{WORD}".encode()).decode()
    assert {f"Basic {pair}"} == sent
    assert Exit.NETWORK == ended.code
    assert "error[emit-unreachable]" in ended.err
    assert WORD not in ended.out + ended.err
    assert pair not in ended.out + ended.err


def test_a_token_that_is_not_there_is_asked_for(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At its line."""
    monkeypatch.delenv("SHOP_TOKEN", raising=False)
    workshop.configures("../shop.git", 'token = "SHOP_TOKEN"\n')
    ended = workshop.emits()

    assert Exit.NETWORK == ended.code
    assert ["clientsmith.toml:9:1: error[emit-token]"] == ended.places


def test_the_command_gets_the_token_by_its_own_name(
    workshop: Workshop, tmp_path: Path, known: pytest.MonkeyPatch
) -> None:
    """And what it says is said without it."""
    gh = Host.of(tmp_path / "bin", "gh")
    known.setenv("PATH", gh.path)
    workshop.configures("../shop.git", 'token = "SHOP_TOKEN"\npull_request = ["gh"]\n')
    gh.breaks(f"{WORD} is of no use")
    ended = workshop.emits()

    assert {WORD} == gh.tokens
    assert "… is of no use" in ended.err
    assert WORD not in ended.err + ended.out


def test_a_host_of_ones_own_gets_the_token_by_another_name(
    workshop: Workshop, tmp_path: Path, known: pytest.MonkeyPatch
) -> None:
    """`gh` sends what `GH_TOKEN` has to GitHub, wherever the repository is."""
    gh = Host.of(tmp_path / "bin", "gh")
    known.setenv("PATH", gh.path)
    ssh = tmp_path / "ssh"
    ssh.write_text(f"#!/bin/sh\ncd '{tmp_path}'\nfor last; do :; done\neval $last\n")
    ssh.chmod(0o755)
    known.setenv("GIT_SSH_COMMAND", str(ssh))
    more = 'token = "SHOP_TOKEN"\npull_request = ["gh"]\n'
    workshop.configures("git@git.example.com:shop.git", more)
    workshop.emits()
    workshop.describes(OLDER)
    ended = workshop.emits()
    updated = gh.calls[-1]

    assert Exit.OK == ended.code, ended.err
    assert ({""}, {WORD}) == (gh.tokens, gh.tokens_elsewhere)
    assert "git.example.com" == updated[updated.index("--hostname") + 1]


@pytest.mark.parametrize(
    ("name", "address", "told"),
    [
        ("gh", "git@github.com:example/shop.git", ""),
        ("gh", "git@corner.ghe.com:example/shop.git", ""),
        ("gh", "git@git.example.com:example/shop.git", "git.example.com"),
        ("glab", "git@gitlab.com:example/shop.git", ""),
        ("glab", "git@git.example.com:example/shop.git", "git.example.com"),
    ],
)
def test_a_command_hears_of_a_host_that_it_cannot_know(
    workshop: Workshop,
    tmp_path: Path,
    known: pytest.MonkeyPatch,
    name: str,
    address: str,
    told: str,
) -> None:
    """With a token alone, nobody has logged in there; `glab` would refuse."""
    host = Host.of(tmp_path / "bin", name)
    known.setenv("PATH", host.path)
    known.delenv("GH_HOST", raising=False)
    known.delenv("GITLAB_HOST", raising=False)
    ssh = tmp_path / "ssh"
    ssh.write_text(f"#!/bin/sh\ncd '{tmp_path}'\nfor last; do :; done\neval $last\n")
    ssh.chmod(0o755)
    known.setenv("GIT_SSH_COMMAND", str(ssh))
    (tmp_path / "example").mkdir()
    (tmp_path / "example" / "shop.git").symlink_to(workshop.remote.folder)
    more = f'token = "SHOP_TOKEN"\npull_request = ["{name}"]\n'
    workshop.configures(address, more)
    ended = workshop.emits()

    assert Exit.OK == ended.code, ended.err
    assert {told} == host.hosts


def test_a_password_in_an_address_is_refused(workshop: Workshop) -> None:
    """It would be committed with the configuration."""
    workshop.configures("https://ada:s3cret@git.example.com/shop.git")
    ended = workshop.emits()

    assert Exit.USAGE == ended.code
    assert ["clientsmith.toml:8:1: error[config-value]"] == ended.places


def test_what_a_remote_says_is_quoted_without_credentials(workshop: Workshop) -> None:
    """Remotes like to repeat addresses."""
    hook = workshop.remote.folder / "hooks" / "pre-receive"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(
        "#!/bin/sh\necho see https://ada:pw@example.com/rules >&2; exit 1\n"
    )
    hook.chmod(0o755)
    ended = workshop.emits()

    assert "see https://example.com/rules" in ended.err
    assert "" == workshop.remote.at(BRANCH)
