"""A token, where git finds it, and the forms in which nobody should read it.

It is in a file that only its owner can read, and git is told where: arguments are seen
by everybody, and the environment by each hook, which may print it.

https://git-scm.com/docs/git-config#_includes
"""

from __future__ import annotations

import base64
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Final
from urllib.parse import quote, urlsplit

from msgspec import Struct

_USER: Final = "x-access-token"
_INSTEAD: Final = (
    ("GIT_CONFIG_KEY_", "clientsmith.hidden"),
    ("GIT_CONFIG_VALUE_", ""),
)


class Secret(Struct, frozen=True):
    """A token, if there is one, and the file of git's settings that has it."""

    token: str = ""
    file: str = ""

    @property
    def settings(self) -> dict[str, str]:
        """Settings that let git pass as whoever the token is of."""
        return {"include.path": self.file} if self.file else {}

    @property
    def forms(self) -> tuple[str, ...]:
        """The token, and all that it can be read from again."""
        token = self.token
        if not token:
            return ()
        coded = (_coded(f"{_USER}:{token}"), _coded(f":{token}"), _coded(token))
        return (*coded, token, quote(token, safe=""))

    def left_out_of(self, environment: Mapping[str, str]) -> dict[str, str]:
        """Leave variables out that give the token away.

        Settings of git are counted, and git misses those that are gone.
        """
        named = {key: self._instead(key, each) for key, each in environment.items()}
        return {key: each for key, each in named.items() if each is not None}

    def _instead(self, key: str, text: str) -> str | None:
        if not any(form in text for form in self.forms):
            return text
        return next((each for name, each in _INSTEAD if key.startswith(name)), None)

    def hidden(self, text: str) -> str:
        """Leave the token out of a text."""
        for form in self.forms:
            text = text.replace(form, "…")
        return text


def secret_for(url: str, token: str, folder: Path) -> Secret:
    """Write down a token for the origin of an address, in a folder that goes again."""
    parts = urlsplit(url)
    if not token or parts.scheme not in {"http", "https"}:
        return Secret(token)
    host = parts.netloc.rpartition("@")[2].replace("\\", "").replace('"', "")
    pair = _coded(f"{_USER}:{token}")
    section = f'[http "{parts.scheme}://{host}/"]'
    header = f'\textraHeader = "Authorization: Basic {pair}"'
    file = folder / "token.gitconfig"
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT, 0o600), "w") as opened:
        opened.write(f"{section}\n{header}\n")
    return Secret(token, str(file))


def _coded(text: str) -> str:
    return base64.b64encode(text.encode()).decode()
