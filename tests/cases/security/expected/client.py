"""The way in: `Client`, and `AsyncClient` for code that runs an event loop."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Unpack

from ._runtime.api import Api
from ._runtime.api_keys import ApiKey
from ._runtime.bearer import BearerToken
from ._runtime.client import AsyncBaseClient, BaseClient
from .errors import STATUS_ERRORS

if TYPE_CHECKING:
    from ._runtime.options import ClientOptions
    from ._runtime.security import AsyncSecret, Secret
    from .resources.boxes import AsyncBoxes, Boxes
    from .resources.status import AsyncStatus, Status

API = Api(
    name="case_security",
    version="0.1.0",
    servers=("https://vault.example",),
    security=({"bearer": ()},),
    errors=STATUS_ERRORS,
)


class Client(BaseClient):
    """A blocking client of the Vault API.

    `app_id` defaults to the environment variable `CASE_SECURITY_APP_ID`.

    `app_key` defaults to the environment variable `CASE_SECURITY_APP_KEY`.

    `bearer_token` defaults to the environment variable `CASE_SECURITY_BEARER_TOKEN`: A
    key from the settings of an account.

    `gnap` defaults to the environment variable `CASE_SECURITY_GNAP`.

    `session` defaults to the environment variable `CASE_SECURITY_SESSION`.

    Unless options say otherwise, 60 seconds of silence are borne (`timeout`), a call
    may take any time (`deadline`), and what failed is tried again up to 2 times, after
    about 0.5 and 1 seconds (`retry`). Up to 1000 connections are open, and 100 of them
    kept for 30 seconds.
    """

    def __init__(
        self,
        *,
        app_id: Secret | None = None,
        app_key: Secret | None = None,
        bearer_token: Secret | None = None,
        gnap: Secret | None = None,
        session: Secret | None = None,
        **options: Unpack[ClientOptions],
    ) -> None:
        super().__init__(
            API,
            {
                "appId": ApiKey(
                    app_id, name="app id", place="query", env="CASE_SECURITY_APP_ID"
                ),
                "appKey": ApiKey(
                    app_key, name="X-App-Key", env="CASE_SECURITY_APP_KEY"
                ),
                "bearer": BearerToken(bearer_token, env="CASE_SECURITY_BEARER_TOKEN"),
                "gnap": BearerToken(gnap, scheme="GNAP", env="CASE_SECURITY_GNAP"),
                "session": ApiKey(
                    session, name="session", place="cookie", env="CASE_SECURITY_SESSION"
                ),
            },
            **options,
        )

    @cached_property
    def boxes(self) -> Boxes:
        """Operations under `boxes`."""
        from .resources.boxes import Boxes

        return Boxes(self)

    @cached_property
    def status(self) -> Status:
        """Operations under `status`."""
        from .resources.status import Status

        return Status(self)


class AsyncClient(AsyncBaseClient):
    """The async twin of `Client`, with the same options and defaults."""

    def __init__(
        self,
        *,
        app_id: AsyncSecret | None = None,
        app_key: AsyncSecret | None = None,
        bearer_token: AsyncSecret | None = None,
        gnap: AsyncSecret | None = None,
        session: AsyncSecret | None = None,
        **options: Unpack[ClientOptions],
    ) -> None:
        super().__init__(
            API,
            {
                "appId": ApiKey(
                    app_id, name="app id", place="query", env="CASE_SECURITY_APP_ID"
                ),
                "appKey": ApiKey(
                    app_key, name="X-App-Key", env="CASE_SECURITY_APP_KEY"
                ),
                "bearer": BearerToken(bearer_token, env="CASE_SECURITY_BEARER_TOKEN"),
                "gnap": BearerToken(gnap, scheme="GNAP", env="CASE_SECURITY_GNAP"),
                "session": ApiKey(
                    session, name="session", place="cookie", env="CASE_SECURITY_SESSION"
                ),
            },
            **options,
        )

    @cached_property
    def boxes(self) -> AsyncBoxes:
        """See `Client.boxes`."""
        from .resources.boxes import AsyncBoxes

        return AsyncBoxes(self)

    @cached_property
    def status(self) -> AsyncStatus:
        """See `Client.status`."""
        from .resources.status import AsyncStatus

        return AsyncStatus(self)
