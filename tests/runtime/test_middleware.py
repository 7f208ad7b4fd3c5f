"""Middleware around calls and around their attempts: blocking and async alike."""

from __future__ import annotations

import contextlib
import functools
import gc
import pickle
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from driving import Way, each_way, get, open_and_leave, send, watch
from loopback import Received, Step, events, reply, serve
from shop import AsyncClient, Client, NotFoundError, Pet

from runtime.downloads import Download
from runtime.errors import DeadlineExceeded, Error
from runtime.middleware import Attempt, Head, Outcome, Outgoing
from runtime.request import Request
from runtime.response import Response

if TYPE_CHECKING:
    from runtime.middleware import AttemptNext, CallNext

PET: list[Step] = reply(200, b'{"id": 7, "name": "first"}', x_request_id="r-1")
BUSY: list[Step] = reply(503, b"{}", retry_after="0")
ONE = b'data: {"id": 1, "name": "a"}\n\n'
DONE = b"data: [DONE]\n\n"


def listening(way: Way) -> tuple[list[Outcome], Any]:
    """Return what hears of ends, and where it keeps them."""
    heard: list[Outcome] = []

    def around(outgoing: Outgoing, call_next: Any) -> Any:
        outgoing.on_end(heard.append)
        return (yield call_next(outgoing))

    return heard, way.middleware(around)


@each_way
def test_middleware_sees_a_call_and_its_response(way: Way) -> None:
    """The request as a value, the options of the call, and what came back."""
    seen: list[Any] = []

    def around(outgoing: Outgoing, call_next: Any) -> Any:
        seen.extend([outgoing.request.operation, outgoing.options["timeout"]])
        response = yield call_next(outgoing)
        seen.extend([response.status, response.value.name, response.request_id])
        return response

    with serve(PET) as server:
        pet = way.use(
            server,
            lambda client: get(client, timeout=9),
            middleware=[way.middleware(around)],
        )

    assert ["pets.get", 9, 200, "first", "r-1"] == seen
    assert 7 == pet.id


@each_way
def test_the_first_middleware_is_the_outermost(way: Way) -> None:
    """It begins first and is done last."""
    seen: list[str] = []

    def named(name: str) -> Any:
        def around(value: Any, call_next: Any) -> Any:
            seen.append(f"{name} begins")
            result = yield call_next(value)
            seen.append(f"{name} ends")
            return result

        return way.middleware(around)

    with serve(PET) as server:
        way.use(
            server,
            get,
            middleware=[named("a"), named("b")],
            attempt_middleware=[named("c"), named("d")],
        )

    begun = ["a begins", "b begins", "c begins", "d begins"]
    assert [*begun, "d ends", "c ends", "b ends", "a ends"] == seen


@each_way
def test_middleware_changes_what_is_asked(way: Way) -> None:
    """Another path, more headers, and another time to wait."""

    def around(outgoing: Outgoing, call_next: Any) -> Any:
        changed = replace(outgoing.request, path="/pets/8")
        outgoing = replace(outgoing, request=changed).with_headers({"X-Tenant": "t"})
        return (yield call_next(outgoing))

    with serve(PET) as server:
        way.use(
            server,
            lambda client: get(client, headers={"x-mine": "m"}),
            middleware=[way.middleware(around)],
        )

    assert "GET /pets/8 HTTP/1.1" == server.requests[0].line
    headers = server.requests[0].headers
    assert ("t", "m") == (headers["x-tenant"], headers["x-mine"])


@each_way
def test_middleware_answers_without_asking(way: Way) -> None:
    """A cache, for instance."""
    pet = Pet(id=9, name="kept")
    kept = Response(
        value=pet,
        status=200,
        headers={},
        request_id=None,
        attempts=0,
        elapsed=0,
        url="",
    )

    def around(_outgoing: Outgoing, _call_next: Any) -> Any:
        return kept
        yield

    heard, listener = listening(way)
    with serve(PET) as server:
        answer = way.use(server, get, middleware=[listener, way.middleware(around)])

    assert pet is answer
    assert [] == server.requests
    assert [(200, 0, True)] == [(o.status, o.attempts, o.is_whole) for o in heard]


@each_way
def test_middleware_sees_the_error_and_asks_again(way: Way) -> None:
    """Attempts go on counting, and each time may have all its retries."""

    def around(outgoing: Outgoing, call_next: Any) -> Any:
        try:
            return (yield call_next(outgoing))
        except NotFoundError as error:
            seen.append((error.status, error.attempts))
            return (yield call_next(outgoing))

    seen: list[tuple[int, int]] = []
    gone = reply(404, b'{"message": "not yet"}')
    with serve(BUSY, BUSY, gone, BUSY, BUSY, PET) as server:
        response = way.use(server, send, middleware=[way.middleware(around)])

    assert [(404, 3)] == seen
    assert 6 == response.attempts == len(server.requests)


@each_way
def test_the_deadline_bounds_all_of_it(way: Way) -> None:
    """Whoever asks again has what is left."""

    def around(outgoing: Outgoing, call_next: Any) -> Any:
        for _ in range(100):
            try:
                return (yield call_next(outgoing))
            except NotFoundError:
                pass
        raise AssertionError

    begun = time.monotonic()
    with serve([0.1, *reply(404, b"{}")]) as server, pytest.raises(DeadlineExceeded):
        way.use(
            server,
            lambda client: get(client, deadline=0.5),
            middleware=[way.middleware(around)],
        )

    assert 0.4 < time.monotonic() - begun < 2
    assert 2 <= len(server.requests) <= 6


@each_way
def test_attempts_are_seen_one_by_one(way: Way) -> None:
    """With their number, their redirects, and what they were answered with."""
    seen: list[tuple[int, int, str, int, str | None]] = []

    def around(attempt: Attempt, call_next: Any) -> Any:
        head: Head = yield call_next(attempt)
        path = attempt.url.partition("//")[2].partition("/")[2]
        busy = head.headers.get("retry-after")
        seen.append((attempt.number, attempt.hops, path, head.status, busy))
        assert "Bearer k-secret" == attempt.headers["authorization"]
        assert "pets.get" == attempt.call.request.operation
        assert "k-secret" not in repr(attempt)
        return head

    moved = reply(307, location="/pets/8")
    with serve(BUSY, moved, PET) as server:
        way.use(server, get, attempt_middleware=[way.middleware(around)])

    assert [
        (1, 0, "pets/7", 503, "0"),
        (2, 0, "pets/7", 307, None),
        (2, 1, "pets/8", 200, None),
    ] == seen


@each_way
def test_attempts_are_changed(way: Way) -> None:
    """Method, address and headers; the next attempt begins with what it was."""

    def around(attempt: Attempt, call_next: Any) -> Any:
        url = f"{attempt.url}?n={attempt.number}"
        changed = attempt.with_headers({"Traceparent": f"t{attempt.number}"})
        return (yield call_next(replace(changed, method="PUT", url=url)))

    with serve(BUSY, PET) as server:
        way.use(server, get, attempt_middleware=[way.middleware(around)])

    lines = ["PUT /pets/7?n=1 HTTP/1.1", "PUT /pets/7?n=2 HTTP/1.1"]
    assert lines == [each.line for each in server.requests]
    assert ["t1", "t2"] == [each.headers["traceparent"] for each in server.requests]


@each_way
def test_attempts_share_the_notes_of_their_call(way: Way) -> None:
    """What is around the call can tell what is around its attempts."""
    seen: list[Any] = []

    def around(outgoing: Outgoing, call_next: Any) -> Any:
        outgoing.state["span"] = "s-1"
        return (yield call_next(outgoing))

    def around_attempt(attempt: Attempt, call_next: Any) -> Any:
        seen.append(attempt.call.state["span"])
        return (yield call_next(attempt))

    with serve(BUSY, PET) as server:
        way.use(
            server,
            get,
            middleware=[way.middleware(around)],
            attempt_middleware=[way.middleware(around_attempt)],
        )

    assert ["s-1", "s-1"] == seen


@each_way
def test_a_failed_connection_passes_through_and_is_tried_again(way: Way) -> None:
    """Middleware sees what the library raises, and leaves it to the client."""
    seen: list[str] = []

    def around(attempt: Attempt, call_next: Any) -> Any:
        try:
            return (yield call_next(attempt))
        except Exception as problem:
            seen.append(type(problem).__name__)
            raise

    with serve([None], PET) as server:
        way.use(server, get, attempt_middleware=[way.middleware(around)])

    assert ["RemoteProtocolError"] == seen
    assert 2 == len(server.requests)


class OwnError(Exception):
    """An error of the program."""


@each_way
@pytest.mark.parametrize("kind", ["middleware", "attempt_middleware"])
@pytest.mark.parametrize("work", [get, watch])
def test_an_exception_of_middleware_reaches_the_caller(
    way: Way, kind: str, work: Any
) -> None:
    """As it is, without another attempt, and it leaves no connection open."""

    def around(value: Any, call_next: Any) -> Any:
        yield call_next(value)
        raise OwnError

    slow = [*events(ONE)[:2], 5.0] if work is watch else PET
    heard, listener = listening(way)
    outermost = {"middleware": [listener]}
    outermost[kind] = [*outermost.get(kind, ()), way.middleware(around)]

    def idle(client: Any) -> Any:
        with pytest.raises(OwnError):
            yield from work(client)
        return active(client)

    with serve(slow) as server:
        assert 0 == way.use(server, idle, **outermost)
    assert 1 == len(server.requests)
    assert [OwnError] == [type(outcome.error) for outcome in heard]


def active(client: Any) -> int:
    """Count the connections of a client that are not idle."""
    pool = client._pool.get()._transport._pool
    return sum(not each.is_idle() for each in pool.connections)


@each_way
def test_an_attempt_that_is_asked_twice_leaves_one_answer(way: Way) -> None:
    """The first response is closed before the request goes out again."""

    def around(attempt: Attempt, call_next: Any) -> Any:
        yield call_next(attempt)
        return (yield call_next(attempt))

    def work(client: Any) -> Any:
        pet = yield from get(client)
        return pet.id, active(client)

    with serve(PET) as server:
        middleware = [way.middleware(around)]
        assert (7, 0) == way.use(server, work, attempt_middleware=middleware)
    assert 2 == len(server.requests)


@each_way
def test_a_stream_that_is_asked_twice_leaves_one_answer(way: Way) -> None:
    """The same for what stays open."""

    def around(outgoing: Outgoing, call_next: Any) -> Any:
        yield call_next(outgoing)
        return (yield call_next(outgoing))

    def work(client: Any) -> Any:
        seen = yield from watch(client)
        return seen, active(client)

    with serve(events(ONE, 0.3, DONE)) as server:
        seen = way.use(server, work, middleware=[way.middleware(around)])
    assert ([1], 0) == seen
    assert 2 == len(server.requests)


def whole(outcome: Outcome) -> tuple[Any, ...]:
    """What a test says of an end."""
    error = type(outcome.error).__name__ if outcome.error else None
    return (outcome.status, error, outcome.attempts, outcome.is_whole)


@each_way
@pytest.mark.parametrize(
    ("steps", "work", "expected"),
    [
        (events(ONE, DONE), watch, (200, None, 1, True)),
        (events(ONE, ONE, DONE), open_and_leave, (200, None, 1, False)),
        (events(ONE, None), watch, (200, "StreamInterrupted", 1, False)),
        (reply(404, b"{}"), watch, (404, "NotFoundError", 1, False)),
        (reply(200, b"{}"), watch, (200, "ResponseValidationError", 1, False)),
        (PET, get, (200, None, 1, True)),
        (reply(404, b"{}"), get, (404, "NotFoundError", 1, False)),
    ],
    ids=["end", "left", "cut", "refused", "no stream", "value", "error"],
)
def test_middleware_hears_of_the_end(
    way: Way, steps: list[Step], work: Any, expected: tuple[Any, ...]
) -> None:
    """Once, when the stream has ended, was closed, has failed or never began."""
    heard, listener = listening(way)

    def quietly(client: Any) -> Any:
        with contextlib.suppress(Error):
            yield from work(client)

    with serve(steps) as server:
        way.use(server, quietly, middleware=[listener])

    assert [expected] == [whole(outcome) for outcome in heard]


@each_way
def test_middleware_hears_of_a_cancelled_stream(way: Way) -> None:
    """Even while it waits, and by another thread."""
    heard, listener = listening(way)

    def work(client: Any) -> Any:
        stream = client.pets.watch()
        timer = threading.Timer(0.2, stream.cancel)
        timer.start()
        if hasattr(stream, "__anext__"):
            first = yield anext(stream, "none")
        else:
            first = next(stream, "none")
        timer.join()
        return first

    with serve(events(3.0, ONE, DONE)) as server:
        assert "none" == way.use(server, work, middleware=[listener])

    assert [(200, None, 1, False)] == [whole(outcome) for outcome in heard]
    assert heard[0].seconds < 2


@each_way
def test_middleware_hears_of_a_dropped_stream(way: Way) -> None:
    """Soon after nothing refers to it any more, by another thread."""
    threads: list[threading.Thread] = []
    told = threading.Event()

    def end(_outcome: Outcome) -> None:
        threads.append(threading.current_thread())
        told.set()

    def around(outgoing: Outgoing, call_next: Any) -> Any:
        outgoing.on_end(end)
        return (yield call_next(outgoing))

    def work(client: Any) -> Any:
        stream = client.pets.watch()
        if hasattr(stream, "__anext__"):
            yield anext(stream)
        else:
            next(stream)
        del stream
        gc.collect()
        told.wait(3)

    with serve(events(ONE, 2.0, DONE)) as server:
        way.use(server, work, middleware=[way.middleware(around)])

    assert 1 == len(threads)
    assert threading.current_thread() is not threads[0]


@each_way
def test_a_stream_that_goes_on_is_one_call(way: Way) -> None:
    """It is opened again beneath the middleware around it."""
    calls: list[str] = []
    numbers: list[int] = []

    def around(outgoing: Outgoing, call_next: Any) -> Any:
        calls.append(outgoing.request.operation)
        return (yield call_next(outgoing))

    def around_attempt(attempt: Attempt, call_next: Any) -> Any:
        numbers.append(attempt.number)
        return (yield call_next(attempt))

    with serve(events(None), events(ONE, DONE)) as server:
        seen = way.use(
            server,
            watch,
            middleware=[way.middleware(around)],
            attempt_middleware=[way.middleware(around_attempt)],
        )

    assert ([1], ["pets.watch"], [1, 2]) == (seen, calls, numbers)


def test_a_download_is_a_call_as_well() -> None:
    """Headers that middleware adds are sent again when it goes on after a break."""
    heard: list[Outcome] = []

    def around(outgoing: Outgoing, call_next: CallNext) -> Response[Any, Any]:
        outgoing.on_end(heard.append)
        headers = {**outgoing.request.headers, "x-tenant": "t"}
        request = replace(outgoing.request, headers=headers)
        return call_next(replace(outgoing, request=request))

    head = b'HTTP/1.1 200 X\r\ncontent-length: 4\r\naccept-ranges: bytes\r\netag: "e"'
    rest = reply(206, b"cd", content_range="bytes 2-3/4", etag='"e"')
    request: Request[bytes] = Request(
        operation="files.get", method="GET", path="/f", returns=bytes
    )
    with (
        serve([head + b"\r\n\r\nab", None], rest) as server,
        Client(base_url=server.address, middleware=[around]) as client,
        client.open(Download, request) as download,
    ):
        assert b"abcd" == download.read()

    assert ["t", "t"] == [each.headers["x-tenant"] for each in server.requests]
    assert [(200, None, 2, True)] == [whole(outcome) for outcome in heard]


@each_way
def test_attempts_tell_of_the_end_of_their_call(way: Way) -> None:
    """Also where nothing else is around it."""
    heard: list[Outcome] = []

    def around(attempt: Attempt, call_next: Any) -> Any:
        attempt.call.on_end(heard.append)
        return (yield call_next(attempt))

    with serve(PET) as server:
        way.use(server, get, attempt_middleware=[way.middleware(around)])

    assert [200] == [each.status for each in heard]


@each_way
def test_the_head_that_an_attempt_returns_counts(way: Way) -> None:
    """A status that is an error by the words of its headers, say."""

    def around(attempt: Attempt, call_next: Any) -> Any:
        head = yield call_next(attempt)
        return replace(head, status=404)

    with serve(PET) as server, pytest.raises(NotFoundError):
        way.use(server, get, attempt_middleware=[way.middleware(around)])


@each_way
def test_an_attempt_has_to_return_a_head(way: Way) -> None:
    """Whoever forgets it is told so."""

    def around(attempt: Attempt, call_next: Any) -> Any:
        yield call_next(attempt)

    with serve(PET) as server, pytest.raises(TypeError, match="NoneType, and no Head"):
        way.use(server, get, attempt_middleware=[way.middleware(around)])


@each_way
def test_a_redirect_leads_on_from_where_an_attempt_went(way: Way) -> None:
    """Relative addresses are those of the server that has answered."""

    def around(attempt: Attempt, call_next: Any) -> Any:
        if not attempt.hops:
            url = attempt.url.replace(first.address, second.address)
            attempt = replace(attempt, url=url)
        return (yield call_next(attempt))

    moved = reply(307, location="/there")
    with serve(PET) as first, serve(moved, PET) as second:
        way.use(first, get, attempt_middleware=[way.middleware(around)])

    assert first.requests == []
    assert ["GET /pets/7 HTTP/1.1", "GET /there HTTP/1.1"] == [
        each.line for each in second.requests
    ]


def test_all_are_told_even_if_one_fails(connect: Callable[..., Client]) -> None:
    """The error of what is told reaches the caller when everything is closed."""
    heard: list[Outcome] = []

    def fail(_outcome: Outcome) -> None:
        raise OwnError

    def around(outgoing: Outgoing, call_next: CallNext) -> Response[Any, Any]:
        outgoing.on_end(heard.append)
        outgoing.on_end(fail)
        outgoing.on_end(heard.append)
        return call_next(outgoing)

    with serve(events(ONE, DONE)) as server:
        client = connect(server, middleware=[around])
        with pytest.raises(OwnError):
            list(client.pets.watch())

        assert 2 == len(heard)
        assert 0 == active(client)


async def async_middleware(outgoing: Outgoing, call_next: Any) -> Any:
    """Return what comes."""
    return await call_next(outgoing)


def forgets(outgoing: Outgoing, call_next: Any) -> Any:
    """Return nothing."""
    call_next(outgoing)


class AsyncMiddleware:
    """Is called as a function."""

    async def __call__(self, outgoing: Outgoing, call_next: Any) -> Any:
        """Return what comes."""
        return await call_next(outgoing)


def returns_a_response(outgoing: Outgoing, call_next: Any) -> Response[Any, Any]:
    """Return what comes, which is no awaitable."""
    response: Response[Any, Any] = call_next(outgoing)
    return response


def returns_a_head(attempt: Attempt, call_next: Any) -> Head:
    """Return what comes, which is no awaitable."""
    head: Head = call_next(attempt)
    return head


def returns_anything(outgoing: Outgoing, call_next: Any) -> Any:
    """Return what comes, awaitable or not."""
    return call_next(outgoing)


@pytest.mark.parametrize("option", ["middleware", "attempt_middleware"])
@pytest.mark.parametrize(
    ("kind", "given", "complaint"),
    [
        (Client, async_middleware, "async_middleware, which is async"),
        (Client, AsyncMiddleware(), "AsyncMiddleware, which is async"),
        (AsyncClient, returns_a_response, "returns_a_response, which is not async"),
        (AsyncClient, returns_a_head, "returns_a_head, which is not async"),
        (Client, object(), "object, no function: give a function, or a method"),
        (AsyncClient, object(), "object, no function: give a function, or a method"),
    ],
)
def test_middleware_of_the_wrong_kind_is_named(
    option: str, kind: Any, given: Any, complaint: str
) -> None:
    """When it is given to a client or to a copy, and not by each call."""
    said = rf"^{kind.__name__}\(\): {option} has {complaint}"
    with pytest.raises(TypeError, match=said):
        kind(**{option: [given]})
    with pytest.raises(TypeError, match=said):
        kind().with_options(**{option: [given]})


def test_middleware_that_may_be_of_either_kind_is_taken() -> None:
    """Only its annotation would tell."""
    for kind in (Client, AsyncClient):
        assert kind(middleware=[returns_anything, functools.partial(returns_anything)])


def test_middleware_has_to_return_the_response(connect: Callable[..., Client]) -> None:
    """Who forgets it is told so."""
    with serve(PET) as server:
        client = connect(server, middleware=[forgets])
        with pytest.raises(TypeError, match="has returned NoneType, and no Response"):
            client.pets.get(7)


def test_a_stream_needs_an_answer_to_read(connect: Callable[..., Client]) -> None:
    """Middleware cannot make one up."""
    made = Response(
        value=None,
        status=200,
        headers={},
        request_id=None,
        attempts=0,
        elapsed=0,
        url="",
    )
    with serve(PET) as server:
        client = connect(server, middleware=[lambda _, __: made])
        with pytest.raises(TypeError, match="call_next"):
            list(client.pets.watch())


def test_a_body_that_can_be_read_once_is_not_sent_empty(
    connect: Callable[..., Client],
) -> None:
    """Middleware that asks again cannot bring it back."""
    from runtime.binary import binary_body

    def twice(outgoing: Outgoing, call_next: CallNext) -> Response[Any, Any]:
        call_next(outgoing)
        return call_next(outgoing)

    request: Request[Pet] = Request(
        operation="pets.put",
        method="PUT",
        path="/pets/7",
        body=binary_body(iter([b"x"])),
        returns=Pet,
    )
    with serve(_chunked, PET) as server:
        client = connect(server, middleware=[twice])
        with pytest.raises(ValueError, match="used up"):
            client.send(request)

    assert 1 == len(server.requests)


def _chunked(_received: Received) -> list[Step]:
    return [*PET, None]


def keep(outgoing: Outgoing, call_next: CallNext) -> Response[Any, Any]:
    """Return what comes."""
    return call_next(outgoing)


def keep_attempt(attempt: Attempt, call_next: AttemptNext) -> Head:
    """Return what comes."""
    return call_next(attempt)


def test_copies_have_the_middleware_of_their_client(
    connect: Callable[..., Client],
) -> None:
    """Or other middleware; pickles keep it, too."""
    with serve(PET) as server:
        client = connect(server, middleware=[keep], attempt_middleware=[keep_attempt])
        copy = client.with_options(middleware=[])
        assert ([], [keep_attempt]) == (
            copy._options["middleware"],
            copy._options["attempt_middleware"],
        )
        again = pickle.loads(pickle.dumps(client))  # noqa: S301 - our own
        assert [keep] == again._options["middleware"]
        assert 7 == again.pets.get(7).id
        again.close()


def test_middleware_is_no_option_of_a_call(connect: Callable[..., Client]) -> None:
    """The message says where it goes."""
    with serve(PET) as server, pytest.raises(TypeError, match="option of the client"):
        connect(server).pets.get(7, request_options={"middleware": []})  # type: ignore[typeddict-unknown-key]


def test_nothing_is_imported_without_middleware() -> None:
    """Nor is anything built around a call."""
    import subprocess
    import sys

    script = (
        "import sys\n"
        "from loopback import reply, serve\n"
        "from shop import Client\n"
        'with serve(reply(200, b\'{"id": 7, "name": "a"}\')) as server:\n'
        "    with Client(base_url=server.address) as client: client.pets.get(7)\n"
        "print(sorted(n for n in sys.modules if n.endswith(\n"
        "    ('.middleware', '.around', '.logs', '.curl', '.tracing'))))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        check=True,
        capture_output=True,
        text=True,
        env={"PYTHONPATH": ":".join(filter(None, sys.path))},
    )
    assert "[]\n" == done.stdout


@each_way
@pytest.mark.parametrize("value", ["s3cr3t\n", "s3cr3t\u00e9", " s3cr3t"])
def test_a_header_of_middleware_that_cannot_be_sent_is_named(
    way: Way, value: str
) -> None:
    """The library would quote it; nothing is sent."""

    def sign(attempt: Attempt, call_next: Any) -> Any:
        return (yield call_next(attempt.with_headers({"X-Signature": value})))

    with serve(PET) as server, pytest.raises(ValueError) as caught:  # noqa: PT011 - its text is below
        way.use(server, get, attempt_middleware=[way.middleware(sign)])

    assert "the value of the header x-signature cannot be sent" == str(caught.value)
    assert [] == server.requests
