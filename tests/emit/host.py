"""A host of pull requests, and the commands that talk to it: as strict as they are."""

from __future__ import annotations

import json
import os
import stat
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_PROGRAM = '''\
#!{python}
"""Stands for `{name}`; it keeps pull requests in a file."""

import fcntl
import json
import os
import re
import sys
from pathlib import Path

held = Path({file!r}).with_suffix(".lock").open("w")
fcntl.flock(held, fcntl.LOCK_EX)  # several targets may be proposed at once
file = Path({file!r})
state = json.loads(file.read_text())
words = sys.argv[1:]
state["calls"].append(words)
state["tokens"].append(os.environ.get({token!r}, ""))
state["elsewhere"].append(os.environ.get("GH_ENTERPRISE_TOKEN", ""))
state["hosts"].append(os.environ.get({host!r}, ""))


def given(name):
    return words[words.index(name) + 1] if name in words else None


def described():
    path = given("--body-file")
    return Path(path).read_text() if path else given("--description")


def end(code=0):
    file.write_text(json.dumps(state))
    sys.exit(code)


if state["broken"]:
    print(state["broken"], file=sys.stderr)
    end(4)
if words[:1] == ["api"]:
    path = next(word for word in words if word.startswith("repos/"))
    body = (given("--field") or "").removeprefix("body=@")
    text = Path(body).read_text() if body else None
    if "/pulls/" in path:
        (one,) = (one for one in state["open"] if path.endswith(f"/{{one['number']}}"))
        one.update(title=given("--raw-field").removeprefix("title="), body=text)
        print(f"https://example.com/pull/{{one['number']}}")
    elif given("--jq"):
        mark = re.search(r'startswith\\("(.*?)"\\)', given("--jq"))[1]
        for one in state["comments"]:
            if one["body"].startswith(mark):
                print(one["id"])
    elif given("--method") == "PATCH":
        for one in state["comments"]:
            if path.endswith(f"/comments/{{one['id']}}"):
                one["body"] = text
    else:
        state["comments"].append({{"id": 100 + len(state["comments"]), "body": text}})
    end()
branch = given("--head") or given("--source-branch")
opened = [one for one in state["open"] if one["branch"] == branch]
match words[:2]:
    case ["pr", "list"]:
        print(*(one["number"] for one in opened), sep="\\n")
    case ["mr", "list"]:
        print(json.dumps(opened))
    case ["pr" | "mr", "create"]:
        if opened:
            print("a pull request for this branch already exists", file=sys.stderr)
            end(1)
        number = len(state["open"]) + 1
        base = given("--base") or given("--target-branch")
        one = {{"number": number, "iid": number, "branch": branch, "base": base}}
        state["open"].append({{**one, "title": given("--title"), "body": described()}})
        print(f"https://example.com/pull/{{number}}")
    case ["mr", "update"]:
        for one in state["open"]:
            if words[2] == str(one["number"]):
                one.update(title=given("--title"), body=described())
                print(f"https://example.com/pull/{{one['number']}}")
    case _:
        print(f"unknown command {{words}}", file=sys.stderr)
        end(2)
end()
'''
_TOKENS = {"gh": "GH_TOKEN", "glab": "GITLAB_TOKEN"}
_HOSTS = {"gh": "GH_HOST", "glab": "GITLAB_HOST"}


@dataclass(frozen=True, slots=True)
class Host:
    """What is open, and what was asked."""

    file: Path

    @classmethod
    def of(cls, folder: Path, name: str) -> Host:
        """Put a command into a folder of programs."""
        folder.mkdir(exist_ok=True)
        file = folder / f"{name}.json"
        kept = ("open", "comments", "calls", "tokens", "elsewhere", "hosts")
        nothing = {**{key: [] for key in kept}, "broken": ""}
        file.write_text(json.dumps(nothing))
        program = folder / name
        program.write_text(
            _PROGRAM.format(
                python=sys.executable,
                name=name,
                file=str(file),
                token=_TOKENS[name],
                host=_HOSTS[name],
            )
        )
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
        return cls(file)

    @property
    def path(self) -> str:
        """Where programs are looked for from now on."""
        return f"{self.file.parent}{os.pathsep}{os.environ['PATH']}"

    def _state(self) -> dict[str, Any]:
        value: dict[str, Any] = json.loads(self.file.read_text())
        return value

    @property
    def open(self) -> list[dict[str, Any]]:
        """The pull requests that are open."""
        return list(self._state()["open"])

    @property
    def comments(self) -> list[str]:
        """The comments of the pull request."""
        return [one["body"] for one in self._state()["comments"]]

    @property
    def calls(self) -> list[list[str]]:
        """What was asked, word by word."""
        return list(self._state()["calls"])

    @property
    def tokens(self) -> set[str]:
        """The tokens that were given."""
        return set(self._state()["tokens"])

    @property
    def tokens_elsewhere(self) -> set[str]:
        """Those that were given for hosts which are not GitHub's own."""
        return set(self._state()["elsewhere"])

    @property
    def hosts(self) -> set[str]:
        """The hosts that it was told of."""
        return set(self._state()["hosts"])

    def closes(self) -> None:
        """Have nothing open any more."""
        self.file.write_text(json.dumps({**self._state(), "open": []}))

    def breaks(self, words: str) -> None:
        """Refuse everything, with some words; with none, nothing any more."""
        self.file.write_text(json.dumps({**self._state(), "broken": words}))
