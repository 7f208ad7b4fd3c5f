"""Tokens that the client asks for itself, from a real authorization server."""

from __future__ import annotations

import asyncio
import pickle
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

import anyio
import anyio.lowlevel
import httpx2
import pytest
import trio
from loopback import reply, serve
from shop import API, AT_ONCE, PetsRequests

from runtime.client import AsyncBaseClient, BaseClient
from runtime.errors import (
    DeadlineExceeded,
    MissingCredentials,
    StatusError,
    TokenError,
)
from runtime.grants import (
    AuthorizationCode,
    ClientCredentials,
    Grant,
    PasswordGrant,
    RefreshToken,
)
from runtime.oauth import OAuth2
from runtime.request import Request
from runtime.token_types import Token
from servers.authorization import (
    CLIENT_ID,
    CLIENT_SECRET,
    PASSWORD,
    USER,
    Authority,
    authority,
)

MANY = 50
READ = ({"oauth": ("read",)},)
WRITE = ({"oauth": ("read", "write")},)


@pytest.fixture
def server() -> Iterator[Authority]:
    """Return a server that has not been asked anything."""
    with authority() as running:
        yield running


def credentials(**options: Any) -> ClientCredentials:
    """Return what the server knows."""
    return ClientCredentials(CLIENT_ID, CLIENT_SECRET, **options)


def scheme(server: Authority, token: Any = None, *more: Any, **options: Any) -> OAuth2:
    """Return the scheme as a description gives it."""
    options = {"token_url": f"{server.address}/token", **options}
    return OAuth2(token, *more, **options)


def connect(server: Authority, token: Any = None, **options: Any) -> BaseClient:
    """Return a client whose API wants a token."""
    schemes = {"oauth": scheme(server, token)}
    settings = {"base_url": server.address, "retry": AT_ONCE, **options}
    return BaseClient(replace(API, security=READ), schemes, **settings)


def connect_async(server: Authority, token: Any) -> AsyncBaseClient:
    """Return the async twin."""
    schemes = {"oauth": scheme(server, token)}
    api = replace(API, security=READ)
    return AsyncBaseClient(api, schemes, base_url=server.address, retry=AT_ONCE)


def name(client: BaseClient, request: Request[Any] | None = None) -> str:
    """Call the API."""
    found: str = client.send(request or PetsRequests.get(1)).value.name
    return found


def test_a_client_asks_for_itself(server: Authority) -> None:
    """With id and secret as the specification encodes them, and what is needed."""
    with connect(server, credentials(audience="pets", parameters={"x": "y"})) as client:
        assert name(client) == "Flaff"
        assert name(client) == "Flaff"
    (form,) = server.asked

    assert form == {
        "grant_type": "client_credentials",
        "scope": "read",
        "audience": "pets",
        "x": "y",
    }
    assert len({*server.calls}) == 1


def test_id_and_secret_may_stand_in_the_form(server: Authority) -> None:
    """For endpoints that want `client_secret_post`."""
    with connect(server, credentials(client_auth="post")) as client:
        assert name(client) == "Flaff"
    (form,), (headers,) = server.asked, server.asked_with

    assert (form["client_id"], form["client_secret"]) == (CLIENT_ID, CLIENT_SECRET)
    assert "authorization" not in headers


def test_fifty_threads_make_one_token_request(server: Authority) -> None:
    """All of them wait for it."""
    server.delay = 0.2
    start = threading.Barrier(MANY)
    with connect(server, credentials()) as client, ThreadPoolExecutor(MANY) as pool:

        def call(_: int) -> str:
            start.wait()
            return name(client)

        assert {*pool.map(call, range(MANY))} == {"Flaff"}

    assert (len(server.asked), len(server.calls)) == (1, MANY)


@pytest.mark.parametrize("run", [asyncio.run, trio.run])
def test_fifty_tasks_make_one_token_request(
    server: Authority, run: Callable[..., Any]
) -> None:
    """Under both event loops."""
    server.delay = 0.2
    found: list[str] = []

    async def main() -> None:
        async with (
            connect_async(server, credentials()) as client,
            anyio.create_task_group() as tasks,
        ):

            async def call() -> None:
                found.append((await client.send(PetsRequests.get(1))).value.name)

            for _ in range(MANY):
                tasks.start_soon(call)

    run(main() if run is asyncio.run else main)

    assert found == ["Flaff"] * MANY
    assert (len(server.asked), len(server.calls)) == (1, MANY)


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_loops_and_threads_make_one_token_request(
    server: Authority, backend: str
) -> None:
    """A token that is replaced each time can be spent only once."""
    with connect(server, PasswordGrant(USER, PASSWORD, CLIENT_ID, CLIENT_SECRET)) as c:
        name(c)
    stored = server.issued[-1].refresh_token
    assert stored
    grant = RefreshToken(stored, CLIENT_ID, CLIENT_SECRET)
    blocking, waiting = connect(server, grant), connect_async(server, grant)
    server.delay = 0.2
    start = threading.Barrier(8)
    turns: list[int] = []

    async def main() -> str:
        start.wait()
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(count_turns)
            found: str = (await waiting.send(PetsRequests.get(1))).value.name
            tasks.cancel_scope.cancel()
        await waiting.aclose()
        return found

    async def count_turns() -> None:
        for number in range(1000):
            turns.append(number)
            await anyio.sleep(0.01)

    def call(number: int) -> str:
        if number % 2:
            start.wait()
            return name(blocking)
        return anyio.run(main, backend=backend)

    with blocking, ThreadPoolExecutor(8) as pool:
        names = [*pool.map(call, range(8))]

    assert ["Flaff"] * 8 == names
    assert ["password", "refresh_token"] == [
        each["grant_type"] for each in server.asked
    ]
    # No loop was held up while it waited for others.
    assert 4 * 5 < len(turns)


def test_a_refused_token_is_replaced_once_by_all(server: Authority) -> None:
    """Fifty threads with a token that was taken back make one more request."""
    with connect(server, credentials()) as client:
        name(client)
        server.revoke()
        server.delay = 0.1
        with ThreadPoolExecutor(MANY) as pool:
            names = {*pool.map(lambda _: name(client), range(MANY))}

    assert (names, len(server.asked)) == ({"Flaff"}, 2)


def test_an_answer_of_401_is_tried_once_more(server: Authority) -> None:
    """Also for a request that must not be sent twice, and without retries."""
    request = replace(PetsRequests.get(1), method="POST")
    with connect(server, credentials()) as client:
        name(client)
        server.revoke()
        response = client.send(request, {"max_retries": 0})

    assert (response.value.name, response.attempts) == ("Flaff", 2)


def test_a_401_that_stays_is_an_error(server: Authority) -> None:
    """After one more attempt."""
    calls = reply(401, b'{"message": "no"}')
    with serve(calls) as api:
        client = connect(server, credentials(), base_url=api.address)
        with client, pytest.raises(StatusError, match="401: no"):
            name(client)

    assert (len(api.requests), len(server.asked)) == (2, 2)


def test_a_token_is_replaced_before_it_ends(server: Authority) -> None:
    """By a clock that nobody sets; one that lasts shortly is used for half of that."""
    server.expires_in = 1
    with connect(server, credentials()) as client:
        name(client)
        name(client)
        assert len(server.asked) == 1
        time.sleep(0.6)
        name(client)

    assert (len(server.asked), len({*server.calls})) == (2, 2)


@pytest.mark.parametrize(
    ("expires_in", "leeway", "age", "lasts"),
    [
        (3600, 30, 0, True),
        (3600, 30, 3569, True),
        (3600, 30, 3571, False),
        (10, 30, 4, True),
        (10, 30, 6, False),
        (0, 30, 0, False),
        (None, 30, 10**9, True),
    ],
)
def test_how_long_a_token_lasts(
    expires_in: float | None, leeway: float, age: float, *, lasts: bool
) -> None:
    """Until shortly before its end."""
    token = Token("t", expires_in, asked_at=time.monotonic() - age)

    assert token.lasts(leeway) == lasts


def test_each_need_has_a_token_that_covers_it(server: Authority) -> None:
    """A wider one serves for the narrower need, and not the other way round."""
    both = replace(PetsRequests.get(1), security=WRITE)
    with connect(server, credentials()) as client:
        for request in (None, both, None, both):
            name(client, request)

    assert [form["scope"] for form in server.asked] == ["read", "read write"]


def test_scopes_can_be_given(server: Authority) -> None:
    """Then they are asked for, whatever operations need."""
    both = replace(PetsRequests.get(1), security=WRITE)
    with connect(server, credentials(scopes=["write"])) as client:
        name(client)
        name(client, both)

    assert [form["scope"] for form in server.asked] == ["write"]


def test_a_stored_refresh_token_is_a_start(server: Authority) -> None:
    """Each new one is told to the hook, and used the next time."""
    kept: list[Token] = []
    password = PasswordGrant(USER, PASSWORD, CLIENT_ID, CLIENT_SECRET)
    with connect(server, password) as first:
        name(first)
    stored = server.issued[-1].refresh_token
    assert stored
    grant = RefreshToken(stored, CLIENT_ID, CLIENT_SECRET, on_token=kept.append)
    with connect(server, grant) as client:
        name(client)
        server.revoke()
        name(client)

    assert [form["grant_type"] for form in server.asked] == [
        "password",
        "refresh_token",
        "refresh_token",
    ]
    assert server.asked[2]["refresh_token"] == kept[0].refresh_token
    assert [each.access_token for each in kept] == server.calls[1:2] + server.calls[3:]


def test_a_stored_access_token_is_used_as_long_as_it_lasts(server: Authority) -> None:
    """Without a request."""
    with connect(server, credentials()) as client:
        name(client)
    stored = server.calls[0]
    grant = RefreshToken("r", CLIENT_ID, access_token=stored, expires_in=3600)
    with connect(server, grant) as client:
        name(client)

    assert (len(server.asked), server.calls[1]) == (1, stored)


def test_a_password_is_sent_once(server: Authority) -> None:
    """After that the refresh token stands for it; if that is refused, once more."""
    grant = PasswordGrant(USER, PASSWORD, CLIENT_ID, CLIENT_SECRET)
    with connect(server, grant) as client:
        name(client)
        server.revoke()
        name(client)
        server.revoke()
        server.issued[-1].refresh_token = None
        name(client)

    kinds = [form["grant_type"] for form in server.asked]
    assert kinds == ["password", "refresh_token", "refresh_token", "password"]


def test_a_code_is_exchanged() -> None:
    """With all that belongs to it."""
    token = reply(200, b'{"access_token": "t", "token_type": "bearer"}')
    grant = AuthorizationCode(
        "c", "id", redirect_uri="https://a.example/", code_verifier="v"
    )
    pet = reply(200, b'{"id": 1, "name": "Flaff"}')
    with (
        serve(token, pet) as endpoint,
        connect(Authority(endpoint.address), grant) as client,
    ):
        assert name(client) == "Flaff"
    sent = endpoint.requests[0].body.decode()

    assert sent == (
        "grant_type=authorization_code&code=c&redirect_uri=https%3A%2F%2Fa.example%2F"
        "&code_verifier=v&client_id=id"
    )


def test_the_token_endpoint_can_be_discovered(server: Authority) -> None:
    """As OpenID Connect says, once."""
    discovery = f"{server.address}/.well-known/openid-configuration"
    schemes = {"oauth": OAuth2(credentials(), discovery_url=discovery)}
    api = replace(API, security=READ)
    with BaseClient(api, schemes, base_url=server.address) as client:
        name(client)
        server.revoke()
        name(client)

    assert len(server.asked) == 2


def test_a_relative_token_url_is_seen_from_the_api(server: Authority) -> None:
    """As Iceberg and Okta write it."""
    schemes = {"oauth": OAuth2(credentials(), token_url="/token")}  # noqa: S106
    api = replace(API, security=READ)
    with BaseClient(api, schemes, base_url=server.address) as client:
        assert name(client) == "Flaff"


def test_id_and_secret_are_enough(
    server: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As arguments, or in the environment."""
    variables = {"client_id_env": "SHOP_ID", "client_secret_env": "SHOP_SECRET"}
    given = scheme(server, None, CLIENT_ID, CLIENT_SECRET)
    found = scheme(server, **variables)
    api = replace(API, security=READ)
    for each in (given, found):
        monkeypatch.setenv("SHOP_ID", CLIENT_ID)
        monkeypatch.setenv("SHOP_SECRET", CLIENT_SECRET)
        with BaseClient(api, {"oauth": each}, base_url=server.address) as client:
            assert name(client) == "Flaff"
    monkeypatch.delenv("SHOP_SECRET")
    missing = scheme(server, **variables)
    with (
        BaseClient(api, {"oauth": missing}, base_url=server.address) as client,
        pytest.raises(MissingCredentials, match="SHOP_ID and SHOP_SECRET"),
    ):
        name(client)


def test_a_refusal_is_typed_and_holds_no_secret(server: Authority) -> None:
    """Code, description and status of the specification; it is not tried again."""
    grant = ClientCredentials(CLIENT_ID, "wrong-secret")
    with connect(server, grant) as client, pytest.raises(TokenError) as caught:
        name(client)
    error = caught.value

    assert (error.code, error.status) == ("invalid_client", 401)
    assert not error.is_temporary
    assert str(error).startswith(f"{server.address}/token gave no token: invalid")
    assert "wrong-secret" not in repr(error) + repr(vars(error))
    assert len(server.asked) == 1
    assert not server.calls
    assert pickle.loads(pickle.dumps(error)).code == "invalid_client"  # noqa: S301


def test_what_an_endpoint_quotes_is_left_out() -> None:
    """Some repeat what they refuse."""
    body = b'{"error": "invalid_grant", "error_description": "r-secret is unknown"}'
    with serve(reply(400, body)) as endpoint:
        client = connect(Authority(endpoint.address), RefreshToken("r-secret", "id"))
        with client, pytest.raises(TokenError, match=r"invalid_grant: \.\.\. is"):
            name(client)


@pytest.mark.parametrize("body", [b"", b"[]", b'{"access_token": 1}', b"<html>", b"{}"])
def test_an_answer_without_a_token_is_an_error(body: bytes) -> None:
    """Whatever its status says."""
    with serve(reply(200, body)) as endpoint:
        client = connect(Authority(endpoint.address), credentials())
        with client, pytest.raises(TokenError, match="gave no token: 200"):
            name(client)


def test_a_token_that_needs_a_proof_is_refused() -> None:
    """It would be worth nothing."""
    body = b'{"access_token": "t", "token_type": "DPoP"}'
    with serve(reply(200, body)) as endpoint:
        client = connect(Authority(endpoint.address), credentials())
        with client, pytest.raises(TokenError, match="dpop"):
            name(client)


def test_a_busy_endpoint_is_asked_again(server: Authority) -> None:
    """As often as the API would be."""
    server.failures = [503, 429]
    with connect(server, credentials()) as client:
        assert name(client) == "Flaff"
    assert len(server.asked) == 3

    server.failures = [500] * 5
    server.revoke()
    with connect(server, credentials()) as client, pytest.raises(TokenError) as caught:
        name(client)
    assert (caught.value.status, len(server.failures)) == (500, 2)


def test_an_endpoint_that_is_not_there_is_an_error() -> None:
    """Named, and retried."""
    nowhere = Authority("http://127.0.0.1:9")
    with connect(nowhere, credentials()) as client, pytest.raises(TokenError) as caught:
        name(client)

    found = str(caught.value)
    assert found == "http://127.0.0.1:9/token could not be asked: ConnectError"


def test_a_deadline_bounds_the_wait_for_a_token(server: Authority) -> None:
    """It is part of the call; others still get the token."""
    server.delay = 2.0
    with connect(server, credentials(), deadline=0.2) as client:
        start = time.monotonic()
        with pytest.raises(DeadlineExceeded):
            name(client)
        assert time.monotonic() - start < 1.8
        assert client.send(PetsRequests.get(1), {"deadline": 5}).value.name == "Flaff"

    assert len(server.asked) == 1


def test_an_async_deadline_bounds_it_too(server: Authority) -> None:
    """The task lets go of the lock, and the next one asks."""
    server.delay = 0.5

    async def main() -> str:
        async with connect_async(server, credentials()) as client:
            with pytest.raises(DeadlineExceeded):
                await client.send(PetsRequests.get(1), {"deadline": 0.1})
            return (await client.send(PetsRequests.get(1))).value.name

    assert asyncio.run(main()) == "Flaff"


def test_threads_that_wait_for_a_token_end_with_their_calls(server: Authority) -> None:
    """One goes on asking, since others may still want the token."""
    server.delay = 1.5
    before = {*threading.enumerate()}

    def ask(_: int) -> None:
        with pytest.raises(DeadlineExceeded):
            name(client)

    with connect(server, credentials(), deadline=0.3) as client:
        with ThreadPoolExecutor(10) as pool:
            list(pool.map(ask, range(10)))
        time.sleep(0.3)
        new = {*threading.enumerate()} - before
        asking = [each for each in new if "-call" in each.name]
        assert len(asking) == 1
        asking[0].join(5)

        assert name(client) == "Flaff"
    assert len(server.asked) == 1


def test_threads_that_wait_for_a_token_share_the_failure(server: Authority) -> None:
    """Nobody waits for as many requests as there are others."""
    server.delay, server.failures = 0.5, [500] * 5

    def ask(_: int) -> None:
        with pytest.raises(TokenError) as caught:
            client.send(PetsRequests.get(1), {"max_retries": 0})
        assert (caught.value.status, caught.value.is_temporary) == (500, True)

    with connect(server, credentials()) as client, ThreadPoolExecutor(5) as pool:
        list(pool.map(ask, range(5)))

    assert len(server.failures) == 4


@pytest.mark.parametrize("run", [anyio.run, trio.run])
def test_so_do_tasks(server: Authority, run: Any) -> None:
    """The same, in an event loop."""
    server.delay, server.failures = 0.5, [500] * 5

    async def ask(client: AsyncBaseClient) -> None:
        with pytest.raises(TokenError):
            await client.send(PetsRequests.get(1), {"max_retries": 0})

    async def main() -> None:
        async with (
            connect_async(server, credentials()) as client,
            anyio.create_task_group() as tasks,
        ):
            for _ in range(5):
                tasks.start_soon(ask, client)

    run(main)

    assert len(server.failures) == 4


def test_one_grant_serves_both_clients_and_several_loops(server: Authority) -> None:
    """All of them know the same tokens."""
    grant = credentials()

    async def main(client: AsyncBaseClient) -> str:
        async with client:
            return (await client.send(PetsRequests.get(1))).value.name

    for _ in range(2):
        assert asyncio.run(main(connect_async(server, grant))) == "Flaff"
    with connect(server, grant) as client:
        assert name(client) == "Flaff"

    assert len(server.asked) == 1


def test_a_hook_may_be_async(server: Authority) -> None:
    """Where there is a loop to wait in."""
    kept: list[str] = []

    async def keep(token: Token) -> None:
        await anyio.lowlevel.checkpoint()
        kept.append(token.access_token)

    async def main() -> None:
        async with connect_async(server, credentials(on_token=keep)) as client:
            await client.send(PetsRequests.get(1))

    asyncio.run(main())
    assert kept == server.calls
    with (
        connect(server, credentials(on_token=keep)) as client,
        pytest.raises(TypeError, match="AsyncClient"),
    ):
        name(client)


def test_the_token_endpoint_learns_nothing_else(server: Authority) -> None:
    """Neither headers of the client nor what a given HTTP client adds."""
    with (
        httpx2.Client(params={"x": "b-secret"}, headers={"x": "b-secret"}) as http,
        connect(
            server,
            credentials(client_auth="post"),
            http_client=http,
            headers={"x-key": "b-secret"},
        ) as client,
    ):
        name(client)
    (headers,) = server.asked_with

    assert "authorization" not in headers
    assert "b-secret" not in str(headers)


def test_a_redirect_of_the_token_endpoint_is_not_followed() -> None:
    """Secrets go where the description says, and nowhere else."""
    with serve(reply(307, location="http://127.0.0.1:9/")) as endpoint:
        client = connect(Authority(endpoint.address), credentials())
        with client, pytest.raises(TokenError, match="307"):
            name(client)

    assert len(endpoint.requests) == 1


GRANTS: list[Grant] = [
    ClientCredentials("id", "k-secret"),
    RefreshToken("k-secret", "id", "k-secret", access_token="k-secret"),  # noqa: S106
    PasswordGrant("k-secret", "k-secret", "id", "k-secret"),
    AuthorizationCode("k-secret", "id", "k-secret", code_verifier="k-secret"),
]


@pytest.mark.parametrize("grant", GRANTS, ids=lambda grant: type(grant).__name__)
def test_a_grant_never_shows_its_secrets(grant: Grant) -> None:
    """Nor does what it consists of, nor the client that has it."""
    client = connect(Authority(), grant)
    shown = [grant, grant.party, client, vars(client), Token("k-secret", 1, "k-secret")]

    assert "k-secret" not in " ".join(map(repr, shown))
    with pytest.raises(TypeError):
        vars(grant)


def test_a_grant_pickles_without_its_tokens(server: Authority) -> None:
    """Clocks and locks stay here; what is needed to ask again goes along."""
    with connect(server, credentials()) as client:
        name(client)
        token = server.calls[0].encode()
        pickled = pickle.dumps(client)
        with pickle.loads(pickled) as twin:  # noqa: S301 - made here
            assert name(twin) == "Flaff"

    assert token not in pickled
    assert len(server.asked) == 2


def test_an_option_that_does_not_exist_is_refused() -> None:
    """With the nearest name."""
    wrong: Any = {"scope": ["read"]}
    with pytest.raises(TypeError, match="scopes"):
        ClientCredentials("a", "b", **wrong)
