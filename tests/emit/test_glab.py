"""`glab` itself opens and updates a merge request of a host of one's own."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from clientsmith.diagnostics import Exit
from emit.workshop import BRANCH, OLDER, WISER, Workshop
from servers.gitlab import GitLab, gitlab

pytestmark = pytest.mark.skipif(
    shutil.which("glab") is None, reason="glab is not installed"
)
WORD = "only-ada-knows"
ADDRESS = "git@127.0.0.1:example/shop.git"
MORE = 'token = "SHOP_TOKEN"\npull_request = ["glab"]\n'


@pytest.fixture
def host(
    workshop: Workshop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[GitLab]:
    """Keep the client in a project of a host that `glab` has never heard of."""
    ssh = tmp_path / "ssh"
    ssh.write_text(f"#!/bin/sh\ncd '{tmp_path}'\nfor last; do :; done\neval $last\n")
    ssh.chmod(0o755)
    (tmp_path / "example").mkdir()
    (tmp_path / "example" / "shop.git").symlink_to(workshop.remote.folder)
    with gitlab() as host:
        for name, value in {
            "GIT_SSH_COMMAND": str(ssh),
            "SHOP_TOKEN": WORD,
            "GITLAB_API_HOST": f"127.0.0.1:{host.port}",
            "API_PROTOCOL": "http",
            "GLAB_CONFIG_DIR": str(tmp_path / "glab"),
            "HOME": str(tmp_path),
        }.items():
            monkeypatch.setenv(name, value)
        workshop.configures(ADDRESS, MORE)
        yield host


def test_a_merge_request_is_opened_and_updated(
    workshop: Workshop, host: GitLab
) -> None:
    """Once, with a title and all that has changed, by the token of the repository."""
    first = workshop.emits()
    workshop.describes(OLDER)
    second = workshop.emits()
    (one,) = host.requests

    assert (Exit.OK, Exit.OK) == (first.code, second.code), first.err + second.err
    assert (BRANCH, "main") == (one["source_branch"], one["target_branch"])
    assert "Add the client pets 0.1.0" == one["title"]
    assert one["description"].startswith("The package `pets` is generated here")
    assert f"  {one['web_url']}" in first.out.splitlines()
    assert f"  {one['web_url']}" in second.out.splitlines()
    assert {WORD} == host.tokens
    assert WORD not in first.out + first.err + second.out + second.err


def test_one_that_was_merged_is_not_updated(workshop: Workshop, host: GitLab) -> None:
    """Another one is opened, and that one updated, as there is one open by then."""
    workshop.emits()
    workshop.merges()
    host.requests[0]["state"] = "merged"
    before = dict(host.requests[0])
    workshop.describes(OLDER)
    workshop.emits()
    workshop.describes(WISER, OLDER)
    ended = workshop.emits()

    assert Exit.OK == ended.code, ended.err
    assert before == host.requests[0]
    assert ["merged", "opened"] == [each["state"] for each in host.requests]
    assert "models.Pet.wise" in host.requests[1]["description"]
