"""Security schemes and requirements: all of them, in the words of the specification."""

from __future__ import annotations

import pytest

from clientsmith.ir import (
    ApiKey,
    Basic,
    Bearer,
    Digest,
    MutualTls,
    Need,
    OAuth,
    SecurityScheme,
)
from unit.compiling import START, api, compiled

V3_2 = START.replace("3.1.0", "3.2.0")
FLOW = "{tokenUrl: 'https://t.example/token', refreshUrl: /refresh, scopes: {}}"


def scheme(written: str, start: str = START) -> SecurityScheme:
    """Lower one scheme."""
    text = f"paths: {{}}\ncomponents: {{securitySchemes: {{s: {written}}}}}\n"
    (found,) = api(text, start).security_schemes
    return found


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("{type: http, scheme: Basic}", Basic),
        ("{type: http, scheme: digest}", Digest),
        ("{type: http, scheme: bearer}", Bearer),
        ("{type: apiKey, in: cookie, name: id}", ApiKey),
        ("{type: mutualTLS}", MutualTls),
        ("{type: openIdConnect, openIdConnectUrl: /.well-known/x}", OAuth),
        (f"{{type: oauth2, flows: {{password: {FLOW}}}}}", OAuth),
    ],
)
def test_every_type_is_known(written: str, kind: type[SecurityScheme]) -> None:
    """Nothing is left to headers that users have to write themselves."""
    assert isinstance(scheme(written), kind)


def test_any_other_http_scheme_keeps_its_name() -> None:
    """It is sent before what the user gives."""
    found = scheme("{type: http, scheme: HOBA}")

    assert isinstance(found, Bearer)
    assert found.http_scheme == "HOBA"


def test_what_should_not_be_used_says_so_first() -> None:
    """Since 3.2 schemes can be deprecated."""
    written = "{type: http, scheme: bearer, deprecated: true, description: A key.}"

    assert scheme(written, V3_2).docs == "Deprecated. A key."


def test_a_flow_says_where_tokens_are_given() -> None:
    """That of the client itself first."""
    other = FLOW.replace("{", "{authorizationUrl: /a, ", 1).replace("token'", "other'")
    flows = f"{{authorizationCode: {other}, clientCredentials: {FLOW}}}"
    found = scheme(f"{{type: oauth2, flows: {flows}}}")

    assert isinstance(found, OAuth)
    assert found.grants == ("clientCredentials", "authorizationCode")
    assert (found.token_url, found.refresh_url) == (
        "https://t.example/token",
        "/refresh",
    )


def test_implicit_ends_without_a_token_endpoint() -> None:
    """A token can be given, and nothing else."""
    flows = "{implicit: {authorizationUrl: 'https://a', scopes: {}}}"
    found = scheme(f"{{type: oauth2, flows: {flows}}}")

    assert isinstance(found, OAuth)
    assert (found.grants, found.token_url) == ((), "")


def test_metadata_stands_for_flows() -> None:
    """Since 3.2."""
    found = scheme("{type: oauth2, flows: {}, oauth2MetadataUrl: 'https://a/m'}", V3_2)

    assert isinstance(found, OAuth)
    assert found.discovery_url == "https://a/m"


def test_what_has_no_type_is_reported() -> None:
    """As before."""
    text = "paths: {}\ncomponents: {securitySchemes: {s: {type: apiKey, in: header}}}\n"
    codes = {each.code for each in compiled(text).diagnostics}

    assert codes


def test_requirements_keep_the_scopes_of_tokens() -> None:
    """What stands beside other schemes are roles, which nobody asks for."""
    oauth = f"{{type: oauth2, flows: {{password: {FLOW}}}}}"
    schemes = f"{{o: {oauth}, b: {{type: http, scheme: basic}}}}"
    responses = "{'204': {description: d}}"
    text = f"""\
security: [{{o: [read, write], b: [admin]}}, {{}}]
paths: {{/x: {{get: {{security: [{{b: []}}], responses: {responses}}}}}}}
components: {{securitySchemes: {schemes}}}
"""
    found = api(text)

    assert ((Need("o", ("read", "write")), Need("b")), ()) == found.security
    assert ((Need("b"),),) == found.operations[0].security
