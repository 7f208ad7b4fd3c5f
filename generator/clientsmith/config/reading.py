"""Reads a configuration, and says everything that is wrong with it at once.

Paths in it are relative to its folder.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Final, TypeAlias, cast

from msgspec import Struct
from msgspec.structs import replace

from clientsmith.diagnostics import (
    Diagnostic,
    Exit,
    Note,
    Outcome,
    Position,
    error,
)
from clientsmith.features import ALL, Action
from clientsmith.ir import Signing, read_signing
from clientsmith.load import ABSENT, Choice, Patch
from clientsmith.lower import PageScheme, SchemeError, read_scheme
from clientsmith.outputs import Output, overlapping
from clientsmith.package_names import fitting_package, unfit_package
from clientsmith.pointer import parse_reference
from clientsmith.policy import Policy, read_setting
from clientsmith.sources.upstream import SourceFile

from .from_upstream import kind_of_source, made_source, unfit_source
from .misfits import keys_of, misfit, required_of
from .tables import (
    ChoiceTable,
    Defaults,
    PatchTable,
    References,
    SourceTable,
    Tables,
    TargetTable,
)
from .target import Target, has_enums
from .written import Written, read_written

_Table: TypeAlias = dict[str, Any]
_Path: TypeAlias = tuple[str, ...]


class Config(Struct, frozen=True):
    """A configuration file that was read."""

    path: Path
    targets: tuple[Target, ...]
    sources: tuple[SourceFile, ...] = ()


_READ: Final = frozenset({"pagination", "policy", "webhooks"})
"""Tables that are read as a whole."""
_MADE: Final = _READ | {"exclude", "include", "patches"}
"""What becomes a value of its own."""
_ADDRESS: Final = re.compile(r"https?://[^\s/?#]+[^\s]*", re.IGNORECASE)
_ORIGIN: Final = re.compile(r"https?://[^\s/?#@]+", re.IGNORECASE)


def read_config(path: Path) -> Outcome[Config]:
    """Read a configuration; each thing wrong with it is a diagnostic."""
    written = read_written(path)
    if written.value is None:
        return Outcome(None, written.diagnostics)
    reader = _Reader(written.value, [])
    targets = reader.targets(written.value.tables)
    sources = reader.sources(written.value.tables.get("sources", {}))
    if reader.problems:
        return Outcome(None, tuple(reader.problems))
    pulled = frozenset(each.name for each in sources)
    names = frozenset(one.name for one in targets)
    made = tuple(replace(one, pulled=pulled, siblings=names) for one in targets)
    return Outcome(Config(path, made, tuple(sources)))


def _problem(
    code: str,
    message: str,
    at: Position,
    hint: str | None = None,
    notes: tuple[Note, ...] = (),
) -> Diagnostic:
    return error(code, message, at, hint=hint, notes=notes, exit=Exit.USAGE)


class _Reader(Struct):
    """Reads tables and keeps what is wrong with them."""

    written: Written
    problems: list[Diagnostic]

    def targets(self, tables: Mapping[str, Any]) -> list[Target]:
        self._known(tables, Tables)
        allow = self._allowed(tables.get("references", {}))
        common = self._policy(tables.get("policy", {}), "policy")
        schemes = self._pagination(tables.get("pagination", {}), "pagination")
        defaults = self._defaults(tables.get("defaults", {}))
        named = self._named(tables.get("targets", {}))
        found = [
            self._target(name, table, defaults, common) for name, table in named.items()
        ]
        shared = len(named) > 1
        schemes = tuple(replace(one, shared=shared) for one in schemes)
        made = [
            replace(one, allow=allow, pagination=one.pagination + schemes)
            for one in found
            if one is not None
        ]
        self._overlaps(made)
        return made

    def sources(self, table: object) -> list[SourceFile]:
        """Read what files come from that are pulled."""
        named = self._table(table, None, "sources")
        found: list[SourceFile] = []
        for name, each in named.items():
            path = ("sources", name)
            before = len(self.problems)
            values = self._table(each, SourceTable, *path)
            self._check(values, SourceTable, *path)
            if len(self.problems) == before:
                for unfit in unfit_source(name, values, found):
                    self._wrong(unfit.message, *path, *unfit.keys, hint=unfit.hint)
            if len(self.problems) == before:
                at = self.written.place(*path, kind_of_source(values))
                found.append(made_source(name, values, self.written.path.parent, at))
        return found

    def _named(self, table: object) -> _Table:
        if isinstance(table, dict) and table:
            return cast("_Table", table)
        hint = "add a `[targets.NAME]` table with `input`, `out` and `package`"
        at = self.written.place()
        self.problems.append(_problem("config-empty", "no targets here", at, hint))
        return {}

    def _overlaps(self, targets: list[Target]) -> None:
        """Say which targets would write over each other."""
        outputs = [
            Output(
                target=one.name,
                out=one.out,
                package=one.package,
                beside=one.models is None,
            )
            for one in targets
        ]
        for one, other, why in overlapping(outputs):
            at, there = (
                self.written.place("targets", name, "out") for name in (one, other)
            )
            self.problems.append(
                _problem(
                    "config-overlap",
                    f"the `out` of target `{one}` {why}",
                    at,
                    "give each target a folder of its own",
                    notes=(Note(f"that of `{other}`", there),),
                )
            )

    def _allowed(self, table: object) -> tuple[str, ...]:
        """Read the origins that references may lead to."""
        values = self._table(table, References, "references")
        allow: object = values.get("allow", [])
        origins = cast("list[object]", allow) if isinstance(allow, list) else [0]
        if not all(isinstance(one, str) and _ORIGIN.fullmatch(one) for one in origins):
            message = 'must be a list of origins, as "https://example.com"'
            self._wrong(message, "references", "allow")
            return ()
        return tuple(str(one).lower() for one in origins)

    def _table(self, table: object, kind: type[Struct] | None, *path: str) -> _Table:
        """Return a table with the keys that it may have, if they are no names."""
        if not isinstance(table, dict):
            self._wrong("must be a table", *path)
            return {}
        values = cast("_Table", table)
        if kind is not None:
            self._known(values, kind, *path)
        return values

    def _defaults(self, table: object) -> _Table:
        """Read what holds for each target that does not say it itself."""
        before = len(self.problems)
        values = self._table(table, Defaults, "defaults")
        self._check(values, Defaults, "defaults")
        return values if len(self.problems) == before else {}

    def _target(
        self, name: str, table: object, defaults: _Table, common: Policy
    ) -> Target | None:
        path = ("targets", name)
        before = len(self.problems)
        own = self._table(table, TargetTable, *path)
        if not isinstance(table, dict):
            return None
        self._missing(f"target `{name}`", TargetTable, own, *path)
        self._check(own, TargetTable, *path)
        values = defaults | own
        homes: dict[str, _Path] = dict.fromkeys(defaults, ("defaults",))
        homes |= dict.fromkeys(own, path)
        if not has_enums(values.get("models"), values.get("enums", "literal")):
            message = f'has no effect with `models = "{values["models"]}"`'
            self._wrong(message, *homes["enums"], "enums")
        signing = self._signing(
            values.get("webhooks"), *homes.get("webhooks", path), "webhooks"
        )
        policies = [
            self._policy(each.get("policy", {}), *home, "policy")
            for each, home in ((defaults, ("defaults",)), (own, path))
        ]
        schemes = [
            scheme
            for each, home in ((own, path), (defaults, ("defaults",)))
            for scheme in self._pagination(
                each.get("pagination", {}), *home, "pagination"
            )
        ]
        choices = {
            key: self._choice(values[key], *homes[key], key)
            for key in ("include", "exclude")
            if isinstance(values.get(key), dict)
        }
        patches = self._patches(own.get("patches", []), *path, "patches")
        if len(self.problems) > before:
            return None
        return replace(
            self._made(name, values),
            patches=patches,
            **choices,
            policy=common + policies[0] + policies[1],
            pagination=tuple(schemes),
            webhooks=signing,
            places={key: self.written.place(*home, key) for key, home in homes.items()},
        )

    def _choice(self, table: _Table, *path: str) -> Choice:
        """Read which operations are to be taken, or left out."""
        self._known(table, ChoiceTable, *path)
        self._check(table, ChoiceTable, *path)
        known = keys_of(ChoiceTable)
        said: dict[str, Any] = {
            key: tuple(cast("list[str]", each)) if isinstance(each, list) else each
            for key, each in table.items()
            if key in known
        }
        return Choice(**said, origin=self.written.pointer(*path))

    def _patches(self, tables: Any, *path: str) -> tuple[Patch, ...]:
        """Read what single values are to be."""
        listed = cast("list[object]", tables) if isinstance(tables, list) else []
        found = (
            self._patch(each, *path, str(index)) for index, each in enumerate(listed)
        )
        return tuple(patch for patch in found if patch)

    def _patch(self, table: object, *path: str) -> Patch | None:
        before = len(self.problems)
        values = self._table(table, PatchTable, *path)
        self._missing("a patch", PatchTable, values, *path)
        self._check(values, PatchTable, *path)
        if ("set" in values) == bool(values.get("remove")):
            message = "a patch needs one of `set` and `remove = true`"
            at = self.written.place(*path)
            self.problems.append(_problem("config-value", message, at))
        elif not str(values.get("at", "#/x")).startswith("#/"):
            self._wrong("must start with `#/`", *path, "at")
        if len(self.problems) > before:
            return None
        return Patch(
            at=parse_reference(values["at"]),
            value=values.get("set", ABSENT),
            expect=values.get("expect", ABSENT),
            reason=values["reason"],
            origin=self.written.pointer(*path),
        )

    def _missing(
        self, what: str, kind: type[Struct], values: _Table, *path: str
    ) -> None:
        for key in required_of(kind):
            if key not in values:
                at = self.written.place(*path)
                hint = f'add `{key} = "…"`'
                message = f"{what} has no `{key}`"
                self.problems.append(_problem("config-missing", message, at, hint))

    def _made(self, name: str, values: _Table) -> Target:
        path = self.written.path
        given = {key: each for key, each in values.items() if key not in _MADE}
        if isinstance(values["input"], list):
            given["input"], *given["parts"] = values["input"]
        given["parts"] = tuple(given.get("parts", ()))
        given["out"] = path.parent / values["out"]
        given["overlays"] = tuple(values.get("overlays", ()))
        given["post"] = tuple(tuple(step) for step in values.get("post", ()))
        given["extras"] = tuple(sorted({*values.get("extras", ())}))
        return Target(name=name, folder=path.parent, configuration=path, **given)

    def _signing(self, table: Any, *path: str) -> Signing | None:
        """Read how webhooks are signed."""
        if table is None:
            return None
        before = len(self.problems)
        values = self._table(table, Signing, *path)
        try:
            return None if len(self.problems) > before else read_signing(values)
        except ValueError as problem:
            self._wrong(f"makes no sense: {problem}", *path)
            return None

    def _policy(self, table: Any, *path: str) -> Policy:
        """Read a table of policies, in which the one for all is the weakest."""
        if not isinstance(table, dict):
            self._wrong("must be a table", *path)
            return Policy()
        values = cast("_Table", table)
        settings: list[tuple[str, Action]] = []
        for name in sorted(values, key=lambda name: name != ALL):
            try:
                settings.append(read_setting(name, values[name]))
            except ValueError as problem:
                at = self.written.place(*path, name)
                self.problems.append(_problem("policy-unknown", str(problem), at))
        return Policy(tuple(settings))

    def _pagination(self, table: Any, *path: str) -> tuple[PageScheme, ...]:
        """Read the ways in which pages follow each other, each under its name."""
        if not isinstance(table, dict):
            self._wrong("must be a table of tables", *path)
            return ()
        schemes: list[PageScheme] = []
        for name, each in cast("_Table", table).items():
            keys = ("", "operations")
            places = {key: self.written.place(*path, name, key) for key in keys}
            try:
                schemes.append(replace(read_scheme(name, each), places=places))
            except SchemeError as problem:
                at = self.written.place(*path, name, problem.key)
                message = f"`{name}` in `pagination`: {problem}"
                self.problems.append(_problem("config-value", message, at))
        return tuple(schemes)

    def _check(self, values: _Table, kind: type[Struct], *path: str) -> None:
        """Compare the values of a table with what it may hold."""
        kinds = keys_of(kind)
        for key, value in values.items():
            if key not in kinds or key in _READ:
                continue
            if wanted := misfit(kinds[key], value):
                self._wrong(f"must be {wanted}", *path, key)
            elif key == "post" and not all(step and step[0] for step in value):
                self._wrong("has a command without a program", *path, key)
            elif key == "address" and not _ADDRESS.fullmatch(value):
                message = 'must be a whole address, as "https://example.com/a.json"'
                self._wrong(message, *path, key)
            elif key == "input" and not value:
                self._wrong("must name a file", *path, key)
            elif key == "package" and (reason := unfit_package(value)):
                self._wrong(reason, *path, key, hint=fitting_package(value))

    def _wrong(self, message: str, *path: str, hint: str | None = None) -> None:
        """Report a value, by the keys that lead to it."""
        message = f"`{path[-1]}` {message}"
        at = self.written.place(*path)
        self.problems.append(_problem("config-value", message, at, hint))

    def _known(self, table: Mapping[str, Any], kind: type[Struct], *path: str) -> None:
        known = keys_of(kind)
        for key in table:
            if key not in known:
                near = get_close_matches(key, known, n=1)
                hint = f"did you mean `{near[0]}`?" if near else "remove it"
                place = f"in [{'.'.join(path)}]" if path else "at the top"
                message = f"`{key}` is not known {place}"
                at = self.written.place(*path, key)
                self.problems.append(_problem("config-unknown-key", message, at, hint))
