"""Mutual TLS: the connection itself proves who sends a request.

https://spec.openapis.org/oas/v3.1.1.html#security-scheme-object
"""

from __future__ import annotations

import os
import ssl
from typing import TypeAlias

from .secrecy import veiled
from .security import CONNECTION, Credential

Path: TypeAlias = str | os.PathLike[str]

Certificate: TypeAlias = (
    Path | tuple[Path, Path] | tuple[Path, Path, str] | ssl.SSLContext
)
"""A file with certificate and key, two files (and the password of the second one), or
the whole of the settings."""


def _veiled(given: Certificate | None) -> Certificate | None:
    match given:
        case (certificate, key, password):
            return certificate, key, veiled(password)
        case _:
            return given


class ClientCertificate:
    """The certificate that connections of a client show.

    An `http_client` of the user is taken to show one by itself.
    """

    __slots__ = ("_certificate", "env")
    name = CONNECTION

    def __init__(
        self, certificate: Certificate | None = None, *, env: str | None = None
    ) -> None:
        self._certificate = _veiled(certificate)
        self.env = env

    @property
    def source(self) -> str:
        """Where the certificate comes from, for people."""
        return f"the environment variable {self.env}" if self.env else "an argument"

    @property
    def is_given(self) -> bool:
        """See `Scheme.is_given`."""
        return bool(self._given)

    def in_curl(self, _: object, /) -> list[str]:
        """See `Scheme.in_curl`."""
        return ["--cert", "..."]

    def credential(self, _scopes: tuple[str, ...] = (), /) -> Credential | None:
        """Return what stands for the certificate, or None if there is none."""
        return Credential("connection", CONNECTION, "", "") if self._given else None

    def context(self) -> ssl.SSLContext:
        """Return the TLS settings of the connections."""
        from .transport import ssl_context

        given = self._given
        if isinstance(given, ssl.SSLContext):
            return given
        if not given:
            return ssl_context()
        import httpx2

        context: ssl.SSLContext = httpx2.create_ssl_context()
        match given:
            case (certificate, key):
                context.load_cert_chain(certificate, key)
            case (certificate, key, password):
                context.load_cert_chain(certificate, key, password)
            case file:
                context.load_cert_chain(file)
        return context

    @property
    def _given(self) -> Certificate | None:
        return self._certificate or os.environ.get(self.env or "")

    def __repr__(self) -> str:
        return f"{type(self).__name__}(..., env={self.env!r})"
