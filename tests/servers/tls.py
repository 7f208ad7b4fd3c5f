"""Servers on loopback that talk TLS, one of them to nobody without a certificate.

https://docs.python.org/3/library/ssl.html#server-side-operation
"""

from __future__ import annotations

import contextlib
import datetime as dt
import socket
import ssl
import threading
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

_NAME = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
_SECONDS = 5


def write_certificate(path: Path) -> None:
    """Write a certificate that vouches for itself, and its key, into one file."""
    key = ec.generate_private_key(ec.SECP256R1())
    now = dt.datetime.now(dt.UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(_NAME)
        .issuer_name(_NAME)
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
    path.write_bytes(text)


@contextmanager
def asking_for_a_certificate(pem: Path, answer: bytes) -> Generator[str]:
    """Give one answer to whoever shows the certificate, and yield the address."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH, cafile=str(pem))
    context.load_cert_chain(pem)
    context.verify_mode = ssl.CERT_REQUIRED
    with _serving(context, answer) as address:
        yield address


@contextmanager
def answering_over_tls(pem: Path, answer: bytes) -> Generator[str]:
    """Give one answer to everyone, and yield the address."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(pem)
    with _serving(context, answer) as address:
        yield address


@contextmanager
def _serving(context: ssl.SSLContext, answer: bytes) -> Generator[str]:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        arguments = (listener, context, answer)
        thread = threading.Thread(target=_serve, args=arguments, daemon=True)
        thread.start()
        yield f"https://localhost:{listener.getsockname()[1]}"
        with contextlib.suppress(OSError):
            listener.shutdown(socket.SHUT_RDWR)
    thread.join(_SECONDS)


def _serve(listener: socket.socket, context: ssl.SSLContext, answer: bytes) -> None:
    while True:
        try:
            raw, _ = listener.accept()
        except OSError:
            return
        raw.settimeout(_SECONDS)
        with (
            contextlib.suppress(OSError),
            context.wrap_socket(raw, server_side=True) as connection,
        ):
            _read_request(connection)
            connection.sendall(answer)


def _read_request(connection: ssl.SSLSocket) -> None:
    """Read all of it: who closes with something unread resets the connection."""
    with connection.makefile("rb") as file:
        length = 0
        while line := file.readline().strip().lower():
            if line.startswith(b"content-length:"):
                length = int(line.partition(b":")[2])
        file.read(length)
