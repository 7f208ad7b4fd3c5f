"""Which repository a target is kept in, and how a change of it is proposed there."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from msgspec import Struct

from clientsmith.diagnostics import Position

PLACEHOLDERS: Final = (
    *("title", "body", "branch", "base"),
    *("target", "package", "tree"),
)
"""What stands in braces in a command that proposes a change.

`body` is a file, and `tree` the folder of the work tree.
"""
_REMOTE: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://|[^/\\:]{2,}:")
_CREDENTIALS: Final = re.compile(r"(://)[^/@\s]*@")


class Destination(Struct, frozen=True, kw_only=True):
    """A repository, as the configuration has it."""

    url: str
    """A path from the folder of the configuration, or what git clones from."""
    branch: str
    """Where changes are proposed; always the same, so that there is one proposal."""
    base: str | None = None
    """Where they are to go; else the default branch of the repository."""
    pull_request: tuple[str, ...] = ()
    """What opens or updates a proposal."""
    push: bool = False
    token: str | None = None
    """The variable of the environment that holds a token."""
    at: Mapping[str, Position] = {}
    """Where in the configuration each of its keys is."""

    @property
    def is_remote(self) -> bool:
        """Whether it is no path."""
        return _REMOTE.match(self.url) is not None

    @property
    def shown(self) -> str:
        """The repository, without a password that may be in it."""
        return without_credentials(self.url)

    def path(self, folder: Path) -> Path:
        """Return where it is, if it is a path."""
        # Unlike that of `Path`, this one leaves the folder of nobody as it is.
        return folder / os.path.expanduser(self.url)  # noqa: PTH111


def without_credentials(text: str) -> str:
    """Leave names and passwords out of the addresses in a text."""
    return _CREDENTIALS.sub(r"\1", text)
