"""Reads from comments what type checkers are to say of the statement below them.

    # mypy says: Missing named argument "messages"
    # pyright says: Argument missing for parameter "messages"
    client.chat.completions.create(model="m")

A comment holds a part of the message, or parts with ` ... ` between. What no
comment expects is a failure too. `# mypy should say: ` is what is not said yet: it
expects nothing, so the test fails on the day that it is said.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple


class Finding(NamedTuple):
    """What a type checker says, or is to say, of a statement."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"


def expected(path: Path, checker: str) -> Iterator[Finding]:
    """Yield what a checker is to say of a file."""
    mark = f"# {checker} says: "
    lines = path.read_text(encoding="utf-8").splitlines()
    for start, _ in _statements(path):
        comments = _comments_above(lines, start)
        texts = (text.removeprefix(mark) for text in comments if text.startswith(mark))
        yield from (Finding(path.name, start, text) for text in texts)


def settle(found: Iterable[Finding], wanted: Iterable[Finding]) -> list[Finding]:
    """Put the wanted findings in the place of the found ones that fit them."""
    wishes = list(wanted)
    return sorted(next(_fitting(each, wishes), each) for each in found)


def at_statement(path: Path, line: int, message: str) -> Finding:
    """Move a finding to the first line of its statement."""
    starts = (start for start, end in _statements(path) if start <= line <= end)
    return Finding(path.name, max(starts, default=line), message)


def _fitting(found: Finding, wishes: list[Finding]) -> Iterator[Finding]:
    for wish in wishes:
        pieces = wish.message.split(" ... ")
        if wish[:2] == found[:2] and all(piece in found.message for piece in pieces):
            yield wish


def _comments_above(lines: list[str], start: int) -> Iterator[str]:
    for text in reversed(lines[: start - 1]):
        if not text.lstrip().startswith("#"):
            return
        yield text.strip()


def _statements(path: Path) -> Iterator[tuple[int, int]]:
    """Yield the first and last line of each statement, without what is inside."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.stmt):
            inner = [one.lineno for one in _body(node)]
            yield node.lineno, min(inner, default=node.end_lineno or 0)


def _body(node: ast.stmt) -> list[ast.stmt]:
    return list(getattr(node, "body", ()))
