"""Tracebacks with local variables, as error trackers print them, show no secret."""

from __future__ import annotations

import asyncio
import json
import signal
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import anyio
import httpx2
import pytest
from loopback import Step, reply, serve
from shop import PetsRequests

from runtime.api import Api
from runtime.api_keys import ApiKey
from runtime.async_downloads import AsyncDownload
from runtime.basic import BasicAuth
from runtime.bearer import BearerToken
from runtime.binary import binary_body
from runtime.certificates import ClientCertificate
from runtime.digest import DigestAuth
from runtime.downloads import Download
from runtime.errors import ConnectionFailed, TokenError
from runtime.grants import (
    AuthorizationCode,
    ClientCredentials,
    Grant,
    PasswordGrant,
    RefreshToken,
)
from runtime.oauth import OAuth2
from runtime.request import Request
from runtime.retry import Retry, RetryPolicy
from runtime.streaming import AsyncStreamingClient, StreamingClient

HIDDEN = "s3cr3t-"
SECRET = f"{HIDDEN}0123456789"
PET = reply(200, b'{"id": 1, "name": "Flaff"}')
ONCE = RetryPolicy(max_retries=0)
SCHEMES: dict[str, Any] = {
    "bearer": BearerToken(SECRET),
    "header": ApiKey(SECRET, name="x-api-key"),
    "query": ApiKey(SECRET, name="key", place="query"),
    "cookie": ApiKey(SECRET, name="session", place="cookie"),
}
SILENT: dict[str, list[Step]] = {
    "before the answer": [3.0],
    "inside it": [b"HTTP/1.1 200 X\r\ncontent-length: 9\r\n\r\n{", 3.0],
}
LIBRARIES = {"httpx2", "httpcore2", "h11", "anyio", "trio", "asyncio", "socket", "ssl"}

every_scheme = pytest.mark.parametrize("scheme", SCHEMES.values(), ids=SCHEMES)
every_silence = pytest.mark.parametrize("steps", SILENT.values(), ids=SILENT)
every_work = pytest.mark.parametrize("work", ["send", "stream", "download"])


def api_of(name: str) -> Api:
    """Return an API that is proven by one scheme."""
    return Api(name="shop", version="1.0.0", security=({name: ()},))


def client_of(kind: Any, scheme: Any, address: str, **options: Any) -> Any:
    """Make a client of either kind."""
    usual = {"base_url": address, "retry": ONCE}
    return kind(api_of("key"), {"key": scheme}, **{**usual, **options})


def file() -> Request[bytes]:
    """Return a request that is answered by bytes."""
    return Request(operation="file.get", method="GET", path="/file", returns=bytes)


def work_of(client: Any, work: str) -> Any:
    """Do one of the things that clients do, or return what does it."""
    if work == "send":
        return client.send(PetsRequests.get(1))
    is_async = isinstance(client, AsyncStreamingClient)
    if work == "download":
        return client.open(AsyncDownload if is_async else Download, file()).read()
    stream = client.stream(PetsRequests.watch())
    return anext(stream) if is_async else next(stream)


def frames(problem: BaseException | None) -> Iterator[Any]:
    """List the frames of a problem, and of what it came from, but those of tests."""
    while problem:
        for frame, _ in traceback.walk_tb(problem.__traceback__):
            if not frame.f_code.co_filename.startswith(__file__):
                yield frame
        problem = problem.__cause__ or problem.__context__


def shown(problem: BaseException) -> list[str]:
    """List the local variables that show a secret."""
    return [
        f"{frame.f_globals['__name__']}: {name} = {value!r}"
        for frame in frames(problem)
        for name, value in frame.f_locals.items()
        if HIDDEN in repr(value)
    ]


def libraries(problem: BaseException) -> set[str]:
    """Name the libraries that a traceback leads through."""
    names = {frame.f_globals["__name__"].partition(".")[0] for frame in frames(problem)}
    return names & LIBRARIES


@contextmanager
def interrupted_after(seconds: float) -> Iterator[None]:
    """Have Ctrl-C pressed."""
    before = signal.signal(signal.SIGALRM, signal.default_int_handler)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@pytest.mark.skipif(sys.platform == "win32", reason="there are no alarms")
@every_scheme
@every_silence
@every_work
def test_a_call_that_is_interrupted_shows_nothing(
    scheme: Any, steps: list[Step], work: str
) -> None:
    """Ctrl-C ends a blocking call wherever it is."""
    with (
        serve(PET, steps) as server,
        client_of(StreamingClient, scheme, server.address) as client,
    ):
        client.send(PetsRequests.get(1))
        with pytest.raises(KeyboardInterrupt) as caught, interrupted_after(0.1):
            work_of(client, work)

    assert [] == shown(caught.value)
    assert set() == libraries(caught.value)


@every_scheme
@every_silence
@every_work
@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_a_call_that_is_cancelled_shows_nothing(
    backend: str, scheme: Any, steps: list[Step], work: str
) -> None:
    """Its task may report what ended it, and is cancelled all the same."""
    caught: list[BaseException] = []

    async def main(address: str) -> bool:
        async with client_of(AsyncStreamingClient, scheme, address) as client:
            await client.send(PetsRequests.get(1))
            with anyio.move_on_after(0.1) as scope:
                try:
                    await work_of(client, work)
                except BaseException as problem:
                    caught.append(problem)
                    raise
        return scope.cancelled_caught

    with serve(PET, steps) as server:
        was_cancelled = anyio.run(main, server.address, backend=backend)

    assert was_cancelled
    assert [] == shown(caught[0])
    assert set() == libraries(caught[0])


@every_scheme
def test_a_timeout_of_asyncio_shows_nothing(scheme: Any) -> None:
    """It says where it came from."""

    async def main(address: str) -> None:
        async with client_of(AsyncStreamingClient, scheme, address) as client:
            await asyncio.wait_for(client.send(PetsRequests.get(1)), 0.1)

    with serve([3.0]) as server, pytest.raises(TimeoutError) as caught:
        asyncio.run(main(server.address))

    assert isinstance(caught.value.__cause__, asyncio.CancelledError)
    assert [] == shown(caught.value)


@every_scheme
def test_those_who_hear_of_attempts_are_shown_nothing(scheme: Any) -> None:
    """Middleware and `on_retry` are given what the library has raised."""
    caught: list[Any] = []

    def listen(attempt: Any, call_next: Any) -> Any:
        try:
            return call_next(attempt)
        except Exception as problem:
            caught.append(problem)
            raise

    def again(retry: Retry) -> None:
        caught.append(retry.reason)

    options = {
        "attempt_middleware": [listen],
        "retry": RetryPolicy(max_retries=1, initial_delay=0, on_retry=again),
    }
    with (
        serve([None]) as server,
        client_of(StreamingClient, scheme, server.address, **options) as client,
        pytest.raises(ConnectionFailed),
    ):
        client.send(PetsRequests.get(1))

    assert 3 == len(caught)
    assert [] == [line for each in caught for line in shown(each)]


def test_frames_of_ones_own_stay() -> None:
    """Who has written a transport sees where it fails, also inside of the library."""

    class Mine(httpx2.BaseTransport):
        def handle_request(self, request: httpx2.Request) -> httpx2.Response:
            raise KeyError(request.method)

    with (
        httpx2.Client(transport=Mine()) as http,
        client_of(
            StreamingClient, BearerToken("k"), "http://test", http_client=http
        ) as client,
        pytest.raises(KeyError) as caught,
    ):
        client.send(PetsRequests.get(1))
    names = [frame.f_code.co_name for frame, _ in traceback.walk_tb(caught.tb)]

    assert "handle_request" == names[-1]
    assert {"send", "_exchange"} < {*names}
    assert set() == libraries(caught.value)


def test_what_is_handled_meanwhile_keeps_its_frames() -> None:
    """A call in an `except` block may fail as well; both can be read."""

    def fall_back(client: StreamingClient) -> None:
        try:
            client.pets  # type: ignore[attr-defined]  # noqa: B018
        except AttributeError:
            client.send(PetsRequests.get(1))

    with (
        client_of(StreamingClient, BearerToken("k"), "http://127.0.0.1:9") as client,
        pytest.raises(ConnectionFailed) as caught,
    ):
        fall_back(client)
    problem: BaseException | None = caught.value
    while not isinstance(problem, AttributeError):
        assert problem is not None
        problem = problem.__context__

    first, *_ = traceback.extract_tb(problem.__traceback__)
    assert "fall_back" == first.name


GRANTS: dict[str, Callable[[], Grant]] = {
    "client": lambda: ClientCredentials("id", SECRET),
    "client in the form": lambda: ClientCredentials("id", SECRET, client_auth="post"),
    "refresh": lambda: RefreshToken(SECRET, "id", f"{HIDDEN}b"),
    "password": lambda: PasswordGrant("ann", SECRET, "id", f"{HIDDEN}b"),
    "code": lambda: AuthorizationCode(SECRET, "id", code_verifier=f"{HIDDEN}b"),
    "parameters": lambda: ClientCredentials(
        "id", SECRET, parameters={"assertion": f"{HIDDEN}b"}
    ),
}
TOKENS = {
    "refused": reply(400, b'{"error": "invalid_grant", "hint": "s3cr3t-quoted"}'),
    "of a type that needs a proof": reply(
        200,
        json.dumps(
            {
                "access_token": SECRET,
                "refresh_token": f"{HIDDEN}c",
                "token_type": "DPoP",
            }
        ).encode(),
    ),
    "cut": [None],
    "a page": reply(200, b"<html>s3cr3t-"),
}


@pytest.mark.parametrize("grant", GRANTS.values(), ids=GRANTS)
@pytest.mark.parametrize("steps", TOKENS.values(), ids=TOKENS)
@pytest.mark.parametrize("backend", ["", "asyncio", "trio"])
def test_a_token_that_is_not_given_shows_nothing(
    backend: str, grant: Callable[[], Grant], steps: list[Step]
) -> None:
    """Neither what it was asked for with, nor what the answer holds."""

    async def main(scheme: OAuth2, address: str) -> None:
        async with client_of(AsyncStreamingClient, scheme, address) as client:
            await client.send(PetsRequests.get(1))

    def block(scheme: OAuth2, address: str) -> None:
        with client_of(StreamingClient, scheme, address) as client:
            client.send(PetsRequests.get(1))

    def run(address: str) -> None:
        scheme = OAuth2(grant(), token_url="/token")  # noqa: S106 - an address
        if backend:
            anyio.run(main, scheme, address, backend=backend)
        else:
            block(scheme, address)

    with serve(steps) as server, pytest.raises(TokenError) as caught:
        run(server.address)

    assert [] == shown(caught.value)
    assert 1 == len(server.requests)


def secret() -> str:
    """Return a secret, as functions may."""
    return SECRET


@pytest.mark.parametrize("password", [SECRET, secret], ids=["text", "function"])
def test_a_name_that_cannot_be_sent_does_not_show_its_password(password: Any) -> None:
    """It has a colon, which would end it."""
    with (
        client_of(
            StreamingClient, BasicAuth("a:b", password), "http://127.0.0.1:9"
        ) as client,
        pytest.raises(ValueError, match="must not hold a colon") as caught,
    ):
        client.send(PetsRequests.get(1))

    assert [] == shown(caught.value)


def test_a_body_that_cannot_be_proven_does_not_show_a_password() -> None:
    """Nor what is as good as one: the hash of it."""
    challenge = 'Digest realm="r", nonce="n", qop="auth-int", algorithm=MD5'
    asked: Request[Any] = Request(
        operation="file.put",
        method="PUT",
        path="/file",
        body=binary_body(iter([b"a"]), media_type="a/b"),  # type: ignore[arg-type]
        returns=Any,
    )
    with (
        serve(reply(401, www_authenticate=challenge), PET) as server,
        client_of(StreamingClient, DigestAuth("ann", SECRET), server.address) as client,
    ):
        client.send(PetsRequests.get(1))
        with pytest.raises(TypeError, match="must be bytes") as caught:
            client.send(asked)

    names = {name for frame in frames(caught.value) for name in frame.f_locals}
    assert [] == shown(caught.value)
    assert "mine" not in names


def test_a_certificate_that_is_not_there_does_not_show_its_password() -> None:
    """The files are named, and that is all."""
    certificate = ClientCertificate(("no.pem", "no.key", SECRET))
    with (
        client_of(StreamingClient, certificate, "https://127.0.0.1:9") as client,
        pytest.raises(OSError, match="No such file") as caught,
    ):
        client.send(PetsRequests.get(1))

    assert [] == shown(caught.value)
