"""Clients are kept in other repositories, and follow upstream by pull requests."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from clientsmith.diagnostics import Exit
from emit.host import Host
from emit.workshop import ALONE, Repository
from stories.maintainer import SPEC, Maintainer
from stories.upstream import Upstream

KEPT = """\
[targets.{name}]
input = "{spec}"
out = "{out}"
package = "{name}"
version = "semver"

[targets.{name}.repository]
url = "{url}"
pull_request = ["gh"]
"""
WEB, JOBS = "clientsmith/web_pets", "clientsmith/job_pets"


class Team:
    """Two repositories that keep clients of pets, and whoever reviews there."""

    def __init__(self, folder: Path, maintainer: Maintainer) -> None:
        self.folder = folder
        self.web = Repository.bare(folder / "web.git")
        self.jobs = Repository.bare(folder / "jobs.git")
        kept = maintainer.reads("clientsmith.toml").partition("[sources")
        targets = [
            KEPT.format(
                name="web_pets", spec=SPEC, out="clients/pets", url="../web.git"
            ),
            KEPT.format(name="job_pets", spec=SPEC, out=".", url="../jobs.git"),
        ]
        text = "\n".join([*targets, f"{kept[1]}{kept[2]}"])
        maintainer.writes("clientsmith.toml", text)
        maintainer.git("rm", "-r", "--quiet", "client")
        maintainer.commits("Keep the clients where they are used")

    def merges(self, repository: Repository, branch: str) -> None:
        """Merge a pull request into one commit."""
        someone = self.clones(repository)
        someone.git("merge", "--quiet", "--squash", f"origin/{branch}")
        someone.git("commit", "--quiet", "--message", "Merge the pull request")
        someone.git("push", "--quiet", "origin", "main")

    def reviews(self, repository: Repository, branch: str, path: str) -> str:
        """Commit something on top of a pull request; return the commit."""
        someone = self.clones(repository)
        someone.git("switch", "--quiet", branch)
        someone.commits(path, "Reviewed.\n")
        someone.git("push", "--quiet", "origin", branch)
        return someone.at("HEAD")

    def clones(self, repository: Repository) -> Repository:
        """Return somebody's clone."""
        count = len(list(self.folder.iterdir()))
        return repository.cloned(self.folder / f"clone-{count}")


@pytest.fixture
def gh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Host:
    """Have a host of pull requests, and nobody in particular who commits."""
    host = Host.of(tmp_path / "bin", "gh")
    monkeypatch.setenv("PATH", host.path)
    for key, value in ALONE.items():
        monkeypatch.setenv(key, value)
    return host


def test_two_repositories_follow_upstream(
    tmp_path: Path, maintainer: Maintainer, upstream: Upstream, gh: Host
) -> None:
    """A change is pulled, looked at, proposed, reviewed, and followed by another."""
    team = Team(tmp_path, maintainer)
    emits = ("emit", "--push", "--json")

    # The clients arrive, and are merged.
    assert Exit.OK == maintainer.runs(*emits).code
    assert ["Add the client job_pets 0.1.0", "Add the client web_pets 0.1.0"] == sorted(
        one["title"] for one in gh.open
    )
    team.merges(team.web, WEB)
    team.merges(team.jobs, JOBS)
    gh.closes()
    maintainer.commits("Note what was received")

    # Upstream changes; the maintainer sees what that means before anybody is told.
    upstream.adds_property("Pet", "age", {"type": "integer"})
    assert Exit.OK == maintainer.pulls().code
    difference = maintainer.runs("diff").out
    assert "models.Pet.age: attribute added (int | None)" in difference
    assert ["0.1.0 → 0.1.1"] * 2 == [
        line.rpartition("; ")[2]
        for line in difference.splitlines()
        if "; 0.1.0" in line
    ]
    maintainer.commits("Follow upstream")

    # It is proposed to both, as a version.
    assert Exit.OK == maintainer.runs(*emits).code
    maintainer.commits("Note what was received")
    assert ["Update job_pets to 0.1.1", "Update web_pets to 0.1.1"] == sorted(
        one["title"] for one in gh.open
    )
    assert all("`models.Pet.age: attribute added" in one["body"] for one in gh.open)

    # One is reviewed, and gets a commit on top.
    reviewed = team.reviews(team.web, WEB, "clients/pets/tests/test_own.md")

    # Upstream changes again: the same two are updated, and the commit stays.
    upstream.removes_operation("post", "/pets")
    assert Exit.OK == maintainer.pulls().code
    maintainer.commits("Follow upstream")
    ended = maintainer.runs(*emits)
    maintainer.commits("Note what was received")
    assert Exit.OK == ended.code
    assert ["Update job_pets to 0.2.0", "Update web_pets to 0.2.0"] == sorted(
        one["title"] for one in gh.open
    )
    for one in gh.open:
        assert "`models.Pet.age: attribute added" in one["body"]
        assert "`client.pets.add(): call removed" in one["body"]
    assert reviewed == team.web.at(f"{WEB}~1")
    assert "Reviewed." == team.web.reads(WEB, "clients/pets/tests/test_own.md")
    changelog = team.jobs.reads(JOBS, "CHANGELOG.md")
    assert ["## [0.2.0]", "## [0.1.0]"] == [
        line for line in changelog.splitlines() if line.startswith("## ")
    ]

    # Both are merged, and there is nothing left to say.
    team.merges(team.web, WEB)
    team.merges(team.jobs, JOBS)
    asked = gh.calls
    said = json.loads(maintainer.runs(*emits).out)
    assert ["unchanged", "unchanged"] == [one["status"] for one in said["targets"]]
    assert asked == gh.calls
    assert set() == maintainer.changed
