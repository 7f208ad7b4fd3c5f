"""`clientsmith explain`."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Annotated

import typer

from clientsmith.console import Console
from clientsmith.diagnostics import Diagnostic, Exit, error

from .selecting import stop_at

What = Annotated[
    str | None,
    typer.Argument(
        metavar="WHAT",
        help="The code of a diagnostic.",
        show_default=False,
    ),
]


def explain(
    what: What = None,
    *,
    every: Annotated[
        bool,
        typer.Option("--all", help="Print all that diagnostics mean, as Markdown."),
    ] = False,
) -> None:
    """Say what a diagnostic means, and what to do about it."""
    from clientsmith.catalogue import as_text, catalogue, page

    console = Console(quiet=True)
    if every:
        console.lines(page().rstrip("\n").split("\n"))
        return
    entries = catalogue()
    if what not in entries:
        stop_at(console, [_unknown(what or "", list(entries))])
        return
    console.lines(as_text(what, entries[what]))


def _unknown(what: str, known: list[str]) -> Diagnostic:
    near = get_close_matches(what, known, n=3)
    shown = " or ".join(f"`{each}`" for each in near)
    return error(
        "code-unknown",
        f"there is no diagnostic `{what}`",
        hint=f"did you mean {shown}?" if near else "`--all` prints all that there are",
        exit=Exit.USAGE,
    )
