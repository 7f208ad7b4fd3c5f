"""A token in the header `Authorization`.

https://www.rfc-editor.org/rfc/rfc6750#section-2.1
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .hidden import Hidden
from .security import Credential

if TYPE_CHECKING:
    from .security import AsyncSecret


class BearerToken(Hidden):
    """`Authorization: Bearer`, or another scheme that takes one text."""

    __slots__ = ("_scheme",)
    name = "Authorization"

    def __init__(
        self,
        token: AsyncSecret | None = None,
        *,
        scheme: str = "Bearer",
        env: str | None = None,
    ) -> None:
        super().__init__(token, env)
        self._scheme = scheme

    def _written(self, secret: str) -> Credential | None:
        # Files leave a line end after a token.
        token = secret.strip()
        if not token:
            return None
        return Credential("header", self.name, f"{self._scheme} {token}", token)
