"""The waits of a blocking call, without a server."""

from __future__ import annotations

import threading
import time
from contextvars import ContextVar
from queue import SimpleQueue
from typing import Any

import httpx2
import pytest
from shop import Client

from runtime.connection import Connection, Interrupted
from runtime.deadline import Deadline, OutOfTime
from runtime.waiting import Waiting, _Job


def test_a_call_that_nobody_can_end_is_made_by_the_caller() -> None:
    """It costs no thread, unlike one with a deadline."""
    threads: list[int] = []

    def answer(_: httpx2.Request) -> httpx2.Response:
        threads.append(threading.get_ident())
        return httpx2.Response(200, content=b'{"id": 1, "name": "Flaff"}')

    http = httpx2.Client(transport=httpx2.MockTransport(answer))
    client = Client(base_url="http://pets", http_client=http)
    client.pets.get(1)
    client.with_options(deadline=5).pets.get(1)
    own, other = threads

    assert threading.get_ident() == own
    assert threading.get_ident() != other


def test_work_that_comes_too_late_is_discarded() -> None:
    """Whether it was done before anybody noticed, or is done afterwards."""
    discarded: SimpleQueue[str] = SimpleQueue()
    go_on = threading.Event()

    def work() -> str:
        go_on.wait(2)
        return "late"

    waiting = Waiting(Deadline(0.1))
    with pytest.raises(OutOfTime):
        waiting.run(work, discarded.put)
    go_on.set()

    assert discarded.get(timeout=2) == "late"


def test_work_that_was_done_when_the_wait_was_ended_is_discarded(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Nobody else would close what it has opened."""
    monkeypatch.setattr(_Job, "start", _Job._run)
    discarded: list[str] = []
    waiting = Waiting(Deadline(None))
    waiting.interrupt()
    with pytest.raises(Interrupted):
        waiting.run(lambda: "early", discarded.append)

    assert discarded == ["early"]


@pytest.mark.parametrize("wait", ["run", "sleep"])
def test_every_wait_after_an_interruption_ends_at_once(wait: str) -> None:
    """Also those that begin later."""
    waiting = Waiting(Deadline(None))
    waiting.interrupt()
    waits: dict[str, Any] = {
        "run": lambda: waiting.run(lambda: time.sleep(1), str),
        "sleep": lambda: waiting.sleep(1),
    }
    start = time.monotonic()
    with pytest.raises(Interrupted):
        waits[wait]()

    assert time.monotonic() - start < 0.5


def test_work_that_was_left_is_not_taken_for_later_work() -> None:
    """It may be done just when its time is up."""
    waiting = Waiting(Deadline(None))
    waiting._told.put(_Job(lambda: "left", str, waiting._told))

    assert waiting.run(lambda: "later", str) == "later"
    waiting._told.put(_Job(lambda: "left", str, waiting._told))
    start = time.monotonic()
    waiting.sleep(0.2)
    assert time.monotonic() - start >= 0.2


def test_what_the_work_raises_is_raised() -> None:
    """In the thread of the caller."""

    def fail() -> None:
        raise LookupError

    with pytest.raises(LookupError):
        Waiting(Deadline(5)).run(fail, str)


def test_context_variables_reach_the_work() -> None:
    """What runs in a thread of its own belongs to the caller all the same."""
    variable: ContextVar[str] = ContextVar("variable")
    variable.set("the caller's")

    assert Waiting(Deadline(5)).run(variable.get, str) == "the caller's"


def test_a_cut_connection_sends_nothing() -> None:
    """The library is about to, and is stopped."""
    connection = Connection()
    connection.trace("http11.send_request_headers.started", {})
    connection.cut()
    with pytest.raises(Interrupted):
        connection.trace("http11.send_request_headers.started", {})
