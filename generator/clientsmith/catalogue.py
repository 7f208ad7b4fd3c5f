"""What each diagnostic means, what to do about it, and what it is said of.

catalogue.toml has it, so that it is read and changed as a text.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Final

from msgspec import Struct, convert

from .features import FEATURES

_FILE: Final = Path(__file__).with_name("catalogue.toml")
_LANGUAGES: Final[Mapping[str, str]] = {
    "yaml": "yaml",
    "json": "json",
    "markdown": "markdown",
    "overlay": "yaml",
    "toml": "toml",
    "console": "console",
}
"""What an example is written in, by its key."""
_INTRODUCTION: Final = """\
# Diagnostics

Each problem that clientsmith reports has a code, whatever it is a problem of.
`clientsmith explain CODE` prints what stands here of it.
Some have a [policy](policies.md), which decides what becomes of them.

<!-- Made from the catalogue: `clientsmith explain --all > docs/diagnostics.md` -->
"""


class Entry(Struct, frozen=True, forbid_unknown_fields=True):
    """One diagnostic: what it means, what to do, and one example in some language."""

    means: str
    remedy: str
    yaml: str | None = None
    json: str | None = None
    markdown: str | None = None
    overlay: str | None = None
    toml: str | None = None
    console: str | None = None

    @property
    def examples(self) -> dict[str, str]:
        """The examples by their kind; there is one."""
        found = {kind: getattr(self, kind) for kind in _LANGUAGES}
        return {kind: text.strip("\n") for kind, text in found.items() if text}


@cache
def catalogue() -> dict[str, Entry]:
    """Return the entries by their codes."""
    return convert(tomllib.loads(_FILE.read_text("utf-8")), dict[str, Entry])


def policy_of(code: str) -> str:
    """Say whether a policy can be set for a code, and what holds without one."""
    if code not in FEATURES:
        return "No policy decides what becomes of it."
    action, about = FEATURES[code]
    return f"The policy `{code}` is `{action}` unless it is set: {about}."


def as_text(code: str, entry: Entry) -> Iterator[str]:
    """Write an entry for a terminal."""
    yield code
    yield ""
    yield f"  {entry.means}"
    yield f"  {entry.remedy}"
    yield f"  {policy_of(code)}"
    for text in entry.examples.values():
        yield ""
        yield "  for example"
        yield ""
        yield from (f"    {line}".rstrip() for line in text.split("\n"))


def as_markdown(code: str, entry: Entry) -> Iterator[str]:
    """Write what is below the heading of an entry in Markdown."""
    yield entry.means
    yield entry.remedy
    yield policy_of(code)
    for kind, text in entry.examples.items():
        fence = "````" if "```" in text else "```"
        yield ""
        yield f"{fence}{_LANGUAGES[kind]}"
        yield from text.split("\n")
        yield fence


def page() -> str:
    """Write the whole catalogue in Markdown, by code."""
    parts = [_INTRODUCTION]
    for code, entry in sorted(catalogue().items()):
        lines = "\n".join(as_markdown(code, entry))
        parts.append(f"## {code}\n\n{lines}\n")
    return "\n".join(parts)
