"""A ship, in the harbor or on its way."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from .._runtime.models import Model, Unknown
from .._runtime.tags import Tag, by_tag
from .bulk import Bulk
from .container import Container
from .flag import Flag

VesselCargo: TypeAlias = Annotated[
    Annotated[Container, Tag("box")]
    | Annotated[Bulk, Tag("bulk")]
    | Annotated[Unknown, Tag("")],
    by_tag("kind"),
]


class Vessel(Model):
    """A ship, in the harbor or on its way."""

    name: str

    cargo: list[VesselCargo]

    escort: list[Vessel] | None = None
    """The ships that go with it."""

    flag: Flag | None = None
