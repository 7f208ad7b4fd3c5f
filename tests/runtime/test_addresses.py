"""No address that is shown says who asks, or what only the server should know."""

from __future__ import annotations

from collections.abc import Callable

import httpx2
import pytest
from loopback import reply, serve
from shop import Client, PetsRequests

from runtime.addresses import shown, without_user
from runtime.errors import PaginationError
from runtime.message import Message
from runtime.page_addresses import at_home
from runtime.redirects import RedirectRefused, follow

PET = b'{"id": 1, "name": "Flaff"}'
WITH_USER = "https://joe:hunter2@shop.example/v1?key=k-secret"


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        (WITH_USER, "https://shop.example/v1"),
        ("https://shop.example/v1#top", "https://shop.example/v1"),
        ("http://joe@127.0.0.1:9/a@b", "http://127.0.0.1:9/a@b"),
        ("/v1/pets?page=2", "/v1/pets"),
        ("http://a@[", "http://["),
    ],
)
def test_an_address_is_shown_without_user_and_query(
    address: str, expected: str
) -> None:
    """What is left says where it is."""
    assert shown(address) == expected


def test_the_query_is_kept_where_it_is_needed() -> None:
    """To find what an address on the page leads to."""
    assert without_user(WITH_USER) == "https://shop.example/v1?key=k-secret"


def _repr() -> str:
    return repr(Client(base_url=WITH_USER))


def _page_elsewhere() -> str:
    with pytest.raises(PaginationError) as caught:
        at_home("https://joe:hunter2@evil.example/x?t=k-secret", WITH_USER, [])
    return str(caught.value)


def _refused_redirect() -> str:
    location = "http://joe:hunter2@shop.example/?t=k-secret"
    with pytest.raises(RedirectRefused) as caught:
        follow(Message("GET", WITH_USER, {}, None), 302, location)
    return str(caught.value)


def _response() -> str:
    http = httpx2.Client(
        transport=httpx2.MockTransport(lambda _: httpx2.Response(200, content=PET))
    )
    with Client(base_url="https://joe:hunter2@shop.example", http_client=http) as shop:
        return repr(shop.send(PetsRequests.get(1)))


@pytest.mark.parametrize("say", [_repr, _page_elsewhere, _refused_redirect, _response])
def test_nothing_that_is_printed_has_a_secret_of_an_address(
    say: Callable[[], str],
) -> None:
    """Whoever prints it."""
    text = say()

    assert "example" in text
    assert "hunter2" not in text
    assert "k-secret" not in text


def test_a_response_says_where_it_came_from() -> None:
    """Redirects followed; what they add may be a signature."""
    with (
        serve(
            reply(302, location="/files/1?signature=k-secret"), reply(200, PET)
        ) as at,
        Client(base_url=at.address) as shop,
    ):
        response = shop.send(PetsRequests.get(1))

    assert response.url == f"{at.address}/files/1"


def test_pages_stay_at_home_though_an_address_names_a_user() -> None:
    """The one of the server does, and what it answers with does not."""
    found = at_home("https://shop.example/v1?page=2", WITH_USER, [])

    assert found == "https://joe:hunter2@shop.example/v1?page=2"
