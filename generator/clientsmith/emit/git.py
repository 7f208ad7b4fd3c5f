"""Asks git, which is never asked for a password and whose words show none.

https://git-scm.com/docs/git#_environment_variables
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from clientsmith.git_environment import configured, git_environment
from clientsmith.sources.processes import run

from .destination import without_credentials
from .secrets import Secret

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

_TALKING: Final = frozenset({"fetch", "ls-remote", "push"})
"""What asks the remote of a checkout; a clone of ours says itself who asks."""
_NOTHING: Final = Secret()


class GitError(Exception):
    """Git has refused, and said why."""


class Git(Struct, frozen=True):
    """Git in a folder, and what it must not say."""

    folder: Path
    environment: Mapping[str, str]
    secret: Secret = _NOTHING

    def ask(self, *words: str) -> str:
        """Return what git answers.

        Raises:
            GitError: It has refused.
        """
        ended = run(("git", *words), self.folder, self._told(words), _PATIENCE)
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

    def set_to(self, **told: str) -> Git:
        """Return git with more in its environment, where there is no such thing."""
        return replace(self, environment={**told, **self.environment})

    def with_setting(self, key: str, value: str) -> Git:
        """Return git that is configured otherwise."""
        return replace(self, environment=configured(self.environment, {key: value}))

    def _told(self, words: Sequence[str]) -> Mapping[str, str]:
        """Return the environment, with who asks if it is a remote that is asked."""
        return self.passing if words[0] in _TALKING else self.environment

    @property
    def passing(self) -> dict[str, str]:
        """The environment in which git passes as whoever the secret is of."""
        return configured(self.environment, self.secret.settings)

    def hidden(self, text: str) -> str:
        """Leave out of a text what nobody should read."""
        return without_credentials(self.secret.hidden(text))

    def commit(self, name: str) -> str | None:
        """Return the commit that a name stands for."""
        return self.maybe("rev-parse", "--verify", "--quiet", f"{name}^{{commit}}")

    def is_ancestor(self, one: str, other: str) -> bool:
        """Tell whether one commit is another one, or among those before it."""
        return self.agrees("merge-base", "--is-ancestor", one, other)


def git_in(folder: Path, secret: Secret = _NOTHING) -> Git:
    """Return git in a folder; only what talks to a remote has a hold of the secret.

    Whatever else git runs, as hooks and filters, does not find it in its environment.
    """
    told = configured(git_environment(**_ASKS_NOBODY), _SETTINGS)
    return Git(folder, secret.left_out_of(told), secret)
