"""Calls every operation of a description at a server that judges what it is sent."""

from __future__ import annotations

import asyncio
import inspect
import json
import re
from collections import Counter
from collections.abc import AsyncIterator, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any

import httpx2

from clientsmith.report import OperationEntry
from corpus.arguments import Made, Maker
from corpus.descriptions import Described
from corpus.known_calls import FORMATS, MISJUDGED
from corpus.served import served
from servers.steady import judging

_EACH_ASYNC = 10
"""One call in so many is also made by the async client."""
_HEADERS = {"x-steady-stream-count": "2", "x-steady-stream-interval-ms": "0"}
_KEEP_GOING = "--reject-on-sdk-error=false"
_SECRET = "secret"  # noqa: S105 - it opens nothing


@dataclass(slots=True)
class Calls:
    """What was called, and the first problem of each operation that has one."""

    operations: int
    counts: Counter[str] = field(default_factory=Counter[str])
    failures: dict[str, str] = field(default_factory=dict[str, str])

    def note(self, call: Call, problem: str | None) -> None:
        """Count a call, and keep its problem if it has one."""
        self.counts["calls"] += 1
        self.counts["valid"] += problem is None
        if problem is not None:
            doubts = "".join(f", perhaps by {each}" for each in call.made.doubtful[:1])
            self.failures.setdefault(call.operation, f"{call}: {problem}{doubts}")

    def __str__(self) -> str:
        counted = ", ".join(f"{number} {what}" for what, number in self.counts.items())
        return f"{self.operations} operations, {counted}"


@dataclass(frozen=True, slots=True)
class Call:
    """One call to make."""

    operation: str
    dotted: str
    how: str
    made: Made

    def __str__(self) -> str:
        return f"{self.dotted} with {self.how}"


@dataclass(slots=True)
class Verdict:
    """What the judge says of the first request of a call.

    Where it redirects to, by the examples of the document, is not for it to judge.
    """

    headers: httpx2.Headers | None = None
    redirects: bool = False

    def note(self, response: httpx2.Response) -> None:
        """Note it."""
        if self.headers is None:
            self.headers = response.headers
            self.redirects = response.has_redirect_location

    async def note_async(self, response: httpx2.Response) -> None:
        """Note it."""
        self.note(response)

    def problem(self, misjudged: Collection[str]) -> str | None:
        """Say what is wrong with the request, if something is."""
        if self.headers is None or "x-steady-request-valid" not in self.headers:
            return "it was not judged"
        if self.headers["x-steady-request-valid"] == "true":
            return None
        found = [
            " ".join(
                self.headers.get(f"x-steady-error-{number}-{part}", "")
                for part in ("code", "path", "message")
            )
            for number in range(1, int(self.headers["x-steady-error-count"]) + 1)
        ]
        rest = [
            each for each in found if not any(re.match(one, each) for one in misjudged)
        ]
        return "; ".join(rest) or None


@dataclass(frozen=True, slots=True)
class Target:
    """A package, and where a judge serves its description."""

    slug: str
    package: ModuleType
    address: str

    @property
    def misjudged(self) -> Collection[str]:
        """Patterns for how problems begin that are none."""
        return MISJUDGED.get(self.slug, {}).keys()

    def client(self, kind: Any, http: Any) -> Any:
        """Make a client that has a credential for every scheme, and asks once."""
        # Servers and their variables are one of several; credentials are not.
        taken = inspect.signature(kind.__init__).parameters.values()
        names = [one.name for one in taken if _is_credential(one)]
        return kind(
            **dict.fromkeys(names, _SECRET),
            base_url=self.address,
            http_client=http,
            headers=_HEADERS | FORMATS.get(self.slug, {}),
            retry=self.package.RetryPolicy(max_retries=0),
        )


def call_all(described: Described) -> Calls:
    """Call each operation with what it needs and with everything, streams too."""
    compiled = described.run.compiled
    assert compiled.report is not None
    entries = [
        each
        for each in compiled.report.operations
        if str(each.call or each.stream_call).startswith("client.")
    ]
    found = Calls(len(entries))
    maker = Maker.of(compiled)
    for streams in (False, True):
        calls = list(_calls(entries, maker, streams=streams))
        if calls:
            document = described.folder / f"served-{streams}.json"
            document.write_text(json.dumps(served(compiled, streams=streams)))
            with judging(document, _KEEP_GOING) as address:
                target = Target(described.slug, described.client, address)
                _call(target, calls, found)
                asyncio.run(_call_async(target, calls[::_EACH_ASYNC], found))
    return found


def _calls(
    entries: Sequence[OperationEntry], maker: Maker, *, streams: bool
) -> Iterator[Call]:
    for entry in entries:
        dotted = entry.stream_call if streams else entry.call
        if dotted is not None:
            for everything in (False, True):
                how = "everything" if everything else "what it needs"
                made = maker.make(entry, everything=everything)
                yield Call(f"{entry.method} {entry.path}", dotted, how, made)


def _call(target: Target, calls: Sequence[Call], found: Calls) -> None:
    verdict = Verdict()
    hooks: Any = {"response": [verdict.note]}
    with httpx2.Client(event_hooks=hooks) as http:
        client = target.client(target.package.Client, http)
        for call in calls:
            verdict.headers, verdict.redirects = None, False
            problem = None
            try:
                result = _method(client, call.dotted)(**call.made.arguments)
                if hasattr(type(result), "by_page"):
                    result.first()
                elif isinstance(result, Iterator):
                    list(result)
            except Exception as error:  # noqa: BLE001 - any exception is a failure
                problem = _failure(target.package, error)
            problem = None if verdict.redirects else problem
            found.note(call, problem or verdict.problem(target.misjudged))


async def _call_async(target: Target, calls: Sequence[Call], found: Calls) -> None:
    verdict = Verdict()
    hooks: Any = {"response": [verdict.note_async]}
    async with httpx2.AsyncClient(event_hooks=hooks) as http:
        client = target.client(target.package.AsyncClient, http)
        for call in calls:
            verdict.headers, verdict.redirects = None, False
            problem = None
            try:
                result = _method(client, call.dotted)(**call.made.arguments)
                if hasattr(type(result), "by_page"):
                    await result.first()
                elif isinstance(result, AsyncIterator):
                    _ = [each async for each in result]
                else:
                    await result
            except Exception as error:  # noqa: BLE001 - any exception is a failure
                problem = _failure(target.package, error)
            problem = None if verdict.redirects else problem
            found.note(call, problem or verdict.problem(target.misjudged))


def _failure(package: ModuleType, error: Exception) -> str | None:
    """Say how a call failed, unless the judge answers with the status of an error."""
    if isinstance(error, package.errors.StatusError):
        return None
    return f"{type(error).__name__}: {error}"


def _method(client: Any, dotted: str) -> Any:
    for name in dotted.split(".")[1:]:
        client = getattr(client, name)
    return client


def _is_credential(one: inspect.Parameter) -> bool:
    return one.default is None and "Literal" not in str(one.annotation)
