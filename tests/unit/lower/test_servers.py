"""Servers are kept as they are written: addresses, names and what may be chosen."""

from __future__ import annotations

import pytest

from clientsmith.ir import Server, ServerVariable
from clientsmith.load import Source
from clientsmith.lower import Settings
from clientsmith.pipeline import compile_description
from clientsmith.plan import Options
from unit.compiling import START, api

VARIABLES = "{region: {default: eu, enum: [eu, us]}, port: {default: '443'}}"
HOME = "https://docs.example/specs/pets.json"


def addresses(servers: str, address: str = "", head: str = START) -> list[str]:
    """Lower the servers of a document that is published at an address."""
    source = Source("api.yaml", f"{head}servers: {servers}\npaths: {{}}\n".encode())
    settings = Settings(address=address)
    done = compile_description(source, (), Options("pets"), settings=settings)

    assert done.lowered
    return [server.address for server in done.lowered.api.servers]


def test_variables_stay_in_the_address() -> None:
    """With their defaults, and what there is to choose from."""
    text = f"""\
servers: [{{url: "https://{{region}}.a.example:{{port}}/v1", variables: {VARIABLES}}}]
paths: {{}}
"""
    region = ServerVariable(name="region", default="eu", enum=("eu", "us"))
    port = ServerVariable(name="port", default="443")
    address = "https://{region}.a.example:{port}/v1"

    assert (Server(address=address, variables=(region, port)),) == api(text).servers


def test_a_place_that_no_variable_fills_is_one_without_a_default() -> None:
    """Somebody has to say what it is."""
    (server,) = api("servers: [{url: 'https://{host}/'}]\npaths: {}\n").servers

    assert (ServerVariable(name="host", default=None),) == server.variables


def test_a_default_that_is_none_of_its_values_opens_the_choice() -> None:
    """It would be refused otherwise."""
    variables = "{v: {default: v3, enum: [v1, v2]}}"
    text = (
        f"servers: [{{url: 'https://a/{{v}}', variables: {variables}}}]\npaths: {{}}\n"
    )
    ((variable,),) = [server.variables for server in api(text).servers]

    assert ("v3", ()) == (variable.default, variable.enum)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("/api/v1", "https://docs.example/api/v1"),
        ("v2", "https://docs.example/specs/v2"),
        ("/", "https://docs.example"),
        ("//b.example/x/", "https://b.example/x"),
        ("https://a.example/v1/", "https://a.example/v1"),
        ("'{scheme}://a.example'", "{scheme}://a.example"),
    ],
)
def test_relative_servers_are_seen_from_the_document(url: str, expected: str) -> None:
    """Where the configuration says that it is published."""
    assert [expected] == addresses(f"[{{url: {url}}}]", HOME)


def test_a_document_may_say_itself_where_it_is() -> None:
    """Since 3.2; the configuration knows better."""
    head = START.replace("3.1.0", "3.2.0") + f"$self: {HOME}\n"

    assert ["https://docs.example/v1"] == addresses("[{url: /v1}]", "", head)
    assert ["https://x.example/v1"] == addresses(
        "[{url: /v1}]", "https://x.example/y", head
    )


def test_relative_servers_stay_so_where_nobody_knows() -> None:
    """The client asks for `base_url` then."""
    assert ["/api/v1"] == addresses("[{url: /api/v1/}]")


def test_a_server_may_have_a_name() -> None:
    """Since 3.2."""
    head = START.replace("3.1.0", "3.2.0")
    text = "servers: [{url: 'https://a', name: prod, description: Live.}]\npaths: {}\n"
    (server,) = api(text, head).servers

    assert ("prod", "Live.") == (server.name, server.docs)
