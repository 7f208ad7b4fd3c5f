"""Security definitions are security schemes."""

from __future__ import annotations

import pytest

from unit.resolve.swagger.converting import converted


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("{type: basic}", {"type": "http", "scheme": "basic"}),
        (
            "{type: apiKey, name: k, in: header}",
            {"type": "apiKey", "name": "k", "in": "header"},
        ),
        (
            (
                "{type: oauth2, flow: accessCode, scopes: {r: Read.}, x-a: 1, "
                "authorizationUrl: 'https://a.example', "
                "tokenUrl: 'https://b.example'}"
            ),
            {
                "type": "oauth2",
                "x-a": 1,
                "flows": {
                    "authorizationCode": {
                        "authorizationUrl": "https://a.example",
                        "tokenUrl": "https://b.example",
                        "scopes": {"r": "Read."},
                    }
                },
            },
        ),
        (
            "{type: oauth2, flow: application, tokenUrl: 'https://b.example'}",
            {
                "type": "oauth2",
                "flows": {
                    "clientCredentials": {"tokenUrl": "https://b.example", "scopes": {}}
                },
            },
        ),
    ],
)
def test_a_scheme_says_the_same(old: str, new: object) -> None:
    """Flows have the names of OpenAPI 3."""
    found = converted(f"securityDefinitions: {{s: {old}}}\n")

    assert {"s": new} == found["components"]["securitySchemes"]
