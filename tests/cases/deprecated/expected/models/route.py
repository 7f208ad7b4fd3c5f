"""Route."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .._runtime.models import Model
from .old_place import OldPlace
from .place import Place


class Route(Model):
    """Route."""

    to: str

    from_: Annotated[str | None, Field(alias="from")] = None
    """Deprecated. Where it starts."""

    origin: Place | None = None
    """Deprecated."""

    place: OldPlace | None = None

    via: str | None = None
    """Deprecated: use `stops`."""
