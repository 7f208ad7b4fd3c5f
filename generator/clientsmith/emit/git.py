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

from clientsmith.sources.processes import run

from .destination import without_credentials

_PATIENCE: Final = 900.0
"""Large repositories take a while."""
_INHERITED: Final = frozenset(
    {"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR"}
)
"""Where the hook is at work that clientsmith may run in; git is told otherwise."""


class GitError(Exception):
    """Git has refused, and said why."""


class Git(Struct, frozen=True):
    """Git in a folder, and what it must not say."""

    folder: Path
    environment: Mapping[str, str]
    secret: str = ""

    def ask(self, *words: str) -> str:
        """Return what git answers.

        Raises:
            GitError: It has refused.
        """
        ended = run(("git", *words), self.folder, self.environment, _PATIENCE)
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
        return Git(folder, self.environment, self.secret)

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
    kept = {key: each for key, each in os.environ.items() if key not in _INHERITED}
    told = {"GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C", "GIT_EDITOR": "true"}
    return Git(folder, {**kept, **told, **_authorized(kept, url, token)}, token)


def _authorized(kept: Mapping[str, str], url: str, token: str) -> dict[str, str]:
    """Configure a header for the origin of an address, beside what is configured."""
    parts = urlsplit(url)
    if not token or parts.scheme not in {"http", "https"}:
        return {}
    count = int(kept.get("GIT_CONFIG_COUNT", "0") or 0)
    pair = base64.b64encode(f"x-access-token:{token}".encode()).decode()
    host = parts.netloc.rpartition("@")[2]
    return {
        "GIT_CONFIG_COUNT": str(count + 1),
        f"GIT_CONFIG_KEY_{count}": f"http.{parts.scheme}://{host}/.extraHeader",
        f"GIT_CONFIG_VALUE_{count}": f"Authorization: Basic {pair}",
    }
