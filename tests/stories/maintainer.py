"""Somebody who keeps a client in a repository, and the steps they take."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from clientsmith.diagnostics import Exit
from hostile.command import Desk

SPEC = "spec/pets.json"
MANIFEST = "client/.clientsmith/pets.json"
LOCK = "clientsmith.lock"
CONFIGURATION = "clientsmith.toml"
_CONFIGURED = """\
[targets.pets]
input = "{spec}"
out = "client"
package = "pets"

[sources."{spec}"]
url = "{url}"
"""
_ANNOTATION = re.compile(
    r"::(?P<severity>\w+) file=(?P<file>[^,]*),line=(?P<line>\d+),col=\d+,"
    r"title=(?P<code>[^:]*)::(?P<said>.*?)(?:%0A.*)?"
)


@dataclass(frozen=True, slots=True)
class Annotation:
    """What a reviewer sees beside a line of a file."""

    file: str
    text: str
    """The line itself."""
    code: str
    said: str


@dataclass(frozen=True, slots=True)
class Seen:
    """What a command ended with and said."""

    code: int
    out: str
    err: str
    annotations: tuple[Annotation, ...] = ()

    def beside(self, file: str) -> list[tuple[str, str]]:
        """Return the lines of a file that are annotated, and what is said of them."""
        return [(one.text, one.said) for one in self.annotations if one.file == file]

    @property
    def files(self) -> set[str]:
        """The files that something is said of."""
        return {one.file for one in self.annotations}

    @property
    def causes(self) -> list[str]:
        """The codes of what is said, each once, in order."""
        return list(dict.fromkeys(one.code for one in self.annotations))


@dataclass(frozen=True, slots=True)
class Maintainer:
    """A person with a working copy."""

    folder: Path

    @classmethod
    def of(cls, folder: Path, url: str) -> Maintainer:
        """Begin a repository with a client of what an address publishes."""
        one = cls(folder)
        one.writes(CONFIGURATION, _CONFIGURED.format(spec=SPEC, url=url))
        one.git("init", "--quiet", "--initial-branch=main")
        assert Exit.OK == one.pulls().code
        assert Exit.OK == one.generates().code
        one.commits("Begin a client of pets")
        return one

    def clones(self, folder: Path) -> Maintainer:
        """Return somebody else, with a copy of the repository."""
        self.git("clone", "--quiet", str(self.folder), str(folder))
        return Maintainer(folder)

    def pulls(self) -> Seen:
        """Bring what is published."""
        return self.runs("pull")

    def generates(self, *options: str) -> Seen:
        """Generate."""
        return self.runs("generate", "--frozen", *options)

    def follows(self) -> None:
        """Bring what is published, generate from it, and keep that."""
        assert Exit.OK == self.pulls().code
        assert Exit.OK == self.generates().code
        self.commits("Follow upstream")

    def checks(self) -> Seen:
        """Check as a service does, which shows annotations."""
        seen = self.runs("check", "--frozen", "--format", "github")
        return Seen(seen.code, seen.out, seen.err, tuple(self._annotations(seen.out)))

    def runs(self, *arguments: str) -> Seen:
        """Run clientsmith."""
        ended = Desk(self.folder).run(*arguments)
        return Seen(ended.code, ended.out, ended.err)

    def uses(self, script: str) -> str:
        """Run a script that imports the client, and return what it prints."""
        ended = subprocess.run(
            [sys.executable, "-W", "error", "-c", script],
            cwd=self.folder / "client",
            env=_environment(),
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
        return ended.stdout or ended.stderr

    def reads(self, path: str) -> str:
        """Return the text of a file."""
        return (self.folder / path).read_text("utf-8")

    def writes(self, path: str, text: str) -> None:
        """Write a file."""
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")

    def edits(self, path: str, before: str, after: str) -> None:
        """Replace what is there once in a file."""
        text = self.reads(path)
        assert 1 == text.count(before)
        self.writes(path, text.replace(before, after))

    def commits(self, message: str) -> None:
        """Keep all that there is."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", message)

    def merges(self, other: Maintainer) -> set[str]:
        """Merge what somebody else has committed; return the files that conflict."""
        self.git("fetch", "--quiet", str(other.folder), "main")
        self.git("merge", "--quiet", "FETCH_HEAD", check=False)
        unmerged = self.git("diff", "--name-only", "--diff-filter=U")
        return {*unmerged.splitlines()}

    @property
    def changed(self) -> set[str]:
        """The files that differ from what was committed last, new ones among them."""
        lines = self.git("status", "--porcelain", "--untracked-files=all").splitlines()
        return {line[3:] for line in lines}

    def difference(self, path: str) -> list[str]:
        """Return the lines that are new in a file or gone, but for empty ones."""
        lines = self.git("diff", "--unified=0", "HEAD", "--", path).splitlines()
        return [line for line in lines if re.match(r"[+-](?![+-]{2} )\s*\S", line)]

    def git(self, *arguments: str, check: bool = True) -> str:
        """Run git, and return what it prints."""
        return subprocess.run(
            ["git", *arguments],
            cwd=self.folder,
            env=_environment(),
            capture_output=True,
            text=True,
            check=check,
            timeout=60,
        ).stdout

    def _annotations(self, out: str) -> list[Annotation]:
        found = [_ANNOTATION.fullmatch(line) for line in out.splitlines()]
        return [
            Annotation(
                one["file"],
                self._line(one["file"], int(one["line"])),
                one["code"],
                one["said"],
            )
            for one in found
            if one
        ]

    def _line(self, file: str, number: int) -> str:
        path = self.folder / file
        lines = path.read_text("utf-8").split("\n") if path.is_file() else []
        return lines[number - 1].strip() if number <= len(lines) else ""


def _environment() -> dict[str, str]:
    """Be nobody in particular, on no service."""
    kept = {key: value for key, value in os.environ.items() if "GITHUB" not in key}
    person = {"NAME": "Ada", "EMAIL": "ada@example.com"}
    names = {
        f"GIT_{role}_{key}": value
        for role in ("AUTHOR", "COMMITTER")
        for key, value in person.items()
    }
    own = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    return {**kept, **names, **own, "PYTHONDONTWRITEBYTECODE": "1"}
