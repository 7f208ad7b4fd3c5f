"""Requests by way of a forward proxy, named in the environment or by an HTTP client."""

from __future__ import annotations

import ssl
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from asking import Ask, in_each_way
from forwarding import forwarding
from loopback import events, reply, serve
from shop import PetsRequests

from runtime.errors import ConnectionFailed, ServerError, StreamInterrupted
from servers.tls import answering_over_tls, write_certificate

GET = PetsRequests.get(1)
ADD = PetsRequests.create(name="a")
WATCH = PetsRequests.watch()
PET = reply(200, b'{"id": 1, "name": "a"}')
ANSWER = b'HTTP/1.0 200 OK\r\ncontent-length: 22\r\n\r\n{"id": 1, "name": "a"}'
ONE = b'data: {"id": 1, "name": "a"}\n\n'
DONE = b"data: [DONE]\n\n"

VARIABLES = ("http_proxy", "https_proxy", "all_proxy", "no_proxy")


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str], None]:
    """Set variables in an environment that names no proxy."""
    for name in (*VARIABLES, *map(str.upper, VARIABLES)):
        monkeypatch.delenv(name, raising=False)
    return monkeypatch.setenv


@in_each_way
def test_the_environment_names_a_proxy(
    ask: Ask, environment: Callable[[str, str], None]
) -> None:
    """Every request goes through it, with its body and its credentials."""
    with forwarding() as proxy, serve(PET) as server:
        environment("HTTP_PROXY", proxy.address)
        outcomes = ask(server.address, GET, ADD)

    assert [None, None] == [each.error for each in outcomes]
    assert proxy.lines[0] == f"GET {server.address}/pets/1 HTTP/1.1"
    assert [b"", b'{"name":"a"}'] == [sent.body for sent in server.requests]
    assert {"Bearer k-secret"} == {
        sent.headers["authorization"] for sent in server.requests
    }


@in_each_way
def test_the_environment_names_what_needs_no_proxy(
    ask: Ask, environment: Callable[[str, str], None]
) -> None:
    """Such requests go straight to the server."""
    with forwarding() as proxy, serve(PET) as server:
        environment("HTTP_PROXY", proxy.address)
        environment("NO_PROXY", "127.0.0.1")
        (outcome,) = ask(server.address, GET)

    assert (None, []) == (outcome.error, proxy.lines)


@in_each_way
def test_an_http_client_names_a_proxy(ask: Ask) -> None:
    """Answers and streams come back through it as they are."""
    stream = events(ONE, 0.05, ONE, DONE)
    with forwarding() as proxy, serve(PET, stream) as server:
        outcomes = ask(server.address, GET, WATCH, http={"proxy": proxy.address})

    assert [1, 2] == [len(each.values) for each in outcomes]
    assert proxy.lines[0] == f"GET {server.address}/pets/1 HTTP/1.1"


@in_each_way
def test_a_stream_that_breaks_off_behind_a_proxy_is_interrupted(ask: Ask) -> None:
    """What was received is counted."""
    with forwarding() as proxy, serve(events(ONE, 0.05, None)) as server:
        (outcome,) = ask(server.address, WATCH, http={"proxy": proxy.address})
    error: Any = outcome.error

    assert (StreamInterrupted, 1) == (type(error), error.received)


@in_each_way
def test_https_goes_through_a_tunnel(ask: Ask, tmp_path: Path) -> None:
    """The proxy learns where it leads to, and nothing of what is said."""
    pem = tmp_path / "both.pem"
    write_certificate(pem)
    trusted = ssl.create_default_context(cafile=str(pem))
    with forwarding() as proxy, answering_over_tls(pem, ANSWER) as address:
        outcomes = ask(
            address, GET, ADD, http={"proxy": proxy.address, "verify": trusted}
        )

    assert [None, None] == [each.error for each in outcomes]
    assert {f"CONNECT {address.removeprefix('https://')} HTTP/1.1"} == set(proxy.lines)


@in_each_way
def test_a_tunnel_that_is_refused_is_a_failed_connection(ask: Ask) -> None:
    """The status of the proxy is not taken for one of the API."""
    refusal = b"HTTP/1.1 407 Proxy Authentication Required\r\ncontent-length: 0\r\n\r\n"
    with forwarding(refusal) as proxy:
        (outcome,) = ask("https://localhost:9", GET, http={"proxy": proxy.address})

    assert type(outcome.error) is ConnectionFailed
    assert "407" in str(outcome.error)


@in_each_way
def test_the_answer_of_a_proxy_is_an_answer(ask: Ask) -> None:
    """Without a tunnel nobody can tell: 502 is tried again where that does no harm."""
    refusal = b"HTTP/1.1 502 Bad Gateway\r\ncontent-length: 0\r\n\r\n"
    for request, attempts in ((GET, 3), (ADD, 1)):
        with forwarding(refusal) as proxy:
            (outcome,) = ask(
                "http://127.0.0.1:9", request, http={"proxy": proxy.address}
            )

        assert (ServerError, attempts) == (type(outcome.error), outcome.attempts)


@in_each_way
def test_a_proxy_that_is_gone_is_a_failed_connection(ask: Ask) -> None:
    """Nothing was sent, so that everything is tried again."""
    with forwarding() as proxy:
        pass
    (outcome,) = ask("http://127.0.0.1:9", ADD, http={"proxy": proxy.address})

    assert (ConnectionFailed, 3) == (type(outcome.error), outcome.attempts)
