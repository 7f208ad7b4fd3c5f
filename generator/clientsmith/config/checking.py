"""Compares tables with what they may hold, and keeps what is wrong with them."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any, TypeAlias, cast

from msgspec import Struct

from clientsmith.diagnostics import Diagnostic, Exit, Note, Position, error
from clientsmith.misfits import keys_of, misfit, required_of

from .unfit import unfit
from .written import Written

Table: TypeAlias = dict[str, Any]


class Checker(Struct):
    """What is written, and what is wrong with it so far."""

    written: Written
    problems: list[Diagnostic]

    def report(
        self,
        code: str,
        message: str,
        at: Position,
        hint: str | None = None,
        notes: tuple[Note, ...] = (),
    ) -> None:
        """Keep a problem."""
        self.problems.append(
            error(code, message, at, hint=hint, notes=notes, exit=Exit.USAGE)
        )

    def wrong(self, message: str, *path: str, hint: str | None = None) -> None:
        """Report a value, by the keys that lead to it."""
        at = self.written.place(*path)
        self.report("config-value", f"`{path[-1]}` {message}", at, hint)

    def table(self, table: object, kind: type[Struct] | None, *path: str) -> Table:
        """Return a table with the keys that it may have, if they are no names."""
        if not isinstance(table, dict):
            self.wrong("must be a table", *path)
            return {}
        values = cast("Table", table)
        if kind is not None:
            self.known(values, kind, *path)
        return values

    def known(self, table: Mapping[str, Any], kind: type[Struct], *path: str) -> None:
        """Report keys that a table does not have."""
        known = keys_of(kind)
        for key in table:
            if key not in known:
                near = get_close_matches(key, known, n=1)
                hint = f"did you mean `{near[0]}`?" if near else "remove it"
                place = f"in [{'.'.join(path)}]" if path else "at the top"
                message = f"`{key}` is not known {place}"
                at = self.written.place(*path, key)
                self.report("config-unknown-key", message, at, hint)

    def missing(self, what: str, kind: type[Struct], values: Table, *path: str) -> None:
        """Report what a table cannot be without."""
        for key in required_of(kind):
            if key not in values:
                at, hint = self.written.place(*path), f'add `{key} = "…"`'
                self.report("config-missing", f"{what} has no `{key}`", at, hint)

    def values(self, values: Table, kind: type[Struct], *path: str) -> None:
        """Compare the values of a table with what it may hold."""
        kinds = keys_of(kind)
        for key, value in values.items():
            if key not in kinds:
                continue
            if wanted := misfit(kinds[key], value):
                self.wrong(f"must be {wanted}", *path, key)
                continue
            for each in unfit(key, value):
                self.wrong(each.message, *path, key, *each.keys, hint=each.hint)
