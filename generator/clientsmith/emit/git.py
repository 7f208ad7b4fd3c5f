"""Asks git, which is never asked for a password and whose words show none.

https://git-scm.com/docs/git#_environment_variables
"""

from __future__ import annotations

import base64
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from msgspec import Struct
from msgspec.structs import replace

from clientsmith.git_environment import configured, git_environment
from clientsmith.sources.processes import run

from .destination import without_credentials

_PATIENCE: Final = 900.0
"""Large repositories take a while."""
_ASKS_NOBODY: Final = {"GIT_TERMINAL_PROMPT": "0", "GIT_EDITOR": "true"}
_SETTINGS: Final = {
    # Other repositories, which nobody has named.
    "submodule.recurse": "false",
    "fetch.recurseSubmodules": "false",
    "push.recurseSubmodules": "no",
    # Processes that go on alone, in a folder that is gone.
    "core.fsmonitor": "false",
    "gc.auto": "0",
    "maintenance.auto": "false",
    # Words of other programs among those of git.
    "log.showSignature": "false",
}
"""What git does as well for people, and would get in the way here."""


class GitError(Exception):
    """Git has refused, and said why."""


class Git(Struct, frozen=True):
    """Git in a folder, and what it must not say."""

    folder: Path
    environment: Mapping[str, str]
    secret: str = ""
    pass_: Mapping[str, str] = {}
    """Settings that let it pass as whoever the secret is of."""

    def ask(self, *words: str) -> str:
        """Return what git answers.

        Raises:
            GitError: It has refused.
        """
        ended = run(("git", *words), self.folder, self.passing, _PATIENCE)
        if isinstance(ended, str):
            raise GitError(self.hidden(ended))
        output = os.fsdecode(ended.output)
        if ended.code:
            raise GitError(self.hidden(f"{output}\n{ended.told}"))
        return output.rstrip("\n")

    def maybe(self, *words: str) -> str | None:
        """Return what git answers, or nothing where it refuses."""
        try:
            return self.ask(*words)
        except GitError:
            return None

    def agrees(self, *words: str) -> bool:
        """Tell whether git does not refuse."""
        return self.maybe(*words) is not None

    def within(self, folder: Path) -> Git:
        """Return git in another folder."""
        return replace(self, folder=folder)

    def unknown(self) -> Git:
        """Return git that has no secret, for what others have it run."""
        if not self.secret:
            return self
        kept = {
            key: value
            for key, value in self.environment.items()
            if self.secret not in value
        }
        return replace(self, environment=kept, pass_={})

    def set_to(self, **told: str) -> Git:
        """Return git with more in its environment, where there is no such thing."""
        return replace(self, environment={**told, **self.environment})

    def with_setting(self, key: str, value: str) -> Git:
        """Return git that is configured otherwise."""
        return replace(self, environment=configured(self.environment, {key: value}))

    @property
    def passing(self) -> dict[str, str]:
        """The environment in which git passes as whoever the secret is of."""
        return configured(self.environment, self.pass_)

    def hidden(self, text: str) -> str:
        """Leave out of a text what nobody should read."""
        shown = text.replace(self.secret, "…") if self.secret else text
        return without_credentials(shown)

    def commit(self, name: str) -> str | None:
        """Return the commit that a name stands for."""
        return self.maybe("rev-parse", "--verify", "--quiet", f"{name}^{{commit}}")

    def is_ancestor(self, one: str, other: str) -> bool:
        """Tell whether one commit is another one, or among those before it."""
        return self.agrees("merge-base", "--is-ancestor", one, other)


def git_in(folder: Path, url: str = "", token: str = "") -> Git:
    """Return git in a folder, with a token for an address if there is one.

    The token is given by the environment: arguments are seen by everybody, and
    what `git config` keeps stays.
    """
    environment = configured(git_environment(**_ASKS_NOBODY), _SETTINGS)
    return Git(folder, environment, token, _authorized(url, token))


def _authorized(url: str, token: str) -> dict[str, str]:
    """Configure a header for the origin of an address."""
    parts = urlsplit(url)
    if not token or parts.scheme not in {"http", "https"}:
        return {}
    pair = base64.b64encode(f"x-access-token:{token}".encode()).decode()
    host = parts.netloc.rpartition("@")[2]
    key = f"http.{parts.scheme}://{host}/.extraHeader"
    return {key: f"Authorization: Basic {pair}"}
