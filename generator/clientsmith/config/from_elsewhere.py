"""What `[targets.NAME.repository]` says: where a target is kept that is not here."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path, PurePosixPath
from typing import Any, Final
from urllib.parse import quote, urlsplit

from clientsmith.diagnostics import Position
from clientsmith.emit import PLACEHOLDERS, Destination

from .unfit import Unfit

_BRANCH: Final = re.compile(
    r"(?![-/.])(?!.*(\.\.|//|@\{|\.lock$|[/.]$))[^\s~^:?*\[\\]+"
)
"""https://git-scm.com/docs/git-check-ref-format"""
_VARIABLE: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_FILLED: Final = re.compile(r"\{(\w+)\}")
TOOLS: Final = ("gh", "glab")
"""The commands that are known, and need no arguments."""


def unfit_repository(values: Mapping[str, Any]) -> Iterator[Unfit]:
    """Say what is wrong with a repository, beside the types of its values."""
    yield from _unfit_url(values.get("url", "."))
    for key in ("branch", "base"):
        if key in values and not _BRANCH.fullmatch(values[key]):
            yield Unfit("must be the name of a branch", (key,))
    if values.get("branch") is not None and values["branch"] == values.get("base"):
        hint = "name another one, where changes are proposed, or leave it out"
        yield Unfit("must be another one than `base`", ("branch",), hint)
    if "token" in values and not _VARIABLE.fullmatch(values["token"]):
        hint = 'the token itself stays there: `token = "PETS_TOKEN"`'
        yield Unfit("must name a variable of the environment", ("token",), hint)
    yield from _unfit_command(values.get("pull_request", ["gh"]))


def _unfit_url(url: str) -> Iterator[Unfit]:
    if not url or url.startswith("-"):
        yield Unfit("must be a path or the address of a repository", ("url",))
    elif "://" in url and urlsplit(url).password is not None:
        hint = 'name a variable of the environment: `token = "PETS_TOKEN"`'
        yield Unfit("must not hold a password", ("url",), hint)


def _unfit_command(words: list[str]) -> Iterator[Unfit]:
    key = ("pull_request",)
    if not words or not words[0]:
        yield Unfit("has no program", key)
    elif words == [words[0]] and words[0] not in TOOLS:
        hint = f"or one of {', '.join(TOOLS)} alone"
        yield Unfit("must say what the program is given", key, hint)
    filled = (str(each[1]) for each in _FILLED.finditer(" ".join(words)))
    for name in dict.fromkeys(filled):
        near = get_close_matches(name, PLACEHOLDERS, n=1)
        if near and name not in PLACEHOLDERS:
            message = f"has `{{{name}}}`, which nothing fills"
            yield Unfit(message, key, f"did you mean `{{{near[0]}}}`?")


def made_destination(
    target: str, values: Mapping[str, Any], at: Mapping[str, Position]
) -> Destination:
    """Make what was found to be right."""
    return Destination(
        url=values["url"],
        branch=values.get("branch", f"clientsmith/{target}"),
        base=values.get("base"),
        pull_request=tuple(values.get("pull_request", ())),
        push=values.get("push", False),
        token=values.get("token"),
        at=at,
    )


def home_of(destination: Destination, folder: Path) -> Path:
    """Return a folder that stands for a repository, and is that itself if it is one."""
    if destination.is_remote:
        return Path("/", "elsewhere", quote(destination.shown, safe=""))
    return destination.path(folder)


def leads_out(out: str) -> bool:
    """Tell whether a folder is none of the repository."""
    path = PurePosixPath(out.replace("\\", "/"))
    return path.is_absolute() or ".." in path.parts or ":" in out
