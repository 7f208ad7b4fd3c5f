"""Reads a configuration, and says everything that is wrong with it at once.

Paths in it are relative to its folder.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, TypeAlias, cast

from msgspec import Struct, field
from msgspec.structs import replace

from clientsmith.diagnostics import Note, Outcome
from clientsmith.ir.page_schemes import PageScheme
from clientsmith.outputs import Output, overlapping
from clientsmith.policy import Policy
from clientsmith.sources.upstream import SourceFile

from .checking import Checker, Table
from .from_elsewhere import home_of, leads_out
from .from_upstream import kind_of_source, made_source, unfit_source
from .readers import READERS, read_keys, read_pagination, read_policy
from .tables import Defaults, References, SourceTable, Tables, TargetTable
from .target import Target, has_enums
from .written import read_written

_Path: TypeAlias = tuple[str, ...]


class Config(Struct, frozen=True):
    """A configuration file that was read."""

    path: Path
    targets: tuple[Target, ...]
    sources: tuple[SourceFile, ...] = ()


class _Said(Struct, frozen=True):
    """What a table says of a target: as it is written, and as it was read."""

    home: _Path
    values: Table = field(default_factory=dict[str, Any])
    read: Table = field(default_factory=dict[str, Any])

    @property
    def policy(self) -> Policy:
        """What is to become of problems."""
        return cast("Policy", self.read.get("policy", Policy()))

    @property
    def pagination(self) -> tuple[PageScheme, ...]:
        """How pages follow each other."""
        return cast("tuple[PageScheme, ...]", self.read.get("pagination", ()))


_ORIGIN: Final = re.compile(r"https?://[^\s/?#@]+", re.IGNORECASE)


def read_config(path: Path) -> Outcome[Config]:
    """Read a configuration; each thing wrong with it is a diagnostic."""
    written = read_written(path)
    if written.value is None:
        return Outcome(None, written.diagnostics)
    checker = Checker(written.value, [])
    targets = _targets(checker, written.value.tables)
    sources = _sources(checker, written.value.tables.get("sources", {}))
    if checker.problems:
        return Outcome(None, tuple(checker.problems))
    pulled = frozenset(each.name for each in sources)
    names = frozenset(one.name for one in targets)
    folders = frozenset(_folder(one) / one.package for one in targets)
    made = tuple(
        replace(one, pulled=pulled, siblings=names, package_folders=folders)
        for one in targets
    )
    return Outcome(Config(path, made, tuple(sources)))


def _targets(checker: Checker, tables: Mapping[str, Any]) -> list[Target]:
    checker.known(tables, Tables)
    allow = _allowed(checker, tables.get("references", {}))
    policy = read_policy(checker, tables.get("policy", {}), "policy")
    schemes = read_pagination(checker, tables.get("pagination", {}), "pagination")
    defaults = _defaults(checker, tables.get("defaults", {}))
    named = _named(checker, tables.get("targets", {}))
    found = [
        _target(checker, name, table, defaults, policy) for name, table in named.items()
    ]
    shared = len(named) > 1
    schemes = tuple(replace(one, shared=shared) for one in schemes)
    made = [
        replace(one, allow=allow, pagination=one.pagination + schemes)
        for one in found
        if one is not None
    ]
    _report_overlaps(checker, made)
    _report_branches(checker, made)
    return made


def _sources(checker: Checker, table: object) -> list[SourceFile]:
    """Read what files come from that are pulled."""
    named = checker.table(table, None, "sources")
    found: list[SourceFile] = []
    for name, each in named.items():
        path = ("sources", name)
        before = len(checker.problems)
        values = checker.table(each, SourceTable, *path)
        checker.values(values, SourceTable, *path)
        if len(checker.problems) == before:
            for unfit in unfit_source(name, values, found):
                checker.wrong(unfit.message, *path, *unfit.keys, hint=unfit.hint)
        if len(checker.problems) == before:
            folder = checker.written.path.parent
            at = checker.written.place(*path, kind_of_source(values))
            found.append(made_source(name, values, folder, at))
    return found


def _named(checker: Checker, table: object) -> Table:
    """Return the tables of the targets, of which there has to be one."""
    if not isinstance(table, dict):
        checker.wrong("must be a table of tables", "targets", hint=_ADD)
        return {}
    if not table:
        checker.report("config-empty", "no targets here", checker.written.place(), _ADD)
    return cast("Table", table)


_ADD: Final = "add a `[targets.NAME]` table with `input`, `out` and `package`"


def _allowed(checker: Checker, table: object) -> tuple[str, ...]:
    """Read the origins that references may lead to."""
    values = checker.table(table, References, "references")
    allow: object = values.get("allow", [])
    origins = cast("list[object]", allow) if isinstance(allow, list) else [0]
    if not all(isinstance(one, str) and _ORIGIN.fullmatch(one) for one in origins):
        message = 'must be a list of origins, as "https://example.com"'
        checker.wrong(message, "references", "allow")
        return ()
    return tuple(str(one).lower() for one in origins)


def _defaults(checker: Checker, table: object) -> _Said:
    """Read what holds for each target that does not say it itself."""
    home = ("defaults",)
    before = len(checker.problems)
    values = checker.table(table, Defaults, *home)
    said = _said(checker, values, Defaults, home)
    return said if len(checker.problems) == before else _Said(home)


def _said(checker: Checker, values: Table, kind: type[Struct], home: _Path) -> _Said:
    """Compare what a table says with what it may say, and read it."""
    plain = {key: each for key, each in values.items() if key not in READERS}
    checker.values(plain, kind, *home)
    return _Said(home, values, read_keys(checker, values, *home))


def _target(
    checker: Checker, name: str, table: object, defaults: _Said, policy: Policy
) -> Target | None:
    """Read a target; None if something is wrong with it."""
    path = ("targets", name)
    before = len(checker.problems)
    values = checker.table(table, TargetTable, *path)
    if isinstance(table, dict):
        checker.missing(f"target `{name}`", TargetTable, values, *path)
    own = _said(checker, values, TargetTable, path)
    _report_enums(checker, own, defaults)
    if "repository" in values and leads_out(str(values.get("out", "."))):
        checker.wrong("must be a folder of the repository", *path, "out")
    if len(checker.problems) > before:
        return None
    places = {
        key: checker.written.place(*said.home, key)
        for said in (defaults, own)
        for key in said.values
    }
    read = defaults.read | own.read
    read["policy"] = policy + defaults.policy + own.policy
    read["pagination"] = own.pagination + defaults.pagination
    return replace(
        _made(checker, name, defaults.values | own.values),
        **read,
        names_at=checker.written.pointer(*path, "names"),
        places=places,
    )


def _report_enums(checker: Checker, own: _Said, defaults: _Said) -> None:
    """Say where enumerations are asked for that models of some kind do not have."""
    values = defaults.values | own.values
    if not has_enums(values.get("models"), values.get("enums", "literal")):
        home = own.home if "enums" in own.values else defaults.home
        message = f'has no effect with `models = "{values["models"]}"`'
        checker.wrong(message, *home, "enums")


def _made(checker: Checker, name: str, values: Table) -> Target:
    """Make a target of the values that stand for themselves, and of its paths."""
    path = checker.written.path
    given = {key: each for key, each in values.items() if key not in READERS}
    if isinstance(values["input"], list):
        given["input"], *given["parts"] = values["input"]
    given["parts"] = tuple(given.get("parts", ()))
    given["out"] = path.parent / values["out"]
    if "repository" in values:
        given["out"] = Path(values["out"])
    given["overlays"] = tuple(values.get("overlays", ()))
    given["post"] = tuple(tuple(step) for step in values.get("post", ()))
    given["extras"] = tuple(sorted({*values.get("extras", ())}))
    return Target(name=name, folder=path.parent, configuration=path, **given)


def _folder(target: Target) -> Path:
    """Return the folder of a target, in whichever repository."""
    if target.repository is None:
        return target.out
    return home_of(target.repository, target.folder) / target.out


def _report_overlaps(checker: Checker, targets: list[Target]) -> None:
    """Say which targets would write over each other."""
    outputs = [
        Output(
            target=one.name,
            out=_folder(one),
            package=one.package,
            beside=one.models is None,
        )
        for one in targets
    ]
    for one, other, why in overlapping(outputs):
        at, there = (
            checker.written.place("targets", name, "out") for name in (one, other)
        )
        checker.report(
            "config-overlap",
            f"the `out` of target `{one}` {why}",
            at,
            "give each target a folder of its own",
            (Note(f"that of `{other}`", there),),
        )


def _report_branches(checker: Checker, targets: list[Target]) -> None:
    """Say which targets would write to one branch: each has a proposal of its own."""
    seen: dict[tuple[Path, str], str] = {}
    for one in targets:
        if one.repository is None:
            continue
        key = home_of(one.repository, one.folder), one.repository.branch
        other = seen.setdefault(key, one.name)
        if other != one.name:
            message = f"is the branch of target `{other}`, too"
            path = ("targets", one.name, "repository", "branch")
            checker.wrong(message, *path, hint="leave it out")
