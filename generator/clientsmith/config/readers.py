"""Reads the keys of a target whose values become more than what is written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final, TypeAlias, cast

from msgspec.structs import replace

from clientsmith.emit import Destination
from clientsmith.features import ALL, Action
from clientsmith.ir import Signing, SigningError, read_signing
from clientsmith.ir.page_schemes import PageScheme, SchemeError, read_scheme
from clientsmith.load import ABSENT, Choice, Patch
from clientsmith.misfits import keys_of
from clientsmith.pointer import parse_reference
from clientsmith.policy import Policy, read_setting

from .checking import Checker, Table
from .from_elsewhere import made_destination, unfit_repository
from .tables import ChoiceTable, PatchTable, RepositoryTable

Reader: TypeAlias = Callable[..., Any]
"""It takes a checker, what is written, and the keys that lead there."""


def read_keys(checker: Checker, values: Table, *home: str) -> Table:
    """Read the keys that are there, of a table that some keys lead to."""
    return {
        key: reader(checker, values[key], *home, key)
        for key, reader in READERS.items()
        if key in values
    }


def read_policy(checker: Checker, table: Any, *path: str) -> Policy:
    """Read a table of policies, in which the one for all is the weakest."""
    values = checker.table(table, None, *path)
    settings: list[tuple[str, Action]] = []
    for name in sorted(values, key=lambda name: name != ALL):
        try:
            settings.append(read_setting(name, values[name]))
        except ValueError as problem:
            at = checker.written.place(*path, name)
            checker.report("policy-unknown", str(problem), at)
    return Policy(tuple(settings))


def read_pagination(checker: Checker, table: Any, *path: str) -> tuple[PageScheme, ...]:
    """Read the ways in which pages follow each other, each under its name."""
    if not isinstance(table, dict):
        checker.wrong("must be a table of tables", *path)
        return ()
    schemes: list[PageScheme] = []
    for name, each in cast("Table", table).items():
        keys = ("", "operations")
        places = {key: checker.written.place(*path, name, key) for key in keys}
        try:
            schemes.append(replace(read_scheme(name, each), places=places))
        except SchemeError as problem:
            at = checker.written.place(*path, name, problem.key)
            checker.report("config-value", f"`{name}` in `pagination`: {problem}", at)
    return tuple(schemes)


def read_webhooks(checker: Checker, table: Any, *path: str) -> Signing | None:
    """Read how webhooks are signed."""
    before = len(checker.problems)
    values = checker.table(table, Signing, *path)
    checker.values(values, Signing, *path)
    if len(checker.problems) > before:
        return None
    try:
        return read_signing(values)
    except SigningError as problem:
        checker.wrong(f"makes no sense: {problem}", *path, *problem.keys)
        return None


def read_choice(checker: Checker, table: Any, *path: str) -> Choice | None:
    """Read which operations are to be taken, or left out."""
    before = len(checker.problems)
    values = checker.table(table, ChoiceTable, *path)
    checker.values(values, ChoiceTable, *path)
    if isinstance(table, dict) and not table:
        checker.wrong("must say which operations", *path, hint=_CHOICES)
    for key in (key for key, each in values.items() if each == []):
        checker.wrong("names nothing", *path, key, hint="name something, or remove it")
    if len(checker.problems) > before:
        return None
    said: Table = {
        key: each if isinstance(each, bool) else (*each,)
        for key, each in values.items()
    }
    return Choice(**said, origin=checker.written.pointer(*path))


_CHOICES: Final = f"by {', '.join(f'`{key}`' for key in keys_of(ChoiceTable))}"


def read_repository(checker: Checker, table: Any, *path: str) -> Destination | None:
    """Read which other repository a target is kept in."""
    before = len(checker.problems)
    values = checker.table(table, RepositoryTable, *path)
    if isinstance(table, dict):
        checker.missing("a repository", RepositoryTable, values, *path)
    checker.values(values, RepositoryTable, *path)
    if len(checker.problems) == before:
        for unfit in unfit_repository(values):
            checker.wrong(unfit.message, *path, *unfit.keys, hint=unfit.hint)
    if len(checker.problems) > before:
        return None
    at = {key: checker.written.place(*path, key) for key in values}
    return made_destination(path[-2], values, at)


def read_patches(checker: Checker, tables: Any, *path: str) -> tuple[Patch, ...]:
    """Read what single values are to be."""
    if not isinstance(tables, list):
        checker.wrong("must be a list of tables", *path)
        return ()
    listed = cast("list[object]", tables)
    found = (
        _patch(checker, each, *path, str(index)) for index, each in enumerate(listed)
    )
    return tuple(patch for patch in found if patch)


def _patch(checker: Checker, table: object, *path: str) -> Patch | None:
    before = len(checker.problems)
    values = checker.table(table, PatchTable, *path)
    checker.missing("a patch", PatchTable, values, *path)
    checker.values(values, PatchTable, *path)
    if ("set" in values) == bool(values.get("remove")):
        message = "a patch needs one of `set` and `remove = true`"
        checker.report("config-value", message, checker.written.place(*path))
    elif not str(values.get("at", "#/x")).startswith("#/"):
        checker.wrong("must start with `#/`", *path, "at")
    if len(checker.problems) > before:
        return None
    return Patch(
        at=parse_reference(values["at"]),
        value=values.get("set", ABSENT),
        expect=values.get("expect", ABSENT),
        reason=values["reason"],
        origin=checker.written.pointer(*path),
    )


READERS: Final[Mapping[str, Reader]] = {
    "exclude": read_choice,
    "include": read_choice,
    "pagination": read_pagination,
    "patches": read_patches,
    "policy": read_policy,
    "repository": read_repository,
    "webhooks": read_webhooks,
}
