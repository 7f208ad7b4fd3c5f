"""Findings as workflow commands, which GitHub shows beside the lines they are about.

https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from typing import Final

from clientsmith.diagnostics import Severity

from .finding import Finding, Spot

_COMMANDS: Final[Mapping[Severity, str]] = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.HINT: "notice",
}
_IN_DATA: Final = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY: Final = str.maketrans(
    {"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"}
)


def commands(findings: Iterable[Finding]) -> Iterator[str]:
    """Write each finding as a command that annotates its line."""
    for each in findings:
        properties = {**_place(each.at), "title": each.code}
        written = ",".join(
            f"{name}={value.translate(_IN_PROPERTY)}"
            for name, value in properties.items()
        )
        text = each.text.translate(_IN_DATA)
        yield f"::{_COMMANDS[each.severity]} {written}::{text}"


def grouped(title: str, lines: Iterable[str]) -> Iterator[str]:
    """Write lines into a group that a reader opens, in which nothing is a command.

    What a description says could be one. The word that ends this is made from the
    lines, so that they cannot have it in them.
    """
    held = list(lines)
    if held:
        word = sha256("\n".join(held).encode()).hexdigest()
        yield f"::group::{title.translate(_IN_DATA)}"
        yield f"::stop-commands::{word}"
        yield from held
        yield f"::{word}::"
        yield "::endgroup::"


def _place(at: Spot | None) -> dict[str, str]:
    if at is None or at.path is None or at.is_uri:
        return {}
    return {"file": at.path, "line": str(at.line), "col": str(at.column)}
