"""Makes thousands of calls that go wrong by chance, and looks at what they leave.

Threads share a blocking client and tasks an async one. Calls end in time, are given up
half way, are cancelled, or meet a server that cuts, stalls, trickles and talks
nonsense. Each must end in a value, an error of the package, or where it was told to;
afterwards no thread, task, file or connection may be left, and memory must be flat.
"""

from __future__ import annotations

import argparse
import gc
import random
import sys
import threading
import time
import tracemalloc
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import anyio

from faulty import faulty_server

sys.path.insert(0, str(Path(__file__).parents[1] / "generated" / "fastrouter"))

from fastrouter import AsyncClient, Client, RequestOptions, RetryPolicy, errors

SETTLED = 15.0
"""How many seconds what was abandoned may take to notice it."""

GROWTH = 256 * 1024
"""How many bytes more the last round may leave than the first."""

QUESTION: Any = {
    "model": "openai/gpt-5.1",
    "messages": [{"role": "user", "content": "Why is the sky blue?"}],
}


@dataclass
class Report:
    """How calls ended, and what they left behind."""

    title: str
    outcomes: Counter[str] = field(default_factory=Counter[str])
    memory: list[int] = field(default_factory=list[int])
    problems: list[str] = field(default_factory=list[str])
    seconds: float = 0.0

    def note(self, outcome: BaseException | None) -> None:
        """Count how a call has ended, which must be in a way that is promised."""
        if outcome is None:
            self.outcomes["value"] += 1
        else:
            self.outcomes[type(outcome).__name__] += 1
            if not isinstance(outcome, errors.FastRouterError):
                self.problems.append(f"a call ended in {outcome!r}")

    def expect_nothing(self, what: str, left: object) -> None:
        """Note something that is left though it should be gone."""
        if left:
            self.problems.append(f"{what} left: {left}")

    def measure(self) -> None:
        """Note how much memory is in use while no call is under way."""
        gc.collect()
        self.memory.append(tracemalloc.get_traced_memory()[0])

    def compare_memory(self) -> None:
        """Note it if calls keep something for ever."""
        growth = self.memory[-1] - self.memory[0]
        if growth > GROWTH:
            self.problems.append(f"{growth} bytes more after the last round")


def main() -> None:
    """Make all calls, print what came of them, and fail if anything is wrong."""
    options = _options()
    tracemalloc.start()
    are_right = True
    with faulty_server(options.seed) as address:
        for report in _reports(address, options):
            print(_told(report), flush=True)
            are_right &= not report.problems
    if not are_right:
        sys.exit(1)


def _reports(address: str, options: argparse.Namespace) -> Iterator[Report]:
    yield _in_threads(address, options)
    for backend in options.loops:
        yield anyio.run(_in_tasks, address, backend, options, backend=backend)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--threads", type=int, default=50)
    parser.add_argument("--calls", type=int, default=200, help="of each thread")
    parser.add_argument("--tasks", type=int, default=500)
    parser.add_argument("--task-calls", type=int, default=20, help="of each task")
    parser.add_argument("--loops", nargs="*", default=["asyncio", "trio"])
    parser.add_argument("--rounds", type=int, default=4, help="of these, in turns")
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def _happens(chance: random.Random, share: float) -> bool:
    return chance.random() < share


def _call_options(chance: random.Random) -> RequestOptions:
    """Choose what a single call is told beside its question."""
    options: RequestOptions = {}
    if _happens(chance, 0.4):
        options["deadline"] = chance.choice([0.1, 0.3, 2.0])
    if _happens(chance, 0.2):
        options["max_retries"] = 0
    return options


def _settings(address: str) -> dict[str, Any]:
    retry = RetryPolicy(initial_delay=0.01, max_delay=0.05)
    patience = {"timeout": 0.3, "idle_timeout": 0.3}
    return {"api_key": "k", "base_url": address, "retry": retry, **patience}


def _in_threads(address: str, options: argparse.Namespace) -> Report:
    """Share a blocking client among threads."""
    report = Report(f"{options.threads} threads")
    began, files = time.monotonic(), _files()
    with Client(**_settings(address)) as client:
        for number in range(options.rounds):
            calls = options.calls // options.rounds
            threads = [
                threading.Thread(
                    target=_call_often,
                    args=(client, calls, random.Random(f"{number} {each}"), report),
                )
                for each in range(options.threads)
            ]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
            _wait_until(lambda: not _threads() and not _busy(client))
            report.measure()
        report.expect_nothing("threads", _threads())
        report.expect_nothing("connections", _busy(client))
    _wait_until(lambda: _files() <= files)
    report.expect_nothing("files", _files() - files)
    report.compare_memory()
    report.seconds = time.monotonic() - began
    return report


def _call_often(
    client: Client, calls: int, chance: random.Random, report: Report
) -> None:
    for _ in range(calls):
        options = _call_options(chance)
        try:
            if _happens(chance, 0.5):
                client.chat.completions.create(**QUESTION, request_options=options)
            else:
                _listen(client, options, chance)
        except BaseException as error:  # noqa: BLE001 - all are looked at
            report.note(error)
        else:
            report.note(None)


def _listen(client: Client, options: RequestOptions, chance: random.Random) -> None:
    """Read a stream to its end, or leave, drop or cancel it."""
    stream = client.chat.completions.create_stream(**QUESTION, request_options=options)
    match chance.randrange(6):
        case 0:
            with stream:
                next(stream, None)
        case 1:
            next(stream, None)
        case 2:
            threading.Timer(chance.uniform(0, 0.2), stream.cancel).start()
            list(stream)
        case 3:
            for _ in stream:
                stream.cancel()
        case _:
            list(stream)


async def _in_tasks(address: str, backend: str, options: argparse.Namespace) -> Report:
    """Share an async client among the tasks of an event loop."""
    report = Report(f"{options.tasks} tasks, {backend}")
    began, files, others = time.monotonic(), _files(), _tasks()
    async with AsyncClient(**_settings(address)) as client:
        for number in range(options.rounds):
            calls = options.task_calls // options.rounds
            async with anyio.create_task_group() as tasks:
                for each in range(options.tasks):
                    chance = random.Random(f"{number} {each}")
                    tasks.start_soon(_await_often, client, calls, chance, report)
            await _sleep_until(lambda: _tasks() <= others and not _busy(client))
            report.measure()
        report.expect_nothing("tasks", _tasks() - others)
        report.expect_nothing("connections", _busy(client))
    await _sleep_until(lambda: _files() <= files)
    report.expect_nothing("files", _files() - files)
    report.compare_memory()
    report.seconds = time.monotonic() - began
    return report


async def _await_often(
    client: AsyncClient, calls: int, chance: random.Random, report: Report
) -> None:
    for _ in range(calls):
        patience = chance.uniform(0, 0.5) if _happens(chance, 0.2) else None
        options = _call_options(chance)
        try:
            with anyio.move_on_after(patience) as scope:
                if _happens(chance, 0.5):
                    await client.chat.completions.create(
                        **QUESTION, request_options=options
                    )
                else:
                    await _listen_async(client, options, chance)
        except Exception as error:  # noqa: BLE001 - all are looked at
            report.note(error)
        else:
            report.note(None)
            report.outcomes["(of these, cancelled)"] += scope.cancelled_caught


async def _listen_async(
    client: AsyncClient, options: RequestOptions, chance: random.Random
) -> None:
    """See `_listen`."""
    stream = client.chat.completions.create_stream(**QUESTION, request_options=options)
    match chance.randrange(6):
        case 0:
            async with stream:
                await anext(stream, None)
        case 1:
            await anext(stream, None)
        case 2:
            threading.Timer(chance.uniform(0, 0.2), stream.cancel).start()
            async for _ in stream:
                pass
        case 3:
            async for _ in stream:
                stream.cancel()
        case _:
            async for _ in stream:
                pass


def _files() -> int:
    return len(list(Path("/dev/fd").iterdir()))


def _threads() -> list[str]:
    """Name the threads that are left, but for the one of alarms and idle workers."""
    names = (each.name for each in threading.enumerate())
    known = ("MainThread", "alarms", "AnyIO worker thread", "Trio thread")
    return [name for name in names if not any(each in name for each in known)]


def _tasks() -> int:
    return len(anyio.get_running_tasks())


def _busy(client: Client | AsyncClient) -> list[str]:
    """Name what somebody seems to use of the connections of a client."""
    pool = _inside(_inside(_inside(client, "_pool").get(), "_transport"), "_pool")
    names: list[str] = [each.info() for each in pool.connections]
    names += [str(each) for each in _inside(pool, "_requests")]
    return [name for name in names if "IDLE" not in name]


def _inside(of: object, name: str) -> Any:  # noqa: ANN401
    return vars(of)[name]


def _wait_until(done: Callable[[], bool]) -> None:
    end = time.monotonic() + SETTLED
    while not done() and time.monotonic() < end:
        gc.collect()
        time.sleep(0.05)


async def _sleep_until(done: Callable[[], bool]) -> None:
    end = time.monotonic() + SETTLED
    while not done() and time.monotonic() < end:
        gc.collect()
        await anyio.sleep(0.05)


def _told(report: Report) -> str:
    """Write a report for people."""
    outcomes = ", ".join(f"{n} {name}" for name, n in report.outcomes.most_common())
    memory = ", ".join(f"{each / 2**20:.2f}" for each in report.memory)
    return "\n".join(
        [
            f"{report.title}, {report.seconds:.0f} s: {outcomes}",
            f"  MiB in use after each round: {memory}",
            *(f"  WRONG: {problem}" for problem in dict.fromkeys(report.problems)),
        ]
    )


if __name__ == "__main__":
    main()
