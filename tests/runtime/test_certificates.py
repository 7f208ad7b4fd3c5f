"""Mutual TLS: connections that show a certificate, and servers that ask for one."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx2
import pytest
from shop import API, AT_ONCE, PetsRequests

from runtime.certificates import ClientCertificate
from runtime.client import BaseClient
from runtime.errors import ConnectionFailed, MissingCredentials
from servers.tls import asking_for_a_certificate, write_certificate

ANSWER = b'HTTP/1.1 200 OK\r\ncontent-length: 24\r\n\r\n{"id": 1, "name": "Paw"}'


@pytest.fixture(scope="module")
def pem(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a file with a certificate and its key."""
    path = tmp_path_factory.mktemp("tls") / "both.pem"
    write_certificate(path)
    return path


@pytest.fixture
def address(pem: Path) -> Iterator[str]:
    """Run a server that talks to nobody without it."""
    with asking_for_a_certificate(pem, ANSWER) as address:
        yield address


def client(address: str, scheme: ClientCertificate, **options: Any) -> BaseClient:
    """Return a client whose API wants a certificate."""
    api = replace(API, security=({"tls": ()},))
    settings = {"base_url": address, "retry": AT_ONCE, **options}
    return BaseClient(api, {"tls": scheme}, **settings)


@pytest.fixture(autouse=True)
def _trusted(pem: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(pem))


@pytest.mark.parametrize("several", [False, True])
def test_a_connection_shows_the_certificate(
    address: str, pem: Path, *, several: bool
) -> None:
    """From one file, or from two."""
    given = (pem, pem) if several else pem
    with client(address, ClientCertificate(given)) as api:
        assert api.send(PetsRequests.get(1)).status == 200


def test_the_file_may_be_named_in_the_environment(
    address: str, pem: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Like any other credential."""
    scheme = ClientCertificate(env="SHOP_CERTIFICATE")
    with (
        client(address, scheme) as api,
        pytest.raises(MissingCredentials, match="SHOP_CERTIFICATE"),
    ):
        api.send(PetsRequests.get(1))
    monkeypatch.setenv("SHOP_CERTIFICATE", str(pem))
    with client(address, scheme) as api:
        assert api.send(PetsRequests.get(1)).status == 200


def test_the_server_refuses_others(address: str, pem: Path) -> None:
    """So that what passes above does so because of the certificate."""
    context = ssl.create_default_context(cafile=str(pem))
    with (
        client(address, ClientCertificate(context)) as api,
        pytest.raises(ConnectionFailed),
    ):
        api.send(PetsRequests.get(1))


def test_a_given_http_client_shows_its_own(address: str, pem: Path) -> None:
    """It is taken as it is."""
    context = ssl.create_default_context(cafile=str(pem))
    context.load_cert_chain(pem)
    with (
        httpx2.Client(verify=context) as http,
        client(address, ClientCertificate(), http_client=http) as api,
    ):
        assert api.send(PetsRequests.get(1)).status == 200
