"""The way in: `Client`, and `AsyncClient` for code that runs an event loop."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Unpack

from ._runtime.api import Api
from ._runtime.bearer import BearerToken
from ._runtime.client import AsyncBaseClient, BaseClient
from ._runtime.oauth import OAuth2
from .errors import STATUS_ERRORS

if TYPE_CHECKING:
    from ._runtime.oauth import AsyncTokenSource, TokenSource
    from ._runtime.options import ClientOptions
    from ._runtime.security import AsyncSecret, Secret
    from .resources.events import AsyncEvents, Events

API = Api(
    name="case_security_oauth2",
    version="0.1.0",
    servers=("https://calendar.example",),
    security=({"oauth": ("read",)},),
    errors=STATUS_ERRORS,
)


class Client(BaseClient):
    """A blocking client of the Calendar API.

    `browser_access_token` defaults to the environment variable
    `CASE_SECURITY_OAUTH2_BROWSER_ACCESS_TOKEN`: Deprecated. A token that a browser was
    given.

    `access_token`, `client_id` and `client_secret` default to the environment variables
    `CASE_SECURITY_OAUTH2_ACCESS_TOKEN`, `CASE_SECURITY_OAUTH2_CLIENT_ID` and
    `CASE_SECURITY_OAUTH2_CLIENT_SECRET`.

    `open_id_access_token`, `open_id_client_id` and `open_id_client_secret` default to
    the environment variables `CASE_SECURITY_OAUTH2_OPEN_ID_ACCESS_TOKEN`,
    `CASE_SECURITY_OAUTH2_OPEN_ID_CLIENT_ID` and
    `CASE_SECURITY_OAUTH2_OPEN_ID_CLIENT_SECRET`.

    `partner_access_token`, `partner_client_id` and `partner_client_secret` default to
    the environment variables `CASE_SECURITY_OAUTH2_PARTNER_ACCESS_TOKEN`,
    `CASE_SECURITY_OAUTH2_PARTNER_CLIENT_ID` and
    `CASE_SECURITY_OAUTH2_PARTNER_CLIENT_SECRET`.

    Unless options say otherwise, 60 seconds of silence are borne (`timeout`), a call
    may take any time (`deadline`), and what failed is tried again up to 2 times, after
    about 0.5 and 1 seconds (`retry`). Up to 1000 connections are open, and 100 of them
    kept for 30 seconds.
    """

    def __init__(
        self,
        *,
        browser_access_token: Secret | None = None,
        access_token: TokenSource | None = None,
        client_id: str | None = None,
        client_secret: str | None = None,
        open_id_access_token: TokenSource | None = None,
        open_id_client_id: str | None = None,
        open_id_client_secret: str | None = None,
        partner_access_token: TokenSource | None = None,
        partner_client_id: str | None = None,
        partner_client_secret: str | None = None,
        **options: Unpack[ClientOptions],
    ) -> None:
        super().__init__(
            API,
            {
                "browser": BearerToken(
                    browser_access_token,
                    env="CASE_SECURITY_OAUTH2_BROWSER_ACCESS_TOKEN",
                ),
                "oauth": OAuth2(
                    access_token,
                    client_id,
                    client_secret,
                    token_url="https://login.example/token",
                    refresh_url="/refresh",
                    env="CASE_SECURITY_OAUTH2_ACCESS_TOKEN",
                    client_id_env="CASE_SECURITY_OAUTH2_CLIENT_ID",
                    client_secret_env="CASE_SECURITY_OAUTH2_CLIENT_SECRET",
                ),
                "openId": OAuth2(
                    open_id_access_token,
                    open_id_client_id,
                    open_id_client_secret,
                    discovery_url="https://id.example/.well-known/openid-configuration",
                    env="CASE_SECURITY_OAUTH2_OPEN_ID_ACCESS_TOKEN",
                    client_id_env="CASE_SECURITY_OAUTH2_OPEN_ID_CLIENT_ID",
                    client_secret_env="CASE_SECURITY_OAUTH2_OPEN_ID_CLIENT_SECRET",
                ),
                "partner": OAuth2(
                    partner_access_token,
                    partner_client_id,
                    partner_client_secret,
                    discovery_url="https://partner.example/.well-known/oauth-authorization-server",
                    env="CASE_SECURITY_OAUTH2_PARTNER_ACCESS_TOKEN",
                    client_id_env="CASE_SECURITY_OAUTH2_PARTNER_CLIENT_ID",
                    client_secret_env="CASE_SECURITY_OAUTH2_PARTNER_CLIENT_SECRET",
                ),
            },
            **options,
        )

    @cached_property
    def events(self) -> Events:
        """Operations under `events`."""
        from .resources.events import Events

        return Events(self)


class AsyncClient(AsyncBaseClient):
    """The async twin of `Client`, with the same options and defaults."""

    def __init__(
        self,
        *,
        browser_access_token: AsyncSecret | None = None,
        access_token: AsyncTokenSource | None = None,
        client_id: str | None = None,
        client_secret: str | None = None,
        open_id_access_token: AsyncTokenSource | None = None,
        open_id_client_id: str | None = None,
        open_id_client_secret: str | None = None,
        partner_access_token: AsyncTokenSource | None = None,
        partner_client_id: str | None = None,
        partner_client_secret: str | None = None,
        **options: Unpack[ClientOptions],
    ) -> None:
        super().__init__(
            API,
            {
                "browser": BearerToken(
                    browser_access_token,
                    env="CASE_SECURITY_OAUTH2_BROWSER_ACCESS_TOKEN",
                ),
                "oauth": OAuth2(
                    access_token,
                    client_id,
                    client_secret,
                    token_url="https://login.example/token",
                    refresh_url="/refresh",
                    env="CASE_SECURITY_OAUTH2_ACCESS_TOKEN",
                    client_id_env="CASE_SECURITY_OAUTH2_CLIENT_ID",
                    client_secret_env="CASE_SECURITY_OAUTH2_CLIENT_SECRET",
                ),
                "openId": OAuth2(
                    open_id_access_token,
                    open_id_client_id,
                    open_id_client_secret,
                    discovery_url="https://id.example/.well-known/openid-configuration",
                    env="CASE_SECURITY_OAUTH2_OPEN_ID_ACCESS_TOKEN",
                    client_id_env="CASE_SECURITY_OAUTH2_OPEN_ID_CLIENT_ID",
                    client_secret_env="CASE_SECURITY_OAUTH2_OPEN_ID_CLIENT_SECRET",
                ),
                "partner": OAuth2(
                    partner_access_token,
                    partner_client_id,
                    partner_client_secret,
                    discovery_url="https://partner.example/.well-known/oauth-authorization-server",
                    env="CASE_SECURITY_OAUTH2_PARTNER_ACCESS_TOKEN",
                    client_id_env="CASE_SECURITY_OAUTH2_PARTNER_CLIENT_ID",
                    client_secret_env="CASE_SECURITY_OAUTH2_PARTNER_CLIENT_SECRET",
                ),
            },
            **options,
        )

    @cached_property
    def events(self) -> AsyncEvents:
        """See `Client.events`."""
        from .resources.events import AsyncEvents

        return AsyncEvents(self)
