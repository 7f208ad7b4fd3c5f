"""What is not understood of a package, and where it stands."""

from __future__ import annotations

import ast

from clientsmith.diagnostics import Diagnostic, Exit, Position, error


class UnreadError(Exception):
    """A line of a package is not as this clientsmith writes lines."""

    def __init__(self, path: str, node: ast.AST | None, what: str) -> None:
        super().__init__(what)
        line, column = getattr(node, "lineno", 1), getattr(node, "col_offset", 0)
        self.at = Position(path, line, column + 1)
        self.what = what


def unread(problem: UnreadError, name: str) -> Diagnostic:
    """Say of a package what another clientsmith, or somebody, has written into it."""
    return error(
        "package-unread",
        f"this clientsmith does not understand {problem.what} of `{name}`",
        problem.at,
        hint="compare the description that it was generated from, at its revision",
        exit=Exit.DOCUMENT,
    )
