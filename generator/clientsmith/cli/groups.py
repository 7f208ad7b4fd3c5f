"""The options of `generate`, `check` and `emit`, by what they are about."""

from __future__ import annotations

from msgspec import Struct

from .options import (
    AsJson,
    Enums,
    FailsOn,
    Formats,
    Formatting,
    Frozen,
    Jobs,
    Models,
    Out,
    Overlays,
    PackageName,
    Policies,
    Quiet,
    Shard,
    Spec,
    TargetNames,
)


class Described(Struct, frozen=True, kw_only=True):
    """A single package, which the command line describes."""

    spec: Spec = None
    out: Out = None
    package: PackageName = None
    overlay: Overlays = None
    formatter: Formatting = None
    models: Models = None
    enums: Enums = None

    @property
    def needing(self) -> dict[str, object]:
        """The options that only mean something beside SPEC."""
        names = (name for name in self.__struct_fields__ if name != "spec")
        return {name: getattr(self, name) for name in names}


class Judged(Struct, frozen=True, kw_only=True):
    """What becomes of problems."""

    policy: Policies = None
    fail_on: FailsOn = None


class Selection(Struct, frozen=True, kw_only=True):
    """Which targets are run, and whether they may ask the network."""

    target: TargetNames = None
    shard: Shard = None
    frozen: Frozen = False


class Manner(Struct, frozen=True, kw_only=True):
    """How targets are run, and how that is said."""

    jobs: Jobs = None
    quiet: Quiet = False
    form: Formats = None
    as_json: AsJson = False
