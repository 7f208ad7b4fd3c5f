"""The arguments and options of `clientsmith diff`, and what they say of themselves."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class DiffFormat(StrEnum):
    """How differences are written."""

    text = "text"
    markdown = "markdown"
    json = "json"
    github = "github"
    html = "html"


class FailLevel(StrEnum):
    """From which verdict on a change makes the run fail."""

    breaking = "breaking"
    compatible = "compatible"
    docs = "docs"


_Edition = (
    "a description, a generated package, `REVISION:PATH`, or a revision whose targets "
    "are compared"
)

Old = Annotated[
    str | None,
    typer.Argument(
        metavar="OLD",
        help=f"The older package: {_Edition}; `HEAD` if left out.",
        show_default=False,
    ),
]
New = Annotated[
    str | None,
    typer.Argument(
        metavar="NEW",
        help="The newer one, likewise; the work tree if left out.",
        show_default=False,
    ),
]
Form = Annotated[
    DiffFormat, typer.Option("--format", help="What changes are written as.")
]
LinksTo = Annotated[
    str | None,
    typer.Option(
        "--links",
        metavar="TEMPLATE",
        help="Where a page shows lines of descriptions: an address with "
        "{revision}, {path} and {line}.",
        show_default=False,
    ),
]
OnlyBump = Annotated[
    bool,
    typer.Option("--bump", help="Print only which part of the version has to grow."),
]
FailOn = Annotated[
    FailLevel | None,
    typer.Option(
        "--fail-on",
        help="End with 1 where a change is as grave as that, and not approved.",
        show_default=False,
    ),
]
ApprovalsFile = Annotated[
    Path | None,
    typer.Option(
        "--approvals",
        metavar="FILE",
        help="The file of changes that are approved.",
        show_default=False,
    ),
]
Approve = Annotated[
    bool, typer.Option("--approve", help="Approve what breaks, in that file.")
]
