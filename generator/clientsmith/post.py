"""Runs the steps that a target has for what was written.

https://docs.python.org/3/library/subprocess.html
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Final

from msgspec import Struct

from .diagnostics import Diagnostic, Exit, Note, Outcome, Position, error
from .programs import found

PLACEHOLDERS: Final = ("out", "package")
"""What stands in braces for a value of the target."""
_LAST_LINES: Final = 10


class Post(Struct, frozen=True):
    """The commands of a target, word by word, and what they are about."""

    commands: tuple[tuple[str, ...], ...]
    out: Path
    package: str
    folder: Path
    """Where they run."""
    at: Position | None
    """Where they are written."""


def run_post(post: Post) -> Outcome[None]:
    """Run the commands one after the other; the first that fails is the last."""
    for step in post.commands:
        command = [_filled(word, post) for word in step]
        if problem := _run(command, post):
            return Outcome(None, (problem,))
    return Outcome(None)


def _filled(word: str, post: Post) -> str:
    out = str(post.out.absolute())
    return word.replace("{out}", out).replace("{package}", post.package)


def _run(command: list[str], post: Post) -> Diagnostic | None:
    # A program that PATH does not have may stand beside this very Python.
    program = found(command[0], post.folder, Path(sys.executable).parent)
    if program is None:
        return _failed(post, f"`{command[0]}` is not found", "")
    try:
        process = subprocess.run(  # noqa: S603 - what the configuration says, no shell
            [program, *command[1:]],
            cwd=post.folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
    except OSError as problem:
        return _failed(post, f"`{command[0]}` cannot be run: {problem.strerror}", "")
    if process.returncode == 0:
        return None
    message = f"`{' '.join(command)}` ended with {process.returncode}"
    return _failed(post, message, process.stdout.decode(errors="replace"))


def _failed(post: Post, message: str, output: str) -> Diagnostic:
    lines = [line.rstrip() for line in output.splitlines() if line.strip()]
    return error(
        "post-failed",
        message,
        post.at,
        notes=tuple(Note(line) for line in lines[-_LAST_LINES:]),
        hint="the output is written; the next `generate` runs the steps again",
        exit=Exit.USAGE,
    )
