"""What a client takes: credentials by name, and where the API is."""

from __future__ import annotations

import re

import pytest

from clientsmith.plan.client import plan_client
from clientsmith.plan.credentials import secure
from clientsmith.plan.hosts import own_server
from clientsmith.plan.package import ClientModule
from clientsmith.plan.requirements import alternatives_of, needed, usual
from unit.compiling import api

RESPONSES = "responses: {'204': {description: d}}"
BEARER = "{type: http, scheme: bearer}"
BASIC = "{type: http, scheme: basic}"
CLIENT = "{clientCredentials: {tokenUrl: /t, scopes: {}}}"
OAUTH = f"{{type: oauth2, flows: {CLIENT}}}"
CODE = "{type: oauth2, flows: {implicit: {authorizationUrl: /a, scopes: {}}}}"


def described(schemes: str, security: str = "[]", operation: str = "") -> str:
    """Write a document with schemes and one operation."""
    return f"""\
servers: [{{url: "https://a.example/v1"}}]
security: {security}
paths: {{/x: {{get: {{{operation}{RESPONSES}}}}}}}
components: {{securitySchemes: {schemes}}}
"""


def arguments(text: str, pinned: dict[str, str] | None = None) -> list[str]:
    """Name the arguments of the client that are credentials."""
    secured = secure(api(text), "shop", pinned or {})
    return [one.argument for each in secured for one in each.credentials]


def signature(text: str, *, sync: bool = True) -> str:
    """Return the parameters of a client."""
    found = api(text)
    page = plan_client(found, "shop", "1", secure(found, "shop", {}))

    assert isinstance(page.content, ClientModule)
    return page.content.classes[0 if sync else 1].signature


@pytest.mark.parametrize(
    ("schemes", "expected"),
    [
        (f"{{bearerAuth: {BEARER}}}", ["api_key"]),
        (f"{{basicAuth: {BASIC}}}", ["username", "password"]),
        (f"{{o: {OAUTH}}}", ["access_token", "client_id", "client_secret"]),
        (f"{{o: {CODE}}}", ["access_token"]),
        ("{c: {type: mutualTLS}}", ["certificate"]),
        (
            f"{{AdminApiKeyAuth: {BEARER}, ApiKeyAuth: {BEARER}}}",
            ["admin_api_key", "api_key"],
        ),
        (
            f"{{basicAuth: {BASIC}, bearerAuth: {BEARER}}}",
            ["username", "password", "bearer_token"],
        ),
        (
            f"{{a: {BASIC}, b: {BASIC}}}",
            ["username", "password", "b_username", "b_password"],
        ),
    ],
)
def test_credentials_are_called_what_they_are(
    schemes: str, expected: list[str]
) -> None:
    """By their kind where it is the only one, else by their scheme."""
    assert expected == arguments(described(schemes))


def test_a_scheme_that_nobody_uses_does_not_change_the_names() -> None:
    """As where a document describes a login beside the key of all operations."""
    text = described(f"{{a: {BEARER}, b: {BASIC}}}", "[{a: []}]")

    assert ["api_key", "username", "password"] == arguments(text)


def test_what_most_of_an_api_asks_for_has_the_plain_names() -> None:
    """Wherever it stands: a login for one operation is not what users think of."""
    schemes = f"{{a: {BASIC}, z: {BASIC}}}"
    one = described(schemes, "[{z: []}]").replace(
        "paths: {", f"paths: {{/y: {{get: {{security: [{{a: []}}], {RESPONSES}}}}}, "
    )

    assert ["a_username", "a_password", "username", "password"] == arguments(one)


def test_a_published_name_stays() -> None:
    """Another scheme beside it is called otherwise."""
    pinned = {"#/components/securitySchemes/a/arguments/secret": "api_key"}
    text = described(f"{{a: {BEARER}, apiKey: {BEARER}}}")

    assert ["api_key", "api_key_"] == arguments(text, pinned)


def test_credentials_are_given_by_name() -> None:
    """Another scheme can be added without a change of what is there."""
    text = described(f"{{a: {BEARER}}}")

    assert signature(text) == (
        "self, *, api_key: Secret | None = None, **options: Unpack[ClientOptions]"
    )
    assert "api_key: AsyncSecret | None" in signature(text, sync=False)


def test_tokens_may_come_from_a_grant() -> None:
    """Where there is an endpoint to ask."""
    assert "access_token: TokenSource | None" in signature(described(f"{{o: {OAUTH}}}"))
    assert "access_token: Secret | None" in signature(described(f"{{o: {CODE}}}"))


def servers(written: str, operation: str = "") -> str:
    """Write a document with servers and one operation."""
    return f"servers: {written}\npaths: {{/x: {{get: {{{operation}{RESPONSES}}}}}}}\n"


def test_servers_and_their_variables_are_arguments() -> None:
    """Typed by what there is to choose from."""
    variables = "{region: {default: eu, enum: [eu, us]}, timeout: {default: x}}"
    text = servers(
        "[{url: 'https://{region}.a/{timeout}', description: Live., "
        f"variables: {variables}}}, {{url: 'https://b', description: Test.}}]"
    )
    found = signature(text)

    assert 'server: Literal["Live", "Test"] | int | None = None' in found
    assert 'region: Literal["eu", "us"] | None = None' in found
    assert "server_timeout: str | None = None" in found


@pytest.mark.parametrize("written", ["[]", "[{url: /api/v1}]"])
def test_an_address_that_nobody_knows_is_required(written: str) -> None:
    """By the types."""
    assert signature(servers(written)).endswith("**options: Unpack[AddressedOptions]")


def own(api_servers: str, operation_servers: str) -> object:
    """Return where an operation is."""
    found = api(servers(api_servers, f"servers: {operation_servers}, "))
    return own_server(found, found.operations[0])


def test_an_operation_may_be_elsewhere() -> None:
    """If it repeats the servers of the API, it is not."""
    assert own("[{url: 'https://a'}]", "[{url: 'https://b'}]") == "https://b"
    assert own("[{url: 'https://a'}]", "[{url: 'https://a'}]") is None


def test_its_servers_go_with_those_of_the_api() -> None:
    """By description or host: who chose one of the API gets what belongs to it."""
    of_api = "[{url: 'https://t', description: Test}, {url: 'https://l/x'}]"
    of_operation = "[{url: 'https://l'}, {url: 'https://u', description: Test}]"

    assert own(of_api, of_operation) == ("https://u", "https://l")


def noted(schemes: str, security: str, operation: str) -> str:
    """Say what is unusual about the first of three operations."""
    others = "".join(f"/{each}: {{get: {{{RESPONSES}}}}}, " for each in "yz")
    text = described(schemes, security, f"security: {operation}, ")
    found = api(text.replace("paths: {", f"paths: {{{others}"))
    first = next(one for one in found.operations if one.path == "/x")
    arguments = {"a": ("a",), "b": ("user", "word")}
    return needed(alternatives_of(found, first), usual(found), arguments)


def test_an_operation_says_what_it_needs_besides() -> None:
    """And nothing where the usual is enough, or nothing is needed."""
    schemes = f"{{a: {BEARER}, b: {BASIC}}}"

    assert noted(schemes, "[{a: []}]", "[{b: []}]") == "`user` and `word`"
    assert (
        noted(schemes, "[{a: []}]", "[{a: [], b: []}]") == "`a` and `user` and `word`"
    )
    assert (
        noted(schemes, "[{a: []}]", "[{b: []}, {a: [], b: []}]")
        == "`user` and `word`, or `a` and `user` and `word`"
    )
    assert noted(schemes, "[{a: []}]", "[{b: []}, {a: []}]") == ""
    assert noted(schemes, "[{a: []}]", "[]") == ""
    assert noted(schemes, "[{a: []}, {b: []}]", "[{a: []}]") == "`a`"


def test_what_most_operations_ask_for_is_usual() -> None:
    """Where the API itself asks for nothing."""
    text = described(f"{{a: {BEARER}}}", "[]", "security: [{a: []}], ")

    assert [["a"]] == [[need.scheme for need in one] for one in usual(api(text))]


def test_the_docstring_says_what_is_for_what() -> None:
    """Variables of the environment, servers and all."""
    text = described("{a: {type: http, scheme: bearer, description: Ask us.}}")
    found = api(text)
    page = plan_client(found, "shop", "1", secure(found, "shop", {}))

    assert isinstance(page.content, ClientModule)
    said = re.sub(r"\s+", " ", page.content.classes[0].docstring)
    assert (
        "`api_key` defaults to the environment variable `SHOP_API_KEY`: Ask us." in said
    )
