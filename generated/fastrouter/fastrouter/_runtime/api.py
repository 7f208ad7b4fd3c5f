"""What all operations of an API share."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .errors import StatusError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .servers import Choice


@dataclass(frozen=True, kw_only=True, slots=True)
class Api:
    """The facts of an API that do not depend on the operation."""

    name: str
    version: str
    servers: tuple[str, ...] = ()
    """Addresses, in which the names of variables stand in braces."""

    choice: Choice | None = None
    """What clients may choose of that."""

    security: tuple[Mapping[str, tuple[str, ...]], ...] = ()
    """Alternatives of schemes, each with its scopes, that are needed together."""

    errors: Mapping[int, type[StatusError]] = field(
        default_factory=dict[int, type[StatusError]]
    )

    @property
    def user_agent(self) -> str:
        """What clients call themselves."""
        return f"{self.name}/{self.version} python"
