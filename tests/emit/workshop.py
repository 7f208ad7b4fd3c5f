"""Somebody who describes pets, and the repositories that their clients are kept in."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

from hostile.command import DOCUMENT, Desk, Ended

BRANCH = "clientsmith/pets"
PERSON = {
    f"GIT_{role}_{key}": value
    for role in ("AUTHOR", "COMMITTER")
    for key, value in (("NAME", "Ada"), ("EMAIL", "ada@example.com"))
}
ALONE = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
TABLE = """\
[targets.{name}]
input = "api.yaml"
out = "clients/{name}"
package = "{name}"
testing = false

[targets.{name}.repository]
url = "{url}"
"""
PROPERTIES = "properties: {name: {type: string}}"
OLDER = "properties: {name: {type: string}, age: {type: integer}}"
WISER = "properties: {name: {type: string}, age: {type: integer}, wise: {type: string}}"


@dataclass(frozen=True, slots=True)
class Repository:
    """A repository of git, with or without files."""

    folder: Path

    @classmethod
    def bare(cls, folder: Path) -> Repository:
        """Begin a repository that others push to, with a commit on `main`."""
        one = cls(folder)
        folder.mkdir(parents=True)
        one.git("init", "--quiet", "--bare", "--initial-branch=main")
        someone = one.cloned(folder.with_name(f"{folder.name}-first"))
        someone.git("switch", "--quiet", "--create", "main")
        someone.commits("README.md", "# Shop\n")
        someone.git("push", "--quiet", "origin", "main")
        return one

    def cloned(self, folder: Path) -> Repository:
        """Return somebody's clone of it."""
        self.git("clone", "--quiet", str(self.folder), str(folder))
        return Repository(folder)

    def git(self, *words: str, check: bool = True) -> str:
        """Run git as Ada, who has nothing configured."""
        done = subprocess.run(
            ["git", *words],
            cwd=self.folder,
            env={**os.environ, **PERSON, **ALONE},
            capture_output=True,
            text=True,
            check=check,
            timeout=60,
        )
        return done.stdout.rstrip("\n")

    def writes(self, path: str, text: str) -> None:
        """Write a file."""
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")

    def commits(self, path: str, text: str) -> None:
        """Write a file and commit all that there is."""
        self.writes(path, text)
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", f"Write {path}")

    def reads(self, revision: str, path: str) -> str:
        """Return a file as it is at a revision."""
        return self.git("show", f"{revision}:{path}")

    def holds(self, revision: str, path: str) -> bool:
        """Tell whether a file is there at a revision."""
        return bool(self.git("ls-tree", revision, "--", path))

    def at(self, revision: str) -> str:
        """Return the commit of a revision; nothing where there is none."""
        name = f"{revision}^{{commit}}"
        return self.git("rev-parse", "--verify", "--quiet", name, check=False)

    def subjects(self, span: str) -> list[str]:
        """List the first lines of commits, the newest first."""
        return self.git("log", "--format=%s", span).splitlines()


@dataclass(frozen=True, slots=True)
class Workshop:
    """The folder of a configuration, and what clients are kept in."""

    folder: Path
    remote: Repository

    @classmethod
    def of(cls, folder: Path) -> Workshop:
        """Describe pets, whose client is kept in a repository beside."""
        one = cls(folder / "here", Repository.bare(folder / "shop.git"))
        one.folder.mkdir()
        one.desk.write("api.yaml", DOCUMENT)
        one.configures("../shop.git")
        return one

    @property
    def desk(self) -> Desk:
        """Where commands are given."""
        return Desk(self.folder)

    def configures(self, url: str, more: str = "", name: str = "pets") -> None:
        """Say where the client is kept."""
        text = TABLE.format(name=name, url=url) + more
        self.desk.write("clientsmith.toml", text)

    def describes(self, after: str, before: str = PROPERTIES) -> None:
        """Change the description."""
        text = (self.folder / "api.yaml").read_text("utf-8")

        assert before in text
        self.desk.write("api.yaml", text.replace(before, after))

    def emits(self, *options: str) -> Ended:
        """Emit and push."""
        return self.desk.run("emit", "--push", *options)

    def checkout(self) -> Repository:
        """Return a clone that somebody keeps beside the configuration."""
        return self.remote.cloned(self.folder.parent / "shop")

    def checkout_at(self, name: str) -> Repository:
        """Return a clone of somebody else."""
        return self.remote.cloned(self.folder.parent / name)

    def merges(self) -> None:
        """Merge what was proposed, as a host does: into one commit on the base."""
        count = len(list(self.folder.parent.iterdir()))
        someone = self.remote.cloned(self.folder.parent / f"merging-{count}")
        words = ("--squash", "--strategy-option=theirs", f"origin/{BRANCH}")
        someone.git("merge", "--quiet", *words)
        someone.git("commit", "--quiet", "--message", "Merge the pull request")
        someone.git("push", "--quiet", "origin", "main")

    def forgets(self, path: str) -> None:
        """Have somebody delete a file of the base."""
        count = len(list(self.folder.parent.iterdir()))
        someone = self.remote.cloned(self.folder.parent / f"someone-{count}")
        someone.git("rm", "--quiet", path)
        someone.git("commit", "--quiet", "--message", "Forget it")
        someone.git("push", "--quiet", "origin", "main")

    def goes_on(self, path: str, text: str, branch: str = "main") -> None:
        """Have somebody else push a commit."""
        count = len(list(self.folder.parent.iterdir()))
        someone = self.remote.cloned(self.folder.parent / f"someone-{count}")
        someone.git("switch", "--quiet", branch)
        someone.commits(path, text)
        someone.git("push", "--quiet", "origin", branch)
