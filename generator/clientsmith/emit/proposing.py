"""Opens a pull request for a branch, or updates the one that is open.

https://cli.github.com/manual/gh_pr and https://docs.gitlab.com/cli/mr/
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from msgspec import Struct

from clientsmith.diagnostics import Exit
from clientsmith.sources.processes import Ended, run

from .git import Git
from .problems import RefusedError, refused
from .site import Site


class Tool(Struct, frozen=True):
    """A command that is known: how it finds, opens and updates a pull request."""

    token: str
    """The variable that it takes a token from."""
    find: tuple[str, ...]
    """What prints something if one is open."""
    open: tuple[str, ...]
    update: tuple[str, ...]


TOOLS: Final[Mapping[str, Tool]] = {
    "gh": Tool(
        "GH_TOKEN",
        (
            *("gh", "pr", "list", "--state", "open", "--head", "{branch}"),
            *("--base", "{base}", "--json", "number", "--jq", ".[].number"),
        ),
        (
            *("gh", "pr", "create", "--head", "{branch}", "--base", "{base}"),
            *("--title", "{title}", "--body-file", "{body}"),
        ),
        ("gh", "pr", "edit", "{found}", "--title", "{title}", "--body-file", "{body}"),
    ),
    "glab": Tool(
        "GITLAB_TOKEN",
        (
            *("glab", "mr", "list", "--source-branch", "{branch}"),
            *("--target-branch", "{base}", "--output", "json"),
        ),
        (
            *("glab", "mr", "create", "--yes", "--source-branch", "{branch}"),
            *("--target-branch", "{base}", "--title", "{title}"),
            *("--description", "{text}"),
        ),
        (
            *("glab", "mr", "update", "{branch}", "--yes"),
            *("--title", "{title}", "--description", "{text}"),
        ),
    ),
}
_PATIENCE: Final = 300.0
_NONE: Final = frozenset({"", "[]"})
"""What is printed where no pull request is open."""


def propose(git: Git, site: Site, said: Mapping[str, str], scratch: Path) -> str:
    """Have the branch proposed; return what the command says, which is where.

    `said` are the values of placeholders; `text` is what the file `body` holds.

    Raises:
        RefusedError: The command has failed.
    """
    body = scratch / "body.md"
    body.write_text(said["text"], "utf-8")
    filled = {**said, "body": str(body)}
    words = site.destination.pull_request
    tool = TOOLS.get(words[0]) if len(words) == 1 else None
    if tool is None:
        return _run(git, site, words, filled)
    found = _run(git, site, tool.find, filled, tool).strip()
    if found in _NONE:
        return _run(git, site, tool.open, filled, tool)
    return _run(git, site, tool.update, {**filled, "found": found.split()[0]}, tool)


def _run(
    git: Git,
    site: Site,
    words: tuple[str, ...],
    filled: Mapping[str, str],
    tool: Tool | None = None,
) -> str:
    command = [_filled(word, filled) for word in words]
    environment = dict(git.environment)
    if tool and git.secret:
        environment[tool.token] = git.secret
    ended = run(command, git.folder, environment, _PATIENCE)
    if isinstance(ended, str):
        raise _failed(site, words[0], ended, "")
    if ended.code:
        said = git.hidden(os.fsdecode(ended.output) + ended.told)
        raise _failed(site, words[0], f"it ended with {ended.code}", said)
    return _text(git, ended)


def _text(git: Git, ended: Ended) -> str:
    return git.hidden(os.fsdecode(ended.output)).strip()


def _filled(word: str, filled: Mapping[str, str]) -> str:
    """Fill what stands in braces once: what is filled in may have braces, too."""
    parts = word.split("{")
    done = [parts[0]]
    for part in parts[1:]:
        name, closed, rest = part.partition("}")
        known = closed and name in filled
        done.append(f"{filled[name]}{rest}" if known else f"{{{part}")
    return "".join(done)


def _failed(site: Site, program: str, message: str, said: str) -> RefusedError:
    return refused(
        "emit-unproposed",
        f"`{program}` opens no pull request: {message}",
        f"the branch `{site.destination.branch}` is pushed; the next run tries again",
        Exit.NETWORK,
        site.destination.at.get("pull_request"),
        said,
    )
