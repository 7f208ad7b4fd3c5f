"""Names with passwords, proofs of them, and connections that are a proof."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest

from cases.using import Case
from servers.tls import asking_for_a_certificate, write_certificate

CHALLENGE = 'Digest realm="ledger", nonce="n-1", algorithm=SHA-256, qop="auth"'
GONE = b"HTTP/1.1 204 No Content\r\n\r\n"


def test_a_name_and_a_password_are_sent_with_each_request(case: Case) -> None:
    """In base64, as UTF-8."""
    case.connect(username="ann", password="pä:ss").entries.list()  # noqa: S106
    kind, _, token = case.request.headers["authorization"].partition(" ")

    assert ("Basic", "ann:pä:ss") == (kind, base64.b64decode(token).decode())


def test_a_password_may_be_empty(case: Case) -> None:
    """Where a key is the name."""
    case.connect(username="key-1").entries.list()

    assert "Basic a2V5LTE6" == case.request.headers["authorization"]


class Ledger:
    """Asks for a digest, and keeps what it is answered."""

    def __init__(self) -> None:
        self.requests: list[httpx2.Request] = []

    def __call__(self, request: httpx2.Request) -> httpx2.Response:
        """Challenge whoever has proved nothing."""
        self.requests.append(request)
        if "authorization" in request.headers:
            return httpx2.Response(204)
        return httpx2.Response(401, headers={"www-authenticate": CHALLENGE})


def test_a_challenge_is_solved_and_remembered(case: Case) -> None:
    """By RFC 7616: the password is not sent, and the second call needs no challenge."""
    ledger = Ledger()
    http = httpx2.Client(transport=httpx2.MockTransport(ledger))
    client = case.package.Client(
        digest_username="ann",
        digest_password="p-secret",  # noqa: S106
        http_client=http,
    )
    client.entries.create(body="1 apple")
    client.entries.create(body="2 apples")
    proofs = [each.headers.get("authorization", "") for each in ledger.requests]
    contents = [each.read() for each in ledger.requests]

    assert [b"1 apple", b"1 apple", b"2 apples"] == contents
    assert [False, True, True] == [each.startswith("Digest ") for each in proofs]
    said = [_fields(each) for each in proofs[1:]]
    assert [_proof(each) for each in said] == [each["response"] for each in said]
    assert ["00000001", "00000002"] == [each["nc"] for each in said]


def _fields(header: str) -> dict[str, str]:
    found = re.findall(r'(\w+)=(?:"([^"]*)"|([^\s,]+))', header)
    return {name: quoted or bare for name, quoted, bare in found}


def _proof(fields: dict[str, str]) -> str:
    """Compute what a server would, which knows the password."""
    mine = _hash("ann:ledger:p-secret")
    theirs = _hash(f"POST:{fields['uri']}")
    return _hash(f"{mine}:n-1:{fields['nc']}:{fields['cnonce']}:auth:{theirs}")


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


@pytest.fixture
def pem(tmp_path: Path) -> Path:
    """Return a file with a certificate and its key."""
    path = tmp_path / "both.pem"
    write_certificate(path)
    return path


@pytest.fixture
def address(pem: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Run a server that talks to nobody without the certificate."""
    monkeypatch.setenv("SSL_CERT_FILE", str(pem))
    with asking_for_a_certificate(pem, GONE) as address:
        yield address


def test_a_connection_shows_the_certificate(
    case: Case, address: str, pem: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Given as an argument, or by a variable."""
    with case.package.Client(certificate=pem, base_url=address) as client:
        assert client.entries.delete() is None

    monkeypatch.setenv("CASE_SECURITY_LOGIN_CERTIFICATE", str(pem))
    with case.package.Client(base_url=address) as client:
        assert client.entries.delete() is None


def test_without_a_certificate_nothing_is_sent(case: Case) -> None:
    """The error says what is missing."""
    with (
        case.package.Client(username="ann") as client,
        pytest.raises(case.package.errors.MissingCredentials, match="LOGIN_CERTIFI"),
    ):
        client.entries.delete()


def test_an_http_client_is_taken_to_show_its_own(case: Case) -> None:
    """Whoever gives one has set it up, and nobody can look inside."""
    case.connect().entries.delete()

    assert "authorization" not in case.request.headers
