"""Clients as objects: copied, pickled, shown."""

from __future__ import annotations

import asyncio
import copy
import pickle
from collections.abc import Callable
from typing import Any

import httpx2
import pytest
from loopback import reply, serve
from shop import AsyncClient, Client

Connect = Callable[..., Client]

PET = b'{"id": 1, "name": "Flaff"}'


def twins(client: Any) -> list[Any]:
    """Copy a client in every way."""
    restored = pickle.loads(pickle.dumps(client))  # noqa: S301 - made here
    return [restored, copy.copy(client), copy.deepcopy(client)]


def test_clients_pickle_and_copy_even_in_use() -> None:
    """A copy has its own connections and the same configuration."""
    with serve(reply(200, PET)) as server, Client(base_url=server.address) as client:
        client.pets.get(1)
        for twin in twins(client):
            with twin:
                assert twin.pets.get(1).name == "Flaff"
            assert twin._pool is not client._pool

    assert {"Bearer k-secret"} == {
        sent.headers["authorization"] for sent in server.requests
    }


def test_async_clients_pickle_and_copy() -> None:
    """The same for the async client."""

    async def main(twin: AsyncClient) -> str:
        async with twin:
            return (await twin.pets.get(1)).name

    with serve(reply(200, PET)) as server:
        for twin in twins(AsyncClient(base_url=server.address)):
            assert asyncio.run(main(twin)) == "Flaff"


def test_a_client_of_its_own_cannot_be_pickled() -> None:
    """It holds sockets; copies share it."""
    with httpx2.Client() as http:
        client = Client(http_client=http)
        with pytest.raises(TypeError, match="http_client"):
            pickle.dumps(client)

        assert http is copy.copy(client)._pool.get()


def test_a_client_never_shows_its_key() -> None:
    """Neither `repr` nor `vars`."""
    client = Client(base_url="https://shop.example/v1?token=x")

    assert repr(client) == "<Client of shop: https://shop.example/v1>"
    assert "k-secret" not in repr(client) + repr(vars(client))


def test_a_closed_client_can_be_used_again(connect: Connect) -> None:
    """It opens new connections."""
    with serve(reply(200, PET)) as server:
        client = connect(server)
        for _ in range(2):
            client.pets.get(1)
            client.close()

    assert server.connections == 2


@pytest.mark.parametrize("given", ["Strict", "", None])
def test_a_kind_of_validation_that_does_not_exist_is_refused(given: Any) -> None:
    """By the client, and by a single call, instead of being taken for another one."""
    with pytest.raises(ValueError, match="'lenient', 'warn', 'strict'"):
        Client(validation=given)
    with (
        Client(base_url="http://127.0.0.1:9") as client,
        pytest.raises(ValueError, match="validation"),
    ):
        client.pets.get(1, request_options={"validation": given})
