"""Keys in a header, query parameter or cookie.

https://spec.openapis.org/oas/v3.1.1.html#security-scheme-object
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .hidden import Hidden
from .security import Credential

if TYPE_CHECKING:
    from .security import AsyncSecret, Place


class ApiKey(Hidden):
    """A key in a header, query parameter or cookie."""

    __slots__ = ("name", "place")

    def __init__(
        self,
        key: AsyncSecret | None = None,
        *,
        name: str,
        place: Place = "header",
        env: str | None = None,
    ) -> None:
        super().__init__(key, env)
        self.name = name
        self.place: Place = place

    def _written(self, secret: str) -> Credential | None:
        key = secret.strip()
        if self.place == "query":
            from .redaction import keep_out_of_logs

            keep_out_of_logs(self.name)
        return Credential(self.place, self.name, key, key) if key else None
