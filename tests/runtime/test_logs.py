"""What is logged of calls: nothing unless somebody wants it, and no secret ever."""

from __future__ import annotations

import logging
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from driving import Way, each_way, get, open_and_leave, watch
from loopback import events, reply, serve
from shop import AT_ONCE, Client

from runtime.api import Api
from runtime.client import BaseClient
from runtime.errors import Error
from runtime.request import Request
from runtime.retry import RetryPolicy
from runtime.security import ApiKey

if TYPE_CHECKING:
    from collections.abc import Callable

PET = reply(
    200,
    b'{"id": 7, "name": "hidden-name"}',
    x_request_id="r-1",
    set_cookie="sid=hidden-cookie",
    x_ratelimit_remaining="9",
)
BUSY = reply(503, b'{"message": "hidden-message"}', retry_after="0")
ONE = b'data: {"id": 1, "name": "hidden-name"}\n\n'
DONE = b"data: [DONE]\n\n"


@pytest.fixture
def log(caplog: pytest.LogCaptureFixture) -> Callable[[int], list[logging.LogRecord]]:
    """Listen to the loggers of the package from some level on."""

    def listen(level: int) -> list[logging.LogRecord]:
        caplog.set_level(level, logger="runtime")
        return caplog.records

    return listen


def of(records: list[logging.LogRecord], name: str) -> list[dict[str, Any]]:
    """Return what a logger was told."""
    return [
        record.args
        for record in records
        if record.name == f"runtime.{name}" and isinstance(record.args, dict)
    ]


@each_way
def test_a_call_is_one_line_at_info(way: Way, log: Any) -> None:
    """Operation, method, address, status, attempts, seconds, request id."""
    records = log(logging.INFO)
    with serve(BUSY, PET) as server:
        way.use(server, get)

    (record,) = records
    line = record.getMessage()
    start = f"pets.get: GET {server.address}/pets/7: 200, attempts: 2, seconds: 0."
    assert (logging.INFO, "runtime.calls") == (record.levelno, record.name)
    assert line.startswith(start)
    assert line.endswith(", request id: r-1")
    assert 200 == record.args["status"]


@each_way
def test_attempts_are_lines_at_debug(way: Way, log: Any) -> None:
    """With the headers of a list, a failed one by the name of what went wrong."""
    records = log(logging.DEBUG)
    with serve([None], BUSY, reply(307, location="/pets/8?sign=hidden"), PET) as server:
        way.use(server, get)

    told = of(records, "attempts")
    pets = f"{server.address}/pets"
    assert [
        (1, 0, f"{pets}/7", "RemoteProtocolError"),
        (2, 0, f"{pets}/7", 503),
        (3, 0, f"{pets}/7", 307),
        (3, 1, f"{pets}/8", 200),
    ] == [(t["attempt"], t["hops"], t["url"], t["outcome"]) for t in told]
    assert "application/json" == told[0]["sent"]["accept"]
    assert ("r-1", "9") == (
        told[3]["received"]["x-request-id"],
        told[3]["received"]["x-ratelimit-remaining"],
    )
    waits = [r for r in records if "again in" in r.msg]
    assert 2 == len(waits)
    assert 1 == len(of(records, "calls"))


@each_way
def test_secrets_and_content_are_never_logged(way: Way, log: Any) -> None:
    """Not the key, headers of the caller, users, queries, cookies or bodies."""
    records = log(logging.DEBUG)
    moved = reply(307, location="/pets/8?sign=hidden-signature#hidden-part")
    secrets = {"x-hidden": "hidden-header", "authorization": "hidden-token"}
    options: dict[str, Any] = {"headers": secrets, "query": {"q": "hidden-query"}}
    with serve(BUSY, moved, PET) as server:
        options["base_url"] = server.address.replace("//", "//ann:hidden-password@")
        way.use(server, lambda client: get(client, **options))

    ours = [each for each in records if each.name.startswith("runtime")]
    text = "\n".join(f"{each.getMessage()} {each.args}" for each in ours)
    assert 5 == len(ours)
    assert "hidden" not in text
    assert "k-secret" not in text


@each_way
@pytest.mark.parametrize(
    ("steps", "work", "outcome"),
    [
        (events(ONE, DONE), watch, "200"),
        (events(ONE, ONE), open_and_leave, "200"),
        (events(ONE, None), watch, "200 StreamInterrupted"),
        (reply(404, b"{}"), get, "404 NotFoundError"),
        ([None], get, "ConnectionFailed"),
    ],
    ids=["stream", "left", "cut", "error", "no connection"],
)
def test_streams_and_failures_are_logged_when_they_end(
    way: Way, log: Any, steps: Any, work: Any, outcome: str
) -> None:
    """Errors by their names: their messages may quote what a server has said."""
    records = log(logging.INFO)

    def try_it(client: Any) -> Any:
        assert [] == records
        try:
            yield from work(client)
        except Error:
            return

    with serve(steps) as server:
        way.use(server, try_it, retry=RetryPolicy(max_retries=0))

    assert [outcome] == [told["outcome"] for told in of(records, "calls")]


def test_a_key_in_the_query_stays_out_of_the_log(log: Any) -> None:
    """The address has no query at all."""
    records = log(logging.DEBUG)
    api = Api(name="shop", version="1", security=({"key": ()},))
    schemes = {"key": ApiKey("hidden-key", name="key", place="query")}
    request: Request[Any] = Request(
        operation="pets.list", method="GET", path="/pets", returns=Any
    )
    with (
        serve(reply(200, b"{}")) as server,
        BaseClient(api, schemes, base_url=server.address, retry=AT_ONCE) as client,
    ):
        client.send(request)

    assert "?key=hidden-key" in server.requests[0].line
    assert 2 == len([each for each in records if each.name.startswith("runtime")])
    assert not [each for each in records if "hidden-key" in each.getMessage()]


@pytest.mark.parametrize(
    ("configured", "expected"),
    [("", ""), ("logging.basicConfig()", "WARNING:runtime.drift:pets.get: $.id")],
)
def test_a_program_that_configures_no_logging_sees_nothing(
    configured: str, expected: str
) -> None:
    """And one that does is told of drift."""
    script = (
        "import logging\n"
        "from loopback import reply, serve\n"
        "from shop import Client\n"
        f"{configured}\n"
        'with serve(reply(200, b\'{"id": "x", "name": "a"}\')) as server:\n'
        "    with Client(base_url=server.address) as client: client.pets.get(7)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        check=True,
        capture_output=True,
        text=True,
        env={"PYTHONPATH": ":".join(filter(None, sys.path))},
    )

    assert done.stderr.startswith(expected)
    assert bool(expected) is bool(done.stderr)


def test_calls_are_not_watched_unless_somebody_listens(
    connect: Callable[..., Client],
) -> None:
    """At the usual level, no middleware is put around a call."""
    with serve(PET) as server:
        client = connect(server)
        assert () == client._call(client.pets.requests.get(7), None).middleware
