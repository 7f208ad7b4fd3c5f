"""What a client needs and a description leaves out is asked for, with an overlay."""

from __future__ import annotations

import pytest

from clientsmith.diagnostics import Diagnostic
from clientsmith.load import Source
from clientsmith.pipeline import Compiled, compile_description
from clientsmith.plan import Options
from unit.compiling import START

SERVERS = "servers: [{url: https://pets.example.com}]\n"
HEADER = "{name: X-Api-Key, in: header, schema: {type: string}}"
SWAGGER = 'swagger: "2.0"\ninfo: {title: Pets, version: "1"}\n'


def taking(parameters: str, shared: str = "[]") -> str:
    """Describe two operations of a path."""
    one = f"{{parameters: [{parameters}], responses: {{'204': {{description: d}}}}}}"
    return f"paths: {{/pets: {{parameters: {shared}, get: {one}, put: {one}}}}}\n"


def compiled(text: str, *overlays: str) -> Compiled:
    """Run the stages that decide, after overlays."""
    sources = [Source(f"{n}.yaml", each.encode()) for n, each in enumerate(overlays)]
    return compile_description(Source("a.yaml", text.encode()), sources, Options("a"))


def found(done: Compiled) -> list[Diagnostic]:
    """List what is missing."""
    return [one for one in done.diagnostics if one.code.endswith("s-missing")] + [
        one for one in done.diagnostics if one.code == "security-missing"
    ]


@pytest.mark.parametrize("start", [START, SWAGGER])
def test_an_api_without_an_address_is_asked_for_it(start: str) -> None:
    """The overlay that is shown says it."""
    text = f"{start}{taking('')}"
    (problem,) = found(compiled(text))
    done = compiled(text, "\n".join(problem.paste))

    assert "servers-missing" == problem.code
    assert [] == done.diagnostics
    assert done.lowered
    assert ["https://api.example.com"] == [
        one.address for one in done.lowered.api.servers
    ]


def test_an_address_may_be_known_otherwise() -> None:
    """By every operation, or because nothing is asked of the API."""
    own = "servers: [{url: https://pets.example.com}]"
    text = f"paths: {{/pets: {{{own}, get: {{responses: {{}}}}}}}}\n"

    assert [] == found(compiled(f"{START}{text}"))
    assert [] == found(compiled(f"{START}paths: {{}}\n"))


@pytest.mark.parametrize(
    ("start", "text"),
    [
        (START, taking(HEADER)),
        (START, taking("", f"[{HEADER}]")),
        (
            START,
            taking("{$ref: '#/components/parameters/Key'}")
            + f"components: {{parameters: {{Key: {HEADER}}}}}\n",
        ),
        (
            SWAGGER,
            taking("{$ref: '#/parameters/Key'}")
            + "parameters: {Key: {name: X-Api-Key, in: header, type: string}}\n",
        ),
    ],
)
def test_a_header_for_credentials_is_asked_about(start: str, text: str) -> None:
    """The overlay that is shown makes it what the client sends."""
    servers = "host: pets.example.com\n" if start == SWAGGER else SERVERS
    (problem,) = found(compiled(start + servers + text))
    done = compiled(start + servers + text, "\n".join(problem.paste))

    assert "2 operations take the header `X-Api-Key`" in problem.message
    assert [] == found(done)
    assert done.lowered
    api = done.lowered.api
    assert ["X-Api-Key"] == [getattr(one, "name", "") for one in api.security_schemes]
    assert {()} == {one.parameters for one in api.operations}


@pytest.mark.parametrize("name", ["Idempotency-Key", "X-Page-Token", "If-Match"])
def test_other_headers_are_no_credentials(name: str) -> None:
    """Whatever keys and tokens they hold."""
    text = taking(HEADER.replace("X-Api-Key", name))

    assert [] == found(compiled(START + SERVERS + text))


def test_a_header_beside_schemes_is_what_it_says() -> None:
    """Whoever describes schemes knows how."""
    schemes = "components: {securitySchemes: {K: {type: http, scheme: bearer}}}\n"

    assert [] == found(compiled(START + SERVERS + taking(HEADER) + schemes))


def test_a_token_in_the_usual_header_is_a_bearer_token() -> None:
    """Which a parameter cannot be: the specification has it ignored."""
    text = START + SERVERS + taking(HEADER.replace("X-Api-Key", "Authorization"))
    (problem,) = found(compiled(text))

    assert "    Token: {type: http, scheme: bearer}" in [
        line.removeprefix("      ") for line in problem.paste
    ]
    assert [] == compiled(text, "\n".join(problem.paste)).diagnostics
