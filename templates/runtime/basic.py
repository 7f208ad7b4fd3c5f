"""Names with passwords.

https://www.rfc-editor.org/rfc/rfc7617
"""

from __future__ import annotations

import base64
import os
from typing import TYPE_CHECKING

from .hidden import Hidden
from .security import Credential

if TYPE_CHECKING:
    from collections.abc import Callable

    from .security import AsyncSecret


class Login(Hidden):
    """A name and a password."""

    __slots__ = ("_username", "_username_env")
    name = "Authorization"

    def __init__(
        self,
        username: str | None = None,
        password: AsyncSecret | None = None,
        *,
        username_env: str | None = None,
        env: str | None = None,
    ) -> None:
        super().__init__(password, env)
        self._username = username
        self._username_env = username_env

    @property
    def source(self) -> str:
        """Where both come from, for people."""
        names = [name for name in (self._username_env, self.env) if name]
        plural = "s" if names[1:] else ""
        listed = " and ".join(names)
        return f"the environment variable{plural} {listed}" if names else "arguments"

    def in_curl(self, variable: Callable[[str | None], str], /) -> list[str]:
        """See `Scheme.in_curl`."""
        names = (self._username_env, self.env)
        return ["--user", ":".join(map(variable, names))]

    @property
    def username(self) -> str | None:
        """The name, if there is one."""
        if self._username is not None:
            return self._username
        return os.environ.get(self._username_env or "")


class BasicAuth(Login):
    """`Authorization: Basic`, from a name and a password, which may be empty.

    https://www.rfc-editor.org/rfc/rfc7617
    """

    __slots__ = ()

    def _written(self, secret: str) -> Credential | None:
        username = self.username
        if username is None:
            return None
        if ":" in username:
            raise ValueError("the name of a user must not hold a colon")
        token = base64.b64encode(f"{username}:{secret}".encode()).decode()
        return Credential("header", self.name, f"Basic {token}", secret)
