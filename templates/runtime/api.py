"""What all operations of an API share."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .errors import StatusError

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, kw_only=True, slots=True)
class Api:
    """The facts of an API that do not depend on the operation."""

    name: str
    version: str
    servers: tuple[str, ...] = ()
    security: tuple[tuple[str, ...], ...] = ()
    """Alternatives of schemes that are needed together; none if empty."""

    errors: Mapping[int, type[StatusError]] = field(
        default_factory=dict[int, type[StatusError]]
    )
