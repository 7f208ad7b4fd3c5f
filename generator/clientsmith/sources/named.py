"""Reads a description that is named on the command line and is no file of this folder.

Whoever names an address or an object asks for it, this once; what a configuration
names is pulled.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from clientsmith.diagnostics import Diagnostic, Exit, Outcome, error
from clientsmith.load import Source

OBJECT: Final = re.compile(r"[^\W\d]\w*(\.[^\W\d]\w*)*:[^\W\d]\w*(\.[^\W\d]\w*)*")
"""`module:attribute`, either of them with dots."""


def is_address(name: str) -> bool:
    """Tell whether a name is one of the web."""
    return name.lower().startswith(("http://", "https://"))


def is_object(name: str) -> bool:
    """Tell whether a name is one of Python, and of no file."""
    return OBJECT.fullmatch(name) is not None and not Path(name).exists()


def public(address: str) -> str:
    """Return an address without what may be secret in it: its user and its query."""
    parts = urlsplit(address)
    host = parts.netloc.rpartition("@")[2]
    return parts._replace(netloc=host, query="", fragment="").geturl()


def read_named(name: str, *, offline: bool) -> Outcome[Source]:
    """Fetch an address, or have an object describe itself."""
    if offline:
        return Outcome(None, (_frozen(name),))
    if is_address(name):
        return _fetched(name)
    from .objects import describe

    text = describe(name, Path.cwd(), None)
    source = None if text.value is None else Source(name, text.value)
    return Outcome(source, text.diagnostics)


def _fetched(address: str) -> Outcome[Source]:
    from clientsmith.load.fetch import Fetched, fetch

    fetched, shown = fetch(address, None), public(address)
    if isinstance(fetched, Fetched):
        return Outcome(Source(shown, fetched.content or b""))
    problem = error(
        "source-unreachable",
        f"{shown} cannot be fetched: {fetched.reason}",
        hint="if it wants headers, write it into clientsmith.toml, under [sources], "
        "and let `clientsmith pull` fetch it",
        exit=Exit.NETWORK,
    )
    return Outcome(None, (problem,))


def _frozen(name: str) -> Diagnostic:
    return error(
        "frozen",
        f"{name} is no file, and `--frozen` keeps it from being asked",
        hint="pull it into a file, or leave `--frozen` out",
        exit=Exit.NETWORK,
    )
