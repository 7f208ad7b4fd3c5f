"""Where requests go: servers, variables, and what `base_url` stands for."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from shop import API, Client

from runtime.client import AsyncBaseClient, BaseClient
from runtime.server_choice import ServerChoice, Variable
from runtime.servers import Site, locate

TWO = replace(
    API,
    servers=("https://{region}.shop.example/v1", "https://test.shop.example"),
    choice=ServerChoice(
        names={"live": 0, "Live server": 0, "test": 1},
        variables={"region": Variable("eu", ("eu", "us")), "host": Variable(None)},
    ),
)


def site(base_url: str | None = None, server: Any = None, **variables: Any) -> Site:
    """Find out where a client is."""
    return locate(TWO, base_url, server, variables)


@pytest.mark.parametrize(
    ("server", "expected"),
    [
        (None, "https://eu.shop.example/v1"),
        ("live", "https://eu.shop.example/v1"),
        ("Live server", "https://eu.shop.example/v1"),
        ("test", "https://test.shop.example"),
        (1, "https://test.shop.example"),
        ("https://test.shop.example", "https://test.shop.example"),
    ],
)
def test_a_server_is_chosen_by_what_it_is_known_by(server: Any, expected: str) -> None:
    """Name, description, position or address; the first one is the default."""
    assert site(server=server).address_of(None) == expected


@pytest.mark.parametrize("server", ["Live", 2, -1, "https://elsewhere.example"])
def test_another_server_is_refused_with_the_list(server: Any) -> None:
    """An address of one's own is `base_url`."""
    with pytest.raises(ValueError, match="one of 'live', 'Live server', 'test'"):
        site(server=server)


def test_variables_can_be_chosen() -> None:
    """None is the default."""
    assert site(region="us").address_of(None) == "https://us.shop.example/v1"
    assert site(region=None).address_of(None) == "https://eu.shop.example/v1"
    said = "region 'mars' is not known; it must be one of 'eu', 'us'"
    with pytest.raises(ValueError, match=said):
        site(region="mars")


def test_a_variable_without_a_default_is_asked_for() -> None:
    """When something needs it."""
    own = "https://{host}/upload"

    assert site(host="h.example").address_of(own) == "https://h.example/upload"
    with pytest.raises(ValueError, match="`host` is needed"):
        site().address_of(own)


@pytest.mark.parametrize(
    ("base_url", "own", "expected"),
    [
        ("http://localhost:9", None, "http://localhost:9"),
        ("http://localhost:9/v1/", "https://up.example/v1", "http://localhost:9/v1"),
        (
            "http://localhost:9",
            "https://eu.shop.example/v1/beta",
            "http://localhost:9/beta",
        ),
        ("http://localhost:9", "https://up.example/v1/x", "http://localhost:9/x"),
        ("http://localhost:9", "https://up.example/v10", "http://localhost:9"),
        ("http://localhost:9", "https://up.example/api", "http://localhost:9"),
        ("http://localhost:9", "https:", "http://localhost:9"),
        (None, "https://up.example/api", "https://up.example/api"),
        (None, "/v2", "https://eu.shop.example/v2"),
    ],
)
def test_base_url_stands_for_every_server(
    base_url: str | None, own: str | None, expected: str
) -> None:
    """What the path of an operation's server has beyond that of the API is kept."""
    assert site(base_url).address_of(own) == expected


def test_an_operation_has_a_server_for_each_of_the_api() -> None:
    """Whoever tests does not upload to the live one."""
    own = ("https://up.example", "https://up.test.example")

    assert site().address_of(own) == "https://up.example"
    assert site(server="test").address_of(own) == "https://up.test.example"


@pytest.mark.parametrize(
    ("servers", "message"),
    [((), "does not say where the API is"), (("/api/v1",), "'/api/v1' is no absolute")],
)
def test_an_address_that_nobody_knows_is_asked_for(
    servers: tuple[str, ...], message: str
) -> None:
    """Before anything is sent."""
    client = BaseClient(replace(API, servers=servers), {})
    with pytest.raises(ValueError, match=message):
        client._site.address_of(None)


@pytest.mark.parametrize(
    ("host", "address"),
    [("https://h.example", "https://https://h.example"), ("", "https://")],
)
@pytest.mark.parametrize("kind", [BaseClient, AsyncBaseClient])
def test_a_variable_that_makes_no_address_is_refused_when_it_is_given(
    kind: Any, host: str, address: str
) -> None:
    """A host is often copied with its scheme, which the description has already."""
    choice = ServerChoice(variables={"host": Variable("unknown")})
    api = replace(API, servers=("https://{host}",), choice=choice)

    with pytest.raises(ValueError, match="no address") as refused:
        kind(api, {}, variables={"host": host})

    assert f"host={host!r} makes {address!r}, which is no address" == str(refused.value)
    assert "https://h.example" in repr(kind(api, {}, variables={"host": "h.example"}))


def test_a_call_may_go_elsewhere() -> None:
    """Whatever else is said."""
    with (
        Client(base_url="http://127.0.0.1:9") as client,
        pytest.raises(ValueError, match="base_url must be an address such as"),
    ):
        client.pets.get(1, request_options={"base_url": "nowhere"})


def test_a_client_shows_where_it_is() -> None:
    """By its server, its variables or its `base_url`."""
    client = BaseClient(TWO, {}, variables={"region": "us"})

    assert repr(client) == "<BaseClient of shop: https://us.shop.example/v1>"
