"""Opens a pull request for a branch, or updates the one that is open.

https://cli.github.com/manual/gh_pr and https://docs.gitlab.com/cli/mr/
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

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
    elsewhere: str = ""
    """The variable for other hosts than GitHub's own, if it is another one."""


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
        # `gh pr edit` asks for projects, which a token may not see, and which GitHub
        # has refused since 2025: https://github.com/cli/cli/issues/11983
        (
            *("gh", "api", "--method", "PATCH", "--hostname", "{host}"),
            *("repos/{owner}/{repo}/pulls/{found}", "--raw-field", "title={title}"),
            *("--field", "body=@{body}", "--jq", ".html_url"),
        ),
        "GH_ENTERPRISE_TOKEN",
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
        # By its branch, it would ask which one is meant if others were merged before.
        (
            *("glab", "mr", "update", "{found}"),
            *("--title", "{title}", "--description", "{text}"),
        ),
    ),
}
_PATIENCE: Final = 300.0


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
    filled["host"] = _host(git, site)
    told = _run(git, site, tool.find, filled, tool)
    try:
        found = _number(told)
    except (ValueError, LookupError, TypeError, StopIteration) as problem:
        message = "what it lists cannot be read"
        raise _failed(site, words[0], message, told) from problem
    if found is None:
        return _run(git, site, tool.open, filled, tool)
    return _run(git, site, tool.update, {**filled, "found": found}, tool)


def _number(told: str) -> str | None:
    """Read the number of what is open: a line of digits, or in a list of objects.

    What a command says before, as that there is a newer one, is no part of it.

    Raises:
        ValueError, LookupError, TypeError, StopIteration: There is neither.
    """
    lines = [line.strip() for line in told.splitlines() if line.strip()]
    if lines in ([], ["null"]):
        return None
    start = next((n for n, line in enumerate(lines) if _LISTED.match(line)), None)
    if start is None:
        return next(line for line in lines if line.isdecimal())
    found, _ = json.JSONDecoder().raw_decode("\n".join(lines[start:]))
    return str(int(found[0]["iid"])) if found else None


_LISTED: Final = re.compile(r"\[\s*(\{|\]|$)")
"""How a list of objects begins, unlike `[warning] …`."""


def _host(git: Git, site: Site) -> str:
    """Name the host that a repository is pushed to."""
    address = git.maybe("remote", "get-url", site.remote or "") or ""
    if "://" in address:
        return urlsplit(address).hostname or ""
    found = _SHORT.match(address)
    return found[1] if found else ""


_SHORT: Final = re.compile(r"(?:[^@/]+@)?([^:/\\]{2,}):")
"""The host in an address as `git@github.com:example/shop.git`."""


def _known(tool: Tool, host: str, secret: str) -> dict[str, str]:
    """Say who asks; `gh` wants to know more of hosts that are not GitHub's own."""
    is_github = host in {"", "github.com"} or host.endswith(".ghe.com")
    if is_github or not tool.elsewhere:
        return {tool.token: secret}
    return {tool.elsewhere: secret, "GH_HOST": host}


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
        environment |= _known(tool, filled["host"], git.secret)
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
