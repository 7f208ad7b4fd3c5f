"""The configuration: which descriptions become which packages, and where.

`clientsmith.toml` is found in the folder one stands in, or above it. Paths in it
are relative to it.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeAlias, cast, get_args

from msgspec import Struct, field
from msgspec.structs import replace

from .diagnostics import Diagnostic, Exit, Note, Outcome, Position, error
from .features import ALL, Action
from .format import Formatter
from .ir import SIGNING_KEYS, Signing, read_signing
from .lock import LOCK_NAME
from .lower import PageScheme, SchemeError, read_scheme
from .models.styles import Style
from .outputs import Output, overlapping
from .package_names import fitting_package, unfit_package
from .plan import EnumStyle, Extra
from .policy import Policy, read_setting
from .toml_places import place_of

FILE_NAME = "clientsmith.toml"

_Table: TypeAlias = dict[str, Any]


class Target(Struct, frozen=True, kw_only=True):
    """One package to generate.

    `input` and `overlays` are paths as the user wrote them, `-` for standard
    input; `folder` is what they and `out` are relative to.
    """

    name: str
    input: str
    out: Path
    package: str
    overlays: tuple[str, ...] = ()
    formatter: Formatter = "ruff"
    version: str = "0.1.0"
    models: Style | None = None
    """Which kind of models to write instead of a client, if any."""
    enums: EnumStyle = "literal"
    testing: bool = True
    """Whether there is a fake of the API beside its clients."""
    extras: tuple[Extra, ...] = ()
    """What is there for those who install something beside the package."""
    address: str = ""
    """Where the description is published, which relative servers are seen from."""
    webhooks: Signing | None = None
    """How webhooks are signed and told apart, where the description does not say."""
    names: Mapping[str, str] = field(default_factory=dict[str, str])
    """Names of schemas, properties and operations, by reference."""
    policy: Policy = Policy()
    pagination: tuple[PageScheme, ...] = ()
    """How pages follow each other, where the description does not say."""
    folder: Path = Path()
    configuration: Path | None = None
    allow: tuple[str, ...] = ()
    """The origins that references may lead to."""

    @property
    def lock(self) -> Path:
        """The lock: beside the configuration, else in the output."""
        folder = self.configuration.parent if self.configuration else self.out
        return folder / LOCK_NAME


class Config(Struct, frozen=True):
    """A configuration file that was read."""

    path: Path
    targets: tuple[Target, ...]


_NOT_KEYS = frozenset({"allow", "configuration", "folder", "name"})
_KEYS = [key for key in Target.__struct_fields__ if key not in _NOT_KEYS]
_REQUIRED = ("input", "out", "package")
_LISTS = frozenset({"extras", "overlays"})
_TABLES = frozenset({"names"})
_FLAGS = frozenset({"testing"})
_STRINGS = "a list of strings"
_READ = frozenset({"pagination", "policy", "webhooks"})
"""Tables that are read as a whole."""
_PLACE = re.compile(r" \(at line (\d+), column (\d+)\)$")
_PLAIN = (
    "input",
    "package",
    "formatter",
    "version",
    "models",
    "enums",
    "testing",
    "address",
)
_CHOICES = {
    "enums": get_args(EnumStyle),
    "extras": get_args(Extra),
    "formatter": get_args(Formatter),
    "models": get_args(Style),
}
_ADDRESS = re.compile(r"https?://[^\s/?#]+[^\s]*", re.IGNORECASE)
_ORIGIN = re.compile(r"https?://[^\s/?#@]+", re.IGNORECASE)


def has_enums(models: Style | None, enums: EnumStyle) -> bool:
    """Tell whether models of a kind have enumerations of a kind.

    What another program writes has literals.
    """
    return enums == "literal" or models in {None, "pydantic"}


def find_config(start: Path) -> Path | None:
    """Return the configuration nearest to a folder: in it, or above it."""
    for folder in (start, *start.parents):
        if (folder / FILE_NAME).is_file():
            return folder / FILE_NAME
    return None


def read_config(path: Path) -> Outcome[Config]:
    """Read a configuration; each thing wrong with it is a diagnostic."""
    text = path.read_bytes()
    try:
        tables = tomllib.loads(text.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as broken:
        return Outcome(None, (_syntax(path, broken),))
    reader = _Reader(path, text.decode("utf-8-sig"), [])
    targets = reader.targets(tables)
    if reader.problems:
        return Outcome(None, tuple(reader.problems))
    return Outcome(Config(path, tuple(targets)))


def _syntax(path: Path, broken: ValueError) -> Diagnostic:
    place = _PLACE.search(str(broken))
    line, column = (int(place[1]), int(place[2])) if place else (1, 1)
    message = _PLACE.sub("", str(broken))
    at = Position(path.name, line, column)
    return _problem("config-syntax", f"this is not TOML: {message}", at)


def _problem(
    code: str,
    message: str,
    at: Position,
    hint: str | None = None,
    notes: tuple[Note, ...] = (),
) -> Diagnostic:
    return error(code, message, at, hint=hint, notes=notes, exit=Exit.USAGE)


def _misfit(key: str, value: object) -> str:
    """Say of what kind a value has to be, if it is of another one."""
    if key in _LISTS:
        items = cast("list[object]", value) if isinstance(value, list) else [0]
        return "" if all(isinstance(item, str) for item in items) else _STRINGS
    if key in _TABLES:
        table = cast("_Table", value) if isinstance(value, dict) else {"": 0}
        are_texts = all(isinstance(item, str) for item in table.values())
        return "" if are_texts else "a table of strings"
    if key in _FLAGS:
        return "" if isinstance(value, bool) else "true or false"
    is_text = key not in _KEYS or key in _READ or isinstance(value, str)
    return "" if is_text else "a string"


def _chosen(value: object) -> set[object]:
    """Return what is chosen: one thing, or those of a list."""
    return set(cast("list[object]", value)) if isinstance(value, list) else {value}


class _Reader(Struct):
    """Reads tables and keeps what is wrong with them."""

    path: Path
    text: str
    problems: list[Diagnostic]

    def targets(self, tables: _Table) -> list[Target]:
        self._known(tables, ["pagination", "policy", "references", "targets"])
        allow = self._allowed(tables.get("references", {}))
        common = self._policy(tables.get("policy", {}), "policy")
        tables_of_targets = tables.get("targets", {})
        schemes = self._pagination(tables.get("pagination", {}), "pagination")
        if not isinstance(tables_of_targets, dict) or not tables_of_targets:
            hint = "add a `[targets.NAME]` table with `input`, `out` and `package`"
            at = Position(self.path.name, 1, 1)
            self.problems.append(_problem("config-empty", "no targets here", at, hint))
            return []
        named = cast("_Table", tables_of_targets)
        found = [self._target(name, table, common) for name, table in named.items()]
        shared = len(named) > 1
        schemes = tuple(replace(one, shared=shared) for one in schemes)
        made = [
            replace(one, allow=allow, pagination=one.pagination + schemes)
            for one in found
            if one is not None
        ]
        self._overlaps(made)
        return made

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
            at, there = (self._place("targets", name, "out") for name in (one, other))
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
        if not isinstance(table, dict):
            self._wrong("must be a table", "references")
            return ()
        values = cast("_Table", table)
        self._known(values, ["allow"], "references")
        allow: object = values.get("allow", [])
        origins = cast("list[object]", allow) if isinstance(allow, list) else [0]
        if not all(isinstance(one, str) and _ORIGIN.fullmatch(one) for one in origins):
            message = 'must be a list of origins, as "https://example.com"'
            self._wrong(message, "references", "allow")
            return ()
        return tuple(str(one).lower() for one in origins)

    def _target(self, name: str, table: Any, common: Policy) -> Target | None:
        path = ("targets", name)
        if not isinstance(table, dict):
            self._wrong("must be a table", *path)
            return None
        values = cast("_Table", table)
        before = len(self.problems)
        self._known(values, _KEYS, *path)
        for key in _REQUIRED:
            if key not in values:
                at = self._place(*path)
                hint = f'add `{key} = "…"`'
                message = f"target `{name}` has no `{key}`"
                self.problems.append(_problem("config-missing", message, at, hint))
        for key, value in values.items():
            self._check(value, *path, key)
        if not has_enums(values.get("models"), values.get("enums", "literal")):
            message = f'has no effect with `models = "{values["models"]}"`'
            self._wrong(message, *path, "enums")
        signing = self._signing(values.get("webhooks"), *path, "webhooks")
        policy = common + self._policy(values.get("policy", {}), *path, "policy")
        schemes = self._pagination(values.get("pagination", {}), *path, "pagination")
        if len(self.problems) > before:
            return None
        made = self._made(name, values, policy)
        return replace(made, pagination=schemes, webhooks=signing)

    def _signing(self, table: Any, *path: str) -> Signing | None:
        """Read how webhooks are signed."""
        if table is None:
            return None
        if not isinstance(table, dict):
            self._wrong("must be a table", *path)
            return None
        values = cast("_Table", table)
        before = len(self.problems)
        self._known(values, SIGNING_KEYS, *path)
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
                at = self._place(*path, name)
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
            places = {key: self._place(*path, name, key) for key in keys}
            try:
                schemes.append(replace(read_scheme(name, each), places=places))
            except SchemeError as problem:
                at = self._place(*path, name, problem.key)
                message = f"`{name}` in `pagination`: {problem}"
                self.problems.append(_problem("config-value", message, at))
        return tuple(schemes)

    def _made(self, name: str, values: _Table, policy: Policy) -> Target:
        folder = self.path.parent
        given = {key: values[key] for key in _PLAIN if key in values}
        return Target(
            name=name,
            out=folder / values["out"],
            extras=tuple(sorted({*values.get("extras", ())})),
            overlays=tuple(values.get("overlays", ())),
            names=values.get("names", {}),
            policy=policy,
            folder=folder,
            configuration=self.path,
            **given,
        )

    def _check(self, value: object, *path: str) -> None:
        key = path[-1]
        if misfit := _misfit(key, value):
            self._wrong(f"must be {misfit}", *path)
        elif key in _CHOICES and not _chosen(value) <= {*_CHOICES[key]}:
            self._wrong(f"must be one of {', '.join(_CHOICES[key])}", *path)
        elif key == "address" and not _ADDRESS.fullmatch(str(value)):
            self._wrong(
                'must be a whole address, as "https://example.com/a.json"', *path
            )
        elif key == "package" and (reason := unfit_package(str(value))):
            self._wrong(reason, *path, hint=fitting_package(str(value)))

    def _wrong(self, message: str, *path: str, hint: str | None = None) -> None:
        """Report a value, by the keys that lead to it."""
        message = f"`{path[-1]}` {message}"
        at = self._place(*path)
        self.problems.append(_problem("config-value", message, at, hint))

    def _known(self, table: _Table, known: Iterable[str], *path: str) -> None:
        for key in table:
            if key not in known:
                near = get_close_matches(key, known, n=1)
                hint = f"did you mean `{near[0]}`?" if near else "remove it"
                place = f"in [{'.'.join(path)}]" if path else "at the top"
                message = f"`{key}` is not known {place}"
                at = self._place(*path, key)
                self.problems.append(_problem("config-unknown-key", message, at, hint))

    def _place(self, *keys: str) -> Position:
        """Return where the table or the key stands that some keys lead to."""
        return Position(self.path.name, *place_of(self.text, keys))
