"""A target as a run takes it: every value decided, every path complete."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct, field

from clientsmith.diagnostics import Position
from clientsmith.emit import Destination
from clientsmith.ir import Signing
from clientsmith.ir.page_schemes import PageScheme
from clientsmith.load import Choice, Patch
from clientsmith.lock import LOCK_NAME
from clientsmith.pointer import Pointer
from clientsmith.policy import FailOn, Policy
from clientsmith.styles import EnumStyle, Extra, Formatter, ModelStyle, Writing


class Target(Struct, frozen=True, kw_only=True):
    """One package to generate.

    `input` and `overlays` are paths as the user wrote them, `-` for standard
    input; `folder` is what they and `out` are relative to.
    """

    name: str
    input: str
    out: Path
    package: str
    parts: tuple[str, ...] = ()
    """Further files that the description is merged from."""
    overlays: tuple[str, ...] = ()
    patches: tuple[Patch, ...] = ()
    include: Choice | None = None
    """The operations to take."""
    exclude: Choice | None = None
    """The operations to leave out."""
    prune: bool | None = None
    """Whether components go that nothing leads to; else if operations are chosen."""
    formatter: Formatter = "ruff"
    mode: Writing = "replace"
    """What becomes of edits by hand: they stop a run, or are merged."""
    post: tuple[tuple[str, ...], ...] = ()
    """The commands to run when something was written, word by word."""
    version: str = "0.1.0"
    """The version of the package, or `semver` where it follows from changes."""
    repository: Destination | None = None
    """The other repository that it is kept in; `out` is a folder of that."""
    models: ModelStyle | None = None
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
    names_at: Pointer = Pointer()
    """Where in the configuration these are."""
    policy: Policy = Policy()
    baseline: str | None = None
    """The file that has the problems that are known."""
    fail_on: FailOn = "error"
    """From which severity on a problem decides how the program ends."""
    pagination: tuple[PageScheme, ...] = ()
    """How pages follow each other, where the description does not say."""
    folder: Path = Path()
    configuration: Path | None = None
    siblings: frozenset[str] = frozenset()
    """The names of all targets of the configuration."""
    package_folders: frozenset[Path] = frozenset()
    """Where all targets of the configuration have their packages."""
    allow: tuple[str, ...] = ()
    """The origins that references may lead to."""
    pulled: frozenset[str] = frozenset()
    """The files that `pull` writes, by their paths from the folder."""
    offline: bool = False
    """Whether nobody may be asked for anything."""
    places: Mapping[str, Position] = field(default_factory=dict[str, Position])
    """Where in the configuration each of its keys is, of those that are there."""

    @property
    def keeps_release(self) -> bool:
        """Whether a file beside the package says what callers see of it."""
        return self.version == "semver" or self.repository is not None

    @property
    def lock(self) -> Path:
        """The lock: beside the configuration, else in the output."""
        folder = self.configuration.parent if self.configuration else self.out
        return folder / LOCK_NAME


_NO_DEFAULTS = frozenset(
    {"address", "allow", "input", "name", "package", "pagination", "parts"}
)


def usual() -> dict[str, Any]:
    """Return what holds where nothing is said, as it would be written."""
    plain = Target(name="", input="", out=Path(), package="")
    values = {key: getattr(plain, key) for key in Target.__struct_fields__}
    return {
        key: [] if value == () else value
        for key, value in values.items()
        if (value == () or isinstance(value, str | bool)) and key not in _NO_DEFAULTS
    }


def has_enums(models: ModelStyle | None, enums: EnumStyle) -> bool:
    """Tell whether models of a kind have enumerations of a kind.

    What another program writes has literals.
    """
    return enums == "literal" or models in {None, "pydantic"}
