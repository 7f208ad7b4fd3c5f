"""Base64 is bytes; any other encoding stays text."""

from __future__ import annotations

from cases.using import Case

CERTIFICATE = {
    "der": "MIIB",
    "chain": ["_-8", "AAEC\n"],
    "seal": "iVBORw==",
    "fingerprint": "CAFE",
    "note": "<b>valid</b>",
}


def test_base64_is_decoded(case: Case) -> None:
    """In either alphabet, with padding or without, and is written as it came."""
    read = case.client(CERTIFICATE).certificates.create(der=b"")

    assert b"0\x82\x01" == read.der
    assert [b"\xff\xef", b"\x00\x01\x02"] == read.chain
    assert b"\x89PNG" == read.seal
    assert "CAFE" == read.fingerprint
    assert CERTIFICATE == case.written(read)


def test_bytes_are_encoded(case: Case) -> None:
    """Text is taken for what is encoded already."""
    case.client(CERTIFICATE).certificates.create(der=b"0\x82\x01", seal="iVBORw==")

    assert {"der": "MIIB", "seal": "iVBORw=="} == case.sent
