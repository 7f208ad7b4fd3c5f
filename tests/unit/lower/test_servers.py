"""An address is complete: its variables have their defaults."""

from __future__ import annotations

from unit.compiling import api

VARIABLES = "{region: {default: eu, enum: [eu, us]}, port: {default: '443'}}"


def test_variables_have_their_defaults() -> None:
    """Another address is an option of the client."""
    text = f"""\
servers: [{{url: "https://{{region}}.a.example:{{port}}/v1", variables: {VARIABLES}}}]
paths: {{}}
"""

    assert ("https://eu.a.example:443/v1",) == api(text).servers
