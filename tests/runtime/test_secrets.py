"""Whatever shows a client, a call or what went wrong: the secret is not in it."""

from __future__ import annotations

import base64
import logging
import pickle
import traceback
from collections.abc import Callable, Iterator
from typing import Any

import anyio
import httpx2
import pytest
from asking import Ask, in_each_way
from loopback import Received, Script, Step, events, reply, serve
from shop import AsyncClient, Client, PetsRequests

from runtime.api import Api
from runtime.api_keys import ApiKey
from runtime.basic import BasicAuth
from runtime.bearer import BearerToken
from runtime.errors import Error, StatusError
from runtime.request import Request
from runtime.retry import RetryPolicy
from runtime.streaming import AsyncStreamingClient, StreamingClient

SECRET = "s3cr3t-0123456789"  # noqa: S105 - nobody knows it
ENCODED = base64.b64encode(f"ann:{SECRET}".encode()).decode()
PET = b'{"id": 1, "name": "Flaff"}'
ONCE = RetryPolicy(max_retries=0)

SCHEMES: dict[str, Any] = {
    "bearer": BearerToken(SECRET),
    "header": ApiKey(SECRET, name="x-api-key"),
    "query": ApiKey(SECRET, name="key", place="query"),
    "cookie": ApiKey(SECRET, name="session", place="cookie"),
    "basic": BasicAuth("ann", SECRET),
}
API = Api(name="shop", version="1.0.0", security=tuple({name: ()} for name in SCHEMES))
WAYS = [*SCHEMES, "a header of the caller", "a user in the address"]


def described(way: str, address: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the schemes and the options of a client that knows the secret."""
    if way in SCHEMES:
        return {way: SCHEMES[way]}, {"base_url": address}
    if way == "a header of the caller":
        headers = {"Authorization": f"Bearer {SECRET}", "X-Token": SECRET}
        schemes = {"bearer": BearerToken()}
        return schemes, {"base_url": address, "headers": headers}
    with_user = address.replace("//", f"//ann:{SECRET}@")
    return {"bearer": BearerToken("other")}, {"base_url": with_user}


def client_of(kind: Any, way: str, address: str, **options: Any) -> Any:
    """Make a client of either kind."""
    schemes, own = described(way, address)
    return kind(API, schemes, **{"retry": ONCE, **own, **options})


def blocking(address: str, way: str, work: str, **options: Any) -> Any:
    """Make a call, or read a stream, with a blocking client."""
    with client_of(StreamingClient, way, address, **options) as client:
        if work == "send":
            return client.send(PetsRequests.get(1))
        return [*client.stream(PetsRequests.watch())]


def of(backend: str) -> Callable[..., Any]:
    """Return the same for an event loop."""

    def run(address: str, way: str, work: str, **options: Any) -> Any:
        async def main() -> Any:
            async with client_of(
                AsyncStreamingClient, way, address, **options
            ) as client:
                if work == "send":
                    return await client.send(PetsRequests.get(1))
                return [each async for each in client.stream(PetsRequests.watch())]

        return anyio.run(main, backend=backend)

    return run


every_way = pytest.mark.parametrize("way", WAYS)
every_loop = pytest.mark.parametrize(
    "run", [blocking, of("asyncio"), of("trio")], ids=["blocking", "asyncio", "trio"]
)


def shows(text: object) -> bool:
    """Tell whether a text has the secret in it, as it is or encoded."""
    return SECRET in str(text) or ENCODED in str(text)


def walk(value: Any, seen: set[int]) -> Iterator[str]:
    """Show an object, and all that `vars` finds in it."""
    if id(value) in seen or isinstance(value, str | bytes):
        return
    seen.add(id(value))
    yield repr(value)
    inside = vars(value) if hasattr(value, "__dict__") else {}
    if isinstance(value, dict | list | tuple):
        inside = dict(enumerate(value.values() if isinstance(value, dict) else value))
    for each in inside.values():
        if type(each).__module__.startswith(("runtime", "builtins", "shop")):
            yield from walk(each, seen)


def told(error: BaseException) -> str:
    """Show an error in every way, with the local variables of every frame."""
    whole = traceback.TracebackException.from_exception(error, capture_locals=True)
    for each in (whole, whole.__cause__, whole.__context__):
        if each:
            # The tests know the secret.
            each.stack[:] = [one for one in each.stack if one.filename != __file__]
    notes = getattr(error, "__notes__", ())
    chain = error.__cause__ or error.__context__
    return "\n".join(
        [
            *whole.format(),
            *map(repr, (error, error.args, notes, vars(error), chain)),
            pickle.dumps(error).decode("latin-1"),
        ]
    )


@every_way
@pytest.mark.parametrize("kind", [StreamingClient, AsyncStreamingClient])
def test_a_client_does_not_show_it(kind: Any, way: str) -> None:
    """Neither itself nor what it consists of, nor a copy with other options."""
    client = client_of(kind, way, "https://shop.example")
    copy = client.with_options(timeout=3, headers={"X-Secret": SECRET})

    assert not [text for text in walk([client, copy], set()) if shows(text)]
    assert shows(pickle.dumps(client).decode("latin-1"))


@every_loop
@every_way
@pytest.mark.parametrize("work", ["send", "stream"])
@pytest.mark.parametrize(
    "script",
    [
        reply(500, b"oops"),
        reply(200, b"<html>"),
        [None],
        [b"garbage\r\n\r\n"],
        [b"HTTP/1.1 200 X\r\ncontent-length: 9\r\n\r\n{", None],
        events(b'data: {"id"', None),
    ],
    ids=["status", "page", "cut", "garbage", "half", "stream"],
)
def test_no_failure_shows_it(
    run: Callable[..., Any], way: str, work: str, script: Script
) -> None:
    """Not in messages, not in pickles, not among the locals of tracebacks."""
    with serve(script) as server, pytest.raises(Error) as caught:
        run(server.address, way, work)

    assert not [line for line in told(caught.value).splitlines() if shows(line)]


@every_way
def test_nobody_there_does_not_show_it(way: str) -> None:
    """The library's own frames, which hold the request, are left out."""
    with pytest.raises(Error) as caught:
        blocking("http://127.0.0.1:9", way, "send")

    assert "ConnectError" in repr(caught.value.__cause__)
    assert not [line for line in told(caught.value).splitlines() if shows(line)]


@every_loop
@every_way
def test_a_server_that_quotes_it_is_not_quoted(
    run: Callable[..., Any], way: str
) -> None:
    """The body is what the server says; the message is what we say."""

    def echo(request: Received) -> list[Step]:
        bare = request.headers.get("authorization", "").rpartition(" ")[2]
        said = f"{request.line} {request.headers} {bare}".replace('"', "'")
        return reply(401, f'{{"message": "no: {said}"}}'.encode())

    with serve(echo) as server, pytest.raises(StatusError) as caught:
        run(server.address, way, "send")

    assert str(caught.value).startswith("401: no: GET /pets/1")
    assert not shows(str(caught.value) + repr(caught.value) + repr(caught.value.args))
    assert shows(caught.value.content)


@every_loop
@every_way
def test_no_log_shows_it(
    run: Callable[..., Any], way: str, caplog: pytest.LogCaptureFixture
) -> None:
    """However much is logged, by whomever."""
    caplog.set_level(1)
    for name in ("httpx2", "httpcore2", "httpx", "httpcore", "asyncio"):
        caplog.set_level(1, logger=name)
    with serve(reply(200, PET)) as server:
        run(server.address, way, "send")

    assert logging.getLogger("httpx2").isEnabledFor(1)
    assert "HTTP Request: GET" in caplog.text
    assert not [line for line in caplog.text.splitlines() if shows(line)]


@every_loop
@pytest.mark.parametrize("value", [f"{SECRET}\n", f"{SECRET}é", f" {SECRET}"])
def test_a_header_that_cannot_be_sent_is_named(
    run: Callable[..., Any], value: str
) -> None:
    """The library would quote it; nothing is sent."""
    with serve(reply(200, PET)) as server, pytest.raises(ValueError) as caught:  # noqa: PT011 - its text is below
        run(server.address, "bearer", "send", headers={"X-Api-Key": value})

    assert str(caught.value) == "the value of the header x-api-key cannot be sent"
    assert not [line for line in told(caught.value).splitlines() if shows(line)]
    assert server.requests == []


def test_a_request_does_not_show_what_it_sends() -> None:
    """It says which one it is."""
    request: Request[Any] = Request(
        operation="pets.get",
        method="GET",
        path="/pets/1",
        query=f"key={SECRET}",
        headers={"x-api-key": SECRET},
        cookies=f"session={SECRET}",
        returns=None,
    )

    assert repr(request) == "<Request pets.get: GET /pets/1>"
    assert repr(PetsRequests.watch()) == "<StreamRequest pets.watch: GET /watch>"


@every_way
def test_a_message_does_not_either(way: str) -> None:
    """It is among the local variables wherever something is sent."""
    with httpx2.Client() as http:
        http.close()
        with pytest.raises(RuntimeError) as caught:
            blocking("http://127.0.0.1:9", way, "send", http_client=http)
    ours = [
        str(frame.f_locals)
        for frame, _ in traceback.walk_tb(caught.value.__traceback__)
        if frame.f_globals["__name__"] == "runtime.exchange"
    ]

    assert "<GET http://127.0.0.1:9/pets/1>" in str(ours)
    if way != "query":
        # The library shows the whole address of its own request.
        assert not [each for each in ours if shows(each)]


def test_headers_that_are_no_secrets_may_be_quoted() -> None:
    """A message would be hard to read without each `1` that is sent somewhere."""
    with (
        serve(reply(400, b'{"message": "version 1 is not 2024-01-01"}')) as server,
        Client(base_url=server.address, headers={"X-Version": "2024-01-01"}) as client,
        pytest.raises(StatusError, match=r"^400: version 1 is not 2024-01-01$"),
    ):
        client.pets.get(1, request_options={"headers": {"X-Token": "1"}})


def test_async_resources_do_not_show_it_either() -> None:
    """What a client is reached by holds the client."""
    pets = AsyncClient(SECRET, base_url=f"https://ann:{SECRET}@shop.example").pets

    assert not [text for text in walk(pets, set()) if shows(text)]


@in_each_way
def test_a_short_key_is_taken_out_as_a_word(ask: Ask) -> None:
    """Other words have it in them by chance."""
    said = b'{"message": "this is no test (key=test) of the latest contest"}'
    with serve(reply(400, said)) as server:
        (outcome,) = ask(server.address, PetsRequests.get(1), api_key="test")

    expected = "400: this is no ... (key=...) of the latest contest"
    assert expected == str(outcome.error)
