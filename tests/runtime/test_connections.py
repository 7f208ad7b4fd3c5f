"""What can go wrong with a connection: before there is one, while sending, and later.

https://www.rfc-editor.org/rfc/rfc9112#section-9
"""

from __future__ import annotations

import gc
import socket
import time
from pathlib import Path
from typing import Any

import pytest
from asking import Ask, in_each_way
from loopback import reply, serve
from rude import behaving, reset
from shop import PetsRequests

from runtime.errors import ConnectionFailed, DeadlineExceeded, TimedOut
from runtime.retry import RetryPolicy
from servers.tls import asking_for_a_certificate, write_certificate

GET = PetsRequests.get(1)
ADD = PetsRequests.create(name="a")
LARGE = PetsRequests.create(name="a" * 20_000_000)
"""More than the buffers of a connection hold."""

PET = reply(200, b'{"id": 1, "name": "a"}')
NOWHERE = "http://no-such-host.invalid"
ONCE: Any = {"retry": RetryPolicy(max_retries=0)}
SOON = 2.0


@in_each_way
@pytest.mark.parametrize("request_", [GET, ADD], ids=["GET", "POST"])
def test_a_name_that_does_not_exist_is_a_failed_connection(
    ask: Ask, request_: Any
) -> None:
    """Nothing was sent, so that even what changes something is tried again."""
    (outcome,) = ask(NOWHERE, request_)

    assert (ConnectionFailed, 3) == (type(outcome.error), outcome.attempts)


@in_each_way
def test_a_deadline_holds_while_a_name_is_looked_up(
    ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The system knows no timeout for that."""

    def slow(*arguments: Any, flags: int = 0, **_: object) -> Any:
        # Event loops first ask whether it is a number, which takes no time.
        given = arguments[5] if len(arguments) > 5 else flags
        time.sleep(0 if given & socket.AI_NUMERICHOST else SOON)
        raise socket.gaierror(socket.EAI_NONAME, "not known")

    monkeypatch.setattr(socket, "getaddrinfo", slow)
    (outcome,) = ask("http://slow.example", GET, call={"deadline": 0.2})

    assert type(outcome.error) is DeadlineExceeded
    assert outcome.seconds < SOON


@in_each_way
@pytest.mark.parametrize("request_", [GET, ADD], ids=["GET", "POST"])
def test_a_refused_connection_is_tried_again(ask: Ask, request_: Any) -> None:
    """As often as the policy says, since the server has seen nothing."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    (outcome,) = ask(f"http://127.0.0.1:{port}", request_)

    assert (ConnectionFailed, 3) == (type(outcome.error), outcome.attempts)


@in_each_way
def test_a_server_that_comes_back_is_reached(ask: Ask) -> None:
    """Between two attempts, for a request that changes something."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    started: list[Any] = []

    def start(_: object) -> None:
        started.append(serve(PET, port=port))
        started[0].__enter__()

    policy = RetryPolicy(initial_delay=0, on_retry=start)
    (outcome,) = ask(f"http://127.0.0.1:{port}", ADD, retry=policy)
    started[0].__exit__(None, None, None)

    assert (None, 2) == (outcome.error, outcome.attempts)


@in_each_way
def test_a_certificate_that_nobody_vouches_for_is_refused(
    ask: Ask, tmp_path: Path
) -> None:
    """And nothing is sent to such a server."""
    write_certificate(tmp_path / "both.pem")
    with asking_for_a_certificate(tmp_path / "both.pem", b"") as address:
        (outcome,) = ask(address, ADD)

    assert type(outcome.error) is ConnectionFailed
    assert "CERTIFICATE_VERIFY_FAILED" in str(outcome.error)


@in_each_way
def test_a_server_without_tls_is_a_failed_connection(ask: Ask) -> None:
    """Where the address says https."""

    def talk(connection: socket.socket) -> None:
        connection.recv(1000)
        connection.sendall(b"HTTP/1.1 400 Bad\r\ncontent-length: 0\r\n\r\n")

    with behaving(talk) as server:
        (outcome,) = ask(server.address.replace("http:", "https:"), ADD, **ONCE)

    assert type(outcome.error) is ConnectionFailed


# The library leaves a socket to the garbage collector when trio cancels a handshake.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@in_each_way
@pytest.mark.parametrize(
    ("call", "error"),
    [({"timeout": 0.2}, TimedOut), ({"deadline": 0.2}, DeadlineExceeded)],
    ids=["timeout", "deadline"],
)
def test_a_handshake_that_stalls_is_given_up(
    ask: Ask, call: Any, error: type[Exception]
) -> None:
    """A server that accepts and says nothing holds up nobody."""
    with behaving(lambda _: None) as server:
        address = server.address.replace("http:", "https:")
        (outcome,) = ask(address, GET, call=call, **ONCE)
    seconds, kind = outcome.seconds, type(outcome.error)
    del outcome
    gc.collect()

    assert kind is error
    assert seconds < SOON


@in_each_way
def test_a_reset_while_sending_is_not_asked_again(ask: Ask) -> None:
    """Nobody knows what the server has done with what it had."""

    def talk(connection: socket.socket) -> None:
        connection.recv(1000)
        reset(connection)

    with behaving(talk) as server:
        (outcome,) = ask(server.address, LARGE)

    assert (ConnectionFailed, 1) == (type(outcome.error), outcome.attempts)
    assert (1, []) == (len(server.connections), outcome.busy)


@in_each_way
@pytest.mark.parametrize(
    ("call", "error"),
    [({"timeout": 0.2}, TimedOut), ({"deadline": 0.2}, DeadlineExceeded)],
    ids=["timeout", "deadline"],
)
def test_a_server_that_stops_reading_is_given_up(
    ask: Ask, call: Any, error: type[Exception]
) -> None:
    """The body that it does not take is not sent again."""
    with behaving(lambda connection: connection.recv(1000)) as server:
        (outcome,) = ask(server.address, LARGE, call=call)

    assert (error, 1) == (type(outcome.error), outcome.attempts)
    assert (1, []) == (len(server.connections), outcome.busy)
    assert outcome.seconds < SOON


@in_each_way
def test_an_answer_before_the_body_was_sent_is_read(ask: Ask) -> None:
    """A server that refuses what it has not read yet says why."""

    def talk(connection: socket.socket) -> None:
        connection.recv(1000)
        connection.sendall(b"HTTP/1.1 413 Too Large\r\ncontent-length: 2\r\n\r\n{}")
        time.sleep(0.2)
        reset(connection)

    with behaving(talk) as server:
        (outcome,) = ask(server.address, LARGE)

    assert type(outcome.error).__name__ in {"StatusError", "ConnectionFailed"}
    assert (1, []) == (len(server.connections), outcome.busy)


@in_each_way
@pytest.mark.parametrize("request_", [GET, ADD], ids=["GET", "POST"])
def test_a_connection_that_was_closed_meanwhile_is_not_used(
    ask: Ask, request_: Any
) -> None:
    """The next call opens another one, and needs one attempt."""
    with serve([*PET, 0.01, None]) as server:
        outcomes = ask(server.address, GET, 0.2, request_)

    assert [None, None] == [each.error for each in outcomes]
    assert ([1, 1], 2) == ([each.attempts for each in outcomes], server.connections)


@in_each_way
def test_a_kept_connection_that_breaks_under_a_request_is_replaced(ask: Ask) -> None:
    """For what changes nothing; the server had closed it at that very moment."""
    with serve(PET, [None], PET) as server:
        outcomes = ask(server.address, GET, GET)

    assert [1, 2] == [each.attempts for each in outcomes]
    assert [1, 1, 2] == [each.connection for each in server.requests]


@in_each_way
def test_what_changes_something_is_not_sent_over_another_one(ask: Ask) -> None:
    """The request may have arrived before the connection broke."""
    with serve(PET, [None], PET) as server:
        _, outcome = ask(server.address, GET, ADD)

    assert (ConnectionFailed, 1) == (type(outcome.error), outcome.attempts)
    assert (2, []) == (len(server.requests), outcome.busy)
