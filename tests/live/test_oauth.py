"""A generated client and a real authorization server, on loopback."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

import anyio
import pytest
import trio

from servers.authorization import CLIENT_ID, CLIENT_SECRET, Authority, authority

if TYPE_CHECKING:
    from packages import Generated, Packages

DESCRIPTION = Path(__file__).parent / "oauth.yaml"
MANY = 50
ID = {"client_id": CLIENT_ID, "client_secret": CLIENT_SECRET}


@pytest.fixture(scope="module")
def kennel(packages: Packages) -> Generated:
    """The package that asks for tokens."""
    return packages.get(DESCRIPTION, "kennel_api")


@pytest.fixture
def server() -> Iterator[Authority]:
    """A server that has not been asked anything."""
    with authority() as running:
        yield running


@pytest.fixture
def client(kennel: Generated, server: Authority) -> Iterator[Any]:
    """A client that knows its id and secret, and nothing else."""
    with kennel.module.Client(**ID, base_url=server.address) as made:
        yield made


def asked_for(server: Authority) -> list[tuple[str, str | None]]:
    """Return how tokens were asked for, and with which scopes."""
    return [(form["grant_type"], form.get("scope")) for form in server.asked]


def test_a_client_asks_for_a_token_once(client: Any, server: Authority) -> None:
    """With the scopes that the operation needs; the second call has it already."""
    names = [client.pets.get().name for _ in range(2)]

    assert ["Flaff", "Flaff"] == names
    assert [("client_credentials", "read")] == asked_for(server)
    assert [server.issued[0].access_token] * 2 == server.calls


def test_id_and_secret_may_be_in_the_environment(
    kennel: Generated, server: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By the names that the package gives them."""
    monkeypatch.setenv("KENNEL_API_CLIENT_ID", CLIENT_ID)
    monkeypatch.setenv("KENNEL_API_CLIENT_SECRET", CLIENT_SECRET)
    with kennel.module.Client(base_url=server.address) as client:
        assert "Flaff" == client.pets.get().name


def test_a_stored_refresh_token_goes_on(kennel: Generated, server: Authority) -> None:
    """Each one that replaces it is told, so that it can be stored."""
    kept: list[str] = []
    with kennel.module.Client(
        access_token=kennel.module.PasswordGrant("ann", "p-secret", *ID.values()),
        base_url=server.address,
    ) as first:
        first.pets.get()
    stored = server.issued[-1].refresh_token
    grant = kennel.module.RefreshToken(
        stored, *ID.values(), on_token=lambda token: kept.append(token.refresh_token)
    )
    with kennel.module.Client(access_token=grant, base_url=server.address) as client:
        client.pets.get()
        server.revoke()
        client.pets.get()

    kinds = [form["grant_type"] for form in server.asked]
    assert ["password", "refresh_token", "refresh_token"] == kinds
    assert [stored, kept[0]] == [form["refresh_token"] for form in server.asked[1:]]
    assert [None, None, kept[1]] == [each.refresh_token for each in server.issued]


def test_a_refused_token_is_replaced_once(client: Any, server: Authority) -> None:
    """The call that met the refusal is sent again, and succeeds."""
    client.pets.get()
    server.revoke()
    response = client.send(client.pets.requests.get(), {"max_retries": 0})

    assert ("Flaff", 2) == (response.value.name, response.attempts)
    assert 2 == len(server.asked)
    assert 3 == len(server.calls)


def test_a_refusal_that_stays_is_an_error(
    client: Any, kennel: Generated, server: Authority
) -> None:
    """After one more token, and no more than that."""
    client.pets.get()
    server.accepts = False
    with pytest.raises(kennel.module.errors.AuthenticationError, match="who are you"):
        client.pets.get()

    assert 2 == len(server.asked)
    assert 3 == len(server.calls)


def test_fifty_threads_make_one_token_request(client: Any, server: Authority) -> None:
    """All of them wait for it; and so they do where it was taken back."""
    server.delay = 0.2
    start = threading.Barrier(MANY)

    def call(_: int) -> str:
        start.wait()
        name: str = client.pets.get().name
        return name

    with ThreadPoolExecutor(MANY) as pool:
        first = [*pool.map(call, range(MANY))]
        server.revoke()
        then = [*pool.map(call, range(MANY))]

    assert ["Flaff"] * MANY == first == then
    assert 2 == len(server.asked)


@pytest.mark.parametrize("run", [asyncio.run, trio.run])
def test_fifty_tasks_make_one_token_request(
    kennel: Generated, server: Authority, run: Callable[..., Any]
) -> None:
    """Whichever event loop runs them."""
    server.delay = 0.2
    found: list[str] = []

    async def main() -> None:
        made = kennel.module.AsyncClient(**ID, base_url=server.address)
        async with made as client, anyio.create_task_group() as tasks:

            async def call() -> None:
                found.append((await client.pets.get()).name)

            for _ in range(MANY):
                tasks.start_soon(call)

    run(main() if run is asyncio.run else main)

    assert ["Flaff"] * MANY == found
    assert (1, MANY) == (len(server.asked), len(server.calls))


def test_the_token_endpoint_can_be_discovered(
    kennel: Generated, server: Authority
) -> None:
    """As OpenID Connect says."""
    options = {f"open_id_{key}": value for key, value in ID.items()}
    with kennel.module.Client(**options, base_url=server.address) as client:
        assert "Flaff" == client.pets.wash().name

    assert [("client_credentials", None)] == asked_for(server)


def test_a_token_never_goes_to_another_host(client: Any, server: Authority) -> None:
    """What the API keeps elsewhere is fetched without it, and without its cookies."""
    with authority() as other:
        server.moved_to = f"{other.address}/files/1".replace("127.0.0.1", "localhost")
        photo = client.pets.get_photo(request_options={"headers": {"X-Key": "k"}})
    (headers,) = other.visits

    assert b"\xff\xd8" == photo
    assert [server.issued[0].access_token] == server.calls
    assert {"authorization", "cookie", "x-key"} & headers.keys() == set()
    assert server.issued[0].access_token not in str(headers)


def test_a_token_goes_along_at_home(client: Any, server: Authority) -> None:
    """A redirect to the same origin has it."""
    server.moved_to = "/files/1"
    client.pets.get_photo()
    (headers,) = server.visits

    assert f"Bearer {server.issued[0].access_token}" == headers["authorization"]
