"""What others expect of retries: each status and each behaviour of their suite."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from typing import Any

import anyio
import pytest
import trio
from asking import Ask, in_each_way
from loopback import events, reply, serve
from shop import AsyncClient, PetsRequests

from runtime.binary import binary_body
from runtime.errors import ConnectionFailed, DeadlineExceeded, ServerError, TimedOut
from runtime.retry import RetryPolicy

POLICY = "retry_after/policy.json"
GET = PetsRequests.get(1)
ADD = PetsRequests.create(name="a")
PET = reply(200, b'{"id": 1, "name": "a"}')
SOON = 1.5


def attempts(ask: Ask, case: Any) -> int:
    """Count how often a server is asked that answers so, and then well."""
    headers = {name.replace("-", "_"): v for name, v in case.get("headers", {}).items()}
    body = b'{"id": 1, "name": "a"}'
    with serve(reply(case["status"], body, **headers), PET) as server:
        ask(server.address, GET)
    return len(server.requests)


@in_each_way
def test_statuses_are_retried_as_the_suite_says(
    ask: Ask, conformance: Callable[[str], Any]
) -> None:
    """One attempt more, or none."""
    cases = conformance(POLICY)["status"]

    assert {each["status"]: 1 + each["retry"] for each in cases} == {
        each["status"]: attempts(ask, each) for each in cases
    }


def says(ask: Ask, case: Any) -> None:
    """The header `x-should-retry` wins over the status."""
    assert attempts(ask, case) == 1 + case["retry"]


def exhausted(ask: Ask, _: Any) -> None:
    """The last answer is the error."""
    busy = [reply(503, b'{"message": "%d"}' % number) for number in range(4)]
    with serve(*busy) as server:
        (outcome,) = ask(server.address, GET, call={"max_retries": 3})
    error: Any = outcome.error

    assert (ServerError, "503: 3", b'{"message": "3"}') == (
        type(error),
        str(error),
        error.content,
    )
    assert (4, 4) == (error.attempts, len(server.requests))


def unsafe(ask: Ask, _: Any) -> None:
    """What was sent may have been done; with a key, the server can tell."""
    with serve([None]) as server:
        without, keyed = (
            ask(server.address, ADD, call=call)[0]
            for call in ({}, {"idempotency_key": "k"})
        )
    keys = [sent.headers.get("idempotency-key") for sent in server.requests]

    assert {ConnectionFailed} == {type(without.error), type(keyed.error)}
    assert [None, "k", "k", "k"] == keys


def generator(ask: Ask, _: Any) -> None:
    """A body that can be read once is sent once, whole."""
    body = binary_body(iter([b"first", b"second"]))
    with serve(reply(503, retry_after="0")) as server:
        (outcome,) = ask(server.address, replace(ADD, method="PUT", body=body))

    assert ["it is not sent again: its body can be read once"] == getattr(
        outcome.error, "__notes__", None
    )
    assert 1 == len(server.requests)


def budget(ask: Ask, _: Any) -> None:
    """Each attempt has its timeout, and all of them together a deadline."""
    busy = reply(503, retry_after="5")
    with serve([0.6], [0.6], busy) as server:
        call = {"timeout": 0.2, "deadline": 3.0}
        (outcome,) = ask(server.address, GET, call=call)
        (silent,) = ask(server.address, GET, call={"timeout": 0.1, "max_retries": 0})
    with serve([SOON]) as server:
        (late,) = ask(server.address, GET, call={"timeout": 9, "deadline": 0.3})

    assert (ServerError, 3) == (type(outcome.error), outcome.attempts)
    assert 0.4 < outcome.seconds < SOON
    assert type(silent.error) in {TimedOut, ServerError}
    assert (DeadlineExceeded, 1) == (type(late.error), late.attempts)
    assert late.seconds < SOON


def growing(ask: Ask, _: Any) -> None:
    """Waits are as long as the policy says: twice as long each time, up to a limit."""
    moments: list[float] = []
    policy = RetryPolicy(
        max_retries=4,
        initial_delay=0.1,
        max_delay=0.4,
        on_retry=lambda retry: moments.append(retry.delay),
    )
    with serve(reply(500)) as server:
        (outcome,) = ask(server.address, GET, retry=policy)

    for wait, longest in zip(moments, (0.1, 0.2, 0.4, 0.4), strict=True):
        assert longest * 0.75 <= wait <= longest
    assert outcome.seconds >= sum(moments)
    assert len({round(a / b, 9) for a, b in pairwise(moments)}) > 1


def leaks(ask: Ask, _: Any) -> None:
    """Neither answers that failed nor streams keep their connection."""
    scripts = [reply(500, b"x" * 9), [None], events(b"data: {", None), reply(503)]
    with serve(*scripts * 2) as server:
        outcomes = ask(server.address, *[GET, PetsRequests.watch()] * 2)

    assert [] == [each.busy for each in outcomes if each.busy]
    assert len(server.requests) >= 4


def asleep(ask: Ask, _: Any) -> None:
    """Other tasks run meanwhile, and a task that is cancelled waits no more."""
    run = {"in_asyncio": anyio.run, "in_trio": trio.run}.get(ask.__name__)
    if run:
        with serve(reply(429, retry_after="3")) as server:
            seconds, ticks = run(_waiting, server.address)

        assert ticks > 5
        assert (True, 1) == (seconds < SOON, len(server.requests))


async def _waiting(address: str) -> tuple[float, int]:
    start, ticks = time.monotonic(), 0
    async with AsyncClient(base_url=address) as client:
        with anyio.move_on_after(0.4):
            async with anyio.create_task_group() as tasks:
                tasks.start_soon(client.send, GET)
                while True:
                    await anyio.sleep(0.01)
                    ticks += 1
    return time.monotonic() - start, ticks


BEHAVIOURS: dict[str, Callable[[Ask, Any], None]] = {
    "x-should-retry: false on 500": says,
    "x-should-retry: true on 400": says,
    "exhausted": exhausted,
    "POST without idempotency key": unsafe,
    "body is a generator": generator,
    "total budget": budget,
    "async sleep": asleep,
    "backoff": growing,
    "leaks": leaks,
}


@in_each_way
@pytest.mark.parametrize("name", BEHAVIOURS)
def test_retries_behave_as_the_suite_says(
    name: str, ask: Ask, conformance: Callable[[str], Any]
) -> None:
    """One by one."""
    cases = {each["name"]: each for each in conformance(POLICY)["behaviours"]}
    BEHAVIOURS[name](ask, cases[name])


def test_every_behaviour_of_the_suite_is_tried(
    conformance: Callable[[str], Any],
) -> None:
    """None is left out."""
    names = [each["name"] for each in conformance(POLICY)["behaviours"]]

    assert sorted(BEHAVIOURS) == sorted(names)
