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
from clientsmith.programs import found, has_path
from clientsmith.sources.processes import Ended, run

from .git import Git
from .problems import RefusedError, refused
from .site import Site


class Tool(Struct, frozen=True):
    """A command that is known: how it finds, opens and updates a pull request."""

    token: str
    """The variable that it takes a token of its own host from."""
    elsewhere: str
    """The variable for a token of another host."""
    host: str
    """The variable that names another host, which it may know nothing of."""
    own: tuple[str, ...]
    """Its own hosts, and those below if they begin with a dot."""
    find: tuple[str, ...]
    """What prints something if one is open."""
    open: tuple[str, ...]
    update: tuple[str, ...]


TOOLS: Final[Mapping[str, Tool]] = {
    "gh": Tool(
        "GH_TOKEN",
        "GH_ENTERPRISE_TOKEN",
        "GH_HOST",
        ("github.com", ".ghe.com"),
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
    ),
    "glab": Tool(
        "GITLAB_TOKEN",
        "GITLAB_TOKEN",
        "GITLAB_HOST",
        ("gitlab.com", "altssh.gitlab.com"),
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


class Where(Struct, frozen=True):
    """The folders of a proposal that are not the repository's."""

    home: Path
    """That of the configuration, which says what is run."""
    scratch: Path


def propose(git: Git, site: Site, said: Mapping[str, str], where: Where) -> str:
    """Have the branch proposed; return what the command says, which is where.

    `said` are the values of placeholders; `text` is what the file `body` holds.

    Raises:
        RefusedError: The command has failed.
    """
    body = where.scratch / "body.md"
    body.write_text(said["text"], "utf-8")
    filled = {**said, "body": str(body), "tree": str(git.folder)}
    words = site.destination.pull_request
    tool = TOOLS.get(words[0]) if len(words) == 1 else None
    asked = _Asked(git, site, where.home, tool)
    if tool is None:
        return _run(asked, words, filled)
    filled["host"] = _host(git, site)
    told = _run(asked, tool.find, filled)
    try:
        number = _number(told)
    except (ValueError, LookupError, TypeError, StopIteration) as problem:
        message = "what it lists cannot be read"
        raise _failed(site, words[0], message, told) from problem
    if number is None:
        return _run(asked, tool.open, filled)
    return _run(asked, tool.update, {**filled, "found": number})


class _Asked(Struct, frozen=True):
    """What a command is about, and where it is from."""

    git: Git
    site: Site
    home: Path
    tool: Tool | None


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
    """Say who asks, and of which host, where that is none that a tool knows."""
    below = tuple(each for each in tool.own if each.startswith("."))
    if not host or host in tool.own or host.endswith(below):
        return {tool.token: secret}
    return {tool.elsewhere: secret, tool.host: host}


def _run(asked: _Asked, words: tuple[str, ...], filled: Mapping[str, str]) -> str:
    git, site = asked.git, asked.site
    program = _program(asked, words[0])
    command = [program, *(_filled(word, filled) for word in words[1:])]
    environment = git.passing | _own_token(asked)
    if asked.tool and git.secret.token:
        environment |= _known(asked.tool, filled["host"], git.secret.token)
    ended = run(command, _folder(asked, words[0]), environment, _PATIENCE)
    if isinstance(ended, str):
        raise _failed(site, words[0], ended, "")
    if ended.code:
        said = git.hidden(os.fsdecode(ended.output) + ended.told)
        raise _failed(site, words[0], f"it ended with {ended.code}", said)
    return _text(git, ended)


def _own_token(asked: _Asked) -> dict[str, str]:
    """Leave the token where whoever has configured the command has put it."""
    name = asked.site.destination.token
    return {name: asked.git.secret.token} if name else {}


def _folder(asked: _Asked, name: str) -> Path:
    """Return where a command runs: where nobody else decides what it finds.

    An interpreter would take modules and scripts from the work tree, which is what
    somebody has pushed. `gh` and `glab` find only the address of the repository there.
    """
    return asked.git.folder if name in TOOLS else asked.home


def _program(asked: _Asked, name: str) -> str:
    program = found(name, asked.home)
    if program is None:
        raise _failed(asked.site, name, "it is not found in `PATH`", "")
    if has_path(name) and not os.path.exists(program):  # noqa: PTH110 - it is text
        where = f"it is looked for in the folder of the configuration: {program}"
        raise _failed(asked.site, name, "it is not there", where)
    return program


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
