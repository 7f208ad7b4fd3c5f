"""Mutual TLS: connections that show a certificate, and servers that ask for one."""

from __future__ import annotations

import contextlib
import datetime as dt
import socket
import ssl
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx2
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from shop import API, AT_ONCE, PetsRequests

from runtime.certificates import ClientCertificate
from runtime.client import BaseClient
from runtime.errors import ConnectionFailed, MissingCredentials

NAME = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
ANSWER = b'HTTP/1.1 200 OK\r\ncontent-length: 24\r\n\r\n{"id": 1, "name": "Paw"}'


@pytest.fixture(scope="module")
def pem(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a certificate that vouches for itself, and its key, into one file."""
    key = ec.generate_private_key(ec.SECP256R1())
    now = dt.datetime.now(dt.UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(NAME)
        .issuer_name(NAME)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=1))
        .add_extension(
            x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False
        )
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    text = certificate.public_bytes(serialization.Encoding.PEM)
    text += key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    path = tmp_path_factory.mktemp("tls") / "both.pem"
    path.write_bytes(text)
    return path


@pytest.fixture
def address(pem: Path) -> Iterator[str]:
    """Run a server that talks to nobody without a certificate."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH, cafile=str(pem))
    context.load_cert_chain(pem)
    context.verify_mode = ssl.CERT_REQUIRED
    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=_serve, args=(listener, context), daemon=True)
        thread.start()
        yield f"https://localhost:{listener.getsockname()[1]}"
        with contextlib.suppress(OSError):
            listener.shutdown(socket.SHUT_RDWR)
    thread.join(5)


def _serve(listener: socket.socket, context: ssl.SSLContext) -> None:
    while True:
        try:
            raw, _ = listener.accept()
        except OSError:
            return
        raw.settimeout(5)
        with contextlib.suppress(OSError), context.wrap_socket(raw, True) as connection:  # noqa: FBT003
            connection.recv(65536)
            connection.sendall(ANSWER)


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
