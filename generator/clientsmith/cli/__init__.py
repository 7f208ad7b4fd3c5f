"""The command line: one file for each command, and what they share.

Every command ends with one of the exit codes of `Exit`, and says why on standard
error; what was asked for goes to standard output.
"""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from clientsmith import __version__

from .check import check
from .config import config
from .diff import diff
from .emit import emit
from .explain import explain
from .generate import generate
from .init import init
from .ir import ir
from .pull import pull
from .targets import targets
from .watch import watch

__all__ = ["app"]

app = typer.Typer(
    name="clientsmith",
    help="Typed Python clients from OpenAPI descriptions.",
    no_args_is_help=True,
    add_completion=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


@app.callback(invoke_without_command=True)
def version(
    *,
    show: Annotated[
        bool,
        typer.Option("--version", help="Print the version.", is_eager=True),
    ] = False,
) -> None:
    """Typed Python clients from OpenAPI descriptions."""
    if show:
        sys.stdout.write(f"clientsmith {__version__}\n")
        raise typer.Exit


COMMANDS = (
    *(init, generate, check, watch, diff, emit),
    *(pull, explain, targets, config, ir),
)

for command in COMMANDS:
    app.command()(command)
