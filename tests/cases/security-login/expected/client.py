"""The way in: `Client`, and `AsyncClient` for code that runs an event loop."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Unpack

from ._runtime.api import Api
from ._runtime.basic import BasicAuth
from ._runtime.certificates import ClientCertificate
from ._runtime.client import AsyncBaseClient, BaseClient
from ._runtime.digest import DigestAuth
from .errors import STATUS_ERRORS

if TYPE_CHECKING:
    from ._runtime.certificates import Certificate
    from ._runtime.options import ClientOptions
    from ._runtime.security import AsyncSecret, Secret
    from .resources.entries import AsyncEntries, Entries

API = Api(
    name="case_security_login",
    version="0.1.0",
    servers=("https://ledger.example",),
    security=({"basic": ()},),
    errors=STATUS_ERRORS,
)


class Client(BaseClient):
    """A blocking client of the Ledger API.

    `username` and `password` default to the environment variables
    `CASE_SECURITY_LOGIN_USERNAME` and `CASE_SECURITY_LOGIN_PASSWORD`.

    `digest_username` and `digest_password` default to the environment variables
    `CASE_SECURITY_LOGIN_DIGEST_USERNAME` and `CASE_SECURITY_LOGIN_DIGEST_PASSWORD`.

    `certificate` defaults to the environment variable
    `CASE_SECURITY_LOGIN_CERTIFICATE`.

    Unless options say otherwise, 60 seconds of silence are borne (`timeout`), a call
    may take any time (`deadline`), and what failed is tried again up to 2 times, after
    about 0.5 and 1 seconds (`retry`). Up to 1000 connections are open, and 100 of them
    kept for 30 seconds.
    """

    def __init__(
        self,
        *,
        username: str | None = None,
        password: Secret | None = None,
        digest_username: str | None = None,
        digest_password: str | None = None,
        certificate: Certificate | None = None,
        **options: Unpack[ClientOptions],
    ) -> None:
        super().__init__(
            API,
            {
                "basic": BasicAuth(
                    username,
                    password,
                    username_env="CASE_SECURITY_LOGIN_USERNAME",
                    env="CASE_SECURITY_LOGIN_PASSWORD",
                ),
                "digest": DigestAuth(
                    digest_username,
                    digest_password,
                    username_env="CASE_SECURITY_LOGIN_DIGEST_USERNAME",
                    env="CASE_SECURITY_LOGIN_DIGEST_PASSWORD",
                ),
                "tls": ClientCertificate(
                    certificate, env="CASE_SECURITY_LOGIN_CERTIFICATE"
                ),
            },
            **options,
        )

    @cached_property
    def entries(self) -> Entries:
        """Operations under `entries`."""
        from .resources.entries import Entries

        return Entries(self)


class AsyncClient(AsyncBaseClient):
    """The async twin of `Client`, with the same options and defaults."""

    def __init__(
        self,
        *,
        username: str | None = None,
        password: AsyncSecret | None = None,
        digest_username: str | None = None,
        digest_password: str | None = None,
        certificate: Certificate | None = None,
        **options: Unpack[ClientOptions],
    ) -> None:
        super().__init__(
            API,
            {
                "basic": BasicAuth(
                    username,
                    password,
                    username_env="CASE_SECURITY_LOGIN_USERNAME",
                    env="CASE_SECURITY_LOGIN_PASSWORD",
                ),
                "digest": DigestAuth(
                    digest_username,
                    digest_password,
                    username_env="CASE_SECURITY_LOGIN_DIGEST_USERNAME",
                    env="CASE_SECURITY_LOGIN_DIGEST_PASSWORD",
                ),
                "tls": ClientCertificate(
                    certificate, env="CASE_SECURITY_LOGIN_CERTIFICATE"
                ),
            },
            **options,
        )

    @cached_property
    def entries(self) -> AsyncEntries:
        """See `Client.entries`."""
        from .resources.entries import AsyncEntries

        return AsyncEntries(self)
