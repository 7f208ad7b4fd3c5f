"""`host`, `basePath` and `schemes` are the servers of OpenAPI 3."""

from __future__ import annotations

import pytest

from unit.resolve.swagger.converting import converted, operation


@pytest.mark.parametrize(
    ("text", "servers"),
    [
        ("host: a.example\n", ["https://a.example"]),
        ("host: a.example\nschemes: [http]\n", ["http://a.example"]),
        ("host: a.example\nbasePath: /v1\n", ["https://a.example/v1"]),
        ("host: a.example\nbasePath: /\n", ["https://a.example"]),
        ("basePath: /v1\nschemes: [https]\n", ["/v1"]),
    ],
)
def test_an_address_is_put_together(text: str, servers: list[str]) -> None:
    """Without a host, it is relative."""
    assert [{"url": url} for url in servers] == converted(text)["servers"]


def test_encryption_comes_first() -> None:
    """The first server is the one that clients talk to."""
    text = "host: a.example\nschemes: [http, https]\n"
    expected = [{"url": "https://a.example"}, {"url": "http://a.example"}]

    assert expected == converted(text)["servers"]


def test_no_address_is_made_up() -> None:
    """Where the document has none."""
    assert "servers" not in converted("paths: {}\n")


def test_an_operation_may_have_schemes_of_its_own() -> None:
    """They are its servers."""
    found = operation("schemes: [http]", "host: a.example\nbasePath: /v1\n")

    assert {"servers": [{"url": "http://a.example/v1"}]} == found
