"""Clients in child processes: forked from a busy one, or started anew."""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property
from operator import methodcaller
from typing import Any

import anyio
import pytest
from loopback import reply, serve
from shop import AsyncClient, Client, Pet, PetsRequests

from runtime.decode import Context, decode_json, reader
from runtime.forks import Lock
from runtime.keywords import Resource
from runtime.pool import AsyncPool, Pool
from runtime.transport import ssl_context

PET = b'{"id": 1, "name": "Flaff"}'

forks = pytest.mark.skipif(not hasattr(os, "fork"), reason="nothing forks here")
pytestmark = [
    pytest.mark.filterwarnings("ignore:.*use of fork:DeprecationWarning"),
    pytest.mark.filterwarnings("ignore:unclosed:ResourceWarning"),
]


def fork(work: Callable[[], object]) -> int:
    """Do something in a child process, and return how it ended: 0 is well."""
    child = os.fork()
    if child == 0:
        # Its end is not that of the tests: nothing may leave this block.
        code = 1
        try:
            signal.alarm(5)
            work()
            code = 0
        except BaseException:  # noqa: BLE001 - shown, and told by the code
            traceback.print_exc()
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


class Pause:
    """A place where a thread waits until a test has looked."""

    def __init__(self) -> None:
        self.reached = threading.Event()
        self.go_on = threading.Event()

    def __call__(self, *_: object) -> Any:
        """Wait here."""
        self.reached.set()
        self.go_on.wait(10)
        return ssl_context()


@contextmanager
def busy(work: Callable[[], object], pause: Pause) -> Iterator[None]:
    """Have a thread in the middle of something."""
    thread = threading.Thread(target=work)
    thread.start()
    assert pause.reached.wait(5)
    try:
        yield
    finally:
        pause.go_on.set()
        thread.join(5)


@forks
def test_a_child_opens_its_own_connection() -> None:
    """Parent and child both go on, and neither reads what the other has asked."""
    with serve(reply(200, PET)) as server, Client(base_url=server.address) as client:
        client.pets.get(1)
        code = fork(lambda: client.pets.get(2))
        client.pets.get(3)
    used = [(each.line.split()[1], each.connection) for each in server.requests]

    assert code == 0
    assert [("/pets/1", 1), ("/pets/2", 2), ("/pets/3", 1)] == used


@forks
@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_so_does_a_child_of_an_async_client(backend: str) -> None:
    """Its loop is another one, and the parent's connections are not its own."""

    async def ask(number: int) -> None:
        await client.pets.get(number)

    def child() -> None:
        assert len(client._pool._opened) == 0
        anyio.run(ask, 2, backend=backend)

    with serve(reply(200, PET)) as server, asyncio.Runner() as runner:
        client = AsyncClient(base_url=server.address)
        runner.run(ask(1))
        code = fork(child)
        runner.run(ask(3))
        runner.run(client.aclose())
    used = [(each.line.split()[1], each.connection) for each in server.requests]

    assert code == 0
    assert [("/pets/1", 1), ("/pets/2", 2), ("/pets/3", 1)] == used


@forks
def test_a_child_of_a_process_that_opens_connections_does_not_hang() -> None:
    """A thread of the parent may hold the lock of the pool; the child has no such."""
    pause = Pause()
    pool = Pool(context=pause)

    def child() -> None:
        pool._context = ssl_context
        pool.get()

    with busy(pool.get, pause):
        code = fork(child)

    assert code == 0


@forks
def test_nor_does_one_that_runs_a_loop() -> None:
    """The same for connections of async clients."""
    pause = Pause()
    pool = AsyncPool(context=pause)

    async def get() -> None:
        pool.get()

    def child() -> None:
        pool._context = ssl_context
        asyncio.run(get())

    with busy(lambda: asyncio.run(get()), pause):
        code = fork(child)

    assert code == 0


@forks
def test_a_child_of_a_process_that_builds_a_model_does_not_hang() -> None:
    """Models are built one by one; the child builds its own."""
    pause = Pause()

    class Slow:
        @classmethod
        def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
            pause()
            return handler(int)

    def child() -> None:
        context = Context("pets.get", "lenient", 200)
        assert decode_json(PET, list[Pet] | Pet, context).name == "Flaff"

    with busy(lambda: reader(Slow).read, pause):
        code = fork(child)

    assert code == 0


@forks
def test_a_child_finds_resources_that_a_thread_was_looking_for() -> None:
    """Until Python 3.12, the properties of a class have a lock."""
    pause = Pause()

    class Shop(Resource):
        @cached_property
        def pets(self) -> Any:
            return pause()

    shops = [Shop(Client()), Shop(Client())]

    def child() -> None:
        pause.go_on.set()
        assert shops[1].pets is ssl_context()

    with busy(lambda: shops[0].pets, pause):
        code = fork(child)

    assert code == 0


@forks
def test_a_lock_stays_with_the_thread_that_forks() -> None:
    """What it was about to do goes on in the child."""
    lock = Lock()

    def go_on() -> None:
        lock.held.release()

    with lock.held:
        code = fork(go_on)

    assert code == 0


@pytest.mark.parametrize("method", ["spawn", "forkserver"])
def test_a_client_goes_to_processes_that_start_anew(method: str) -> None:
    """As an argument, and in a bound method; there it opens its own connections."""
    if method not in multiprocessing.get_all_start_methods():
        pytest.skip(f"{sys.platform} has no {method}")
    with multiprocessing.get_context(method).Pool(1) as processes:
        # The server waits ten seconds for a connection, and imports take their time.
        processes.apply(methodcaller("close"), (Client(),))
        with serve(reply(200, PET)) as server:
            client = Client(base_url=server.address)
            client.pets.get(1)
            send = methodcaller("send", PetsRequests.get(2))
            response = processes.apply(send, (client,))
            pet = processes.apply(client.pets.get, (3,))
            client.close()

    assert (response.value.name, pet.name) == ("Flaff", "Flaff")
    assert [1, 2, 3] == [each.connection for each in server.requests]
