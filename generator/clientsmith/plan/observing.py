"""What the documents beside a package say of middleware, logs and traces."""

from __future__ import annotations

from collections.abc import Collection

from clientsmith.styles import REQUIREMENTS, Extra

from .beside import ReadmeSection
from .casing import named
from .code import Code, code, join, literal


def optional(extras: Collection[Extra]) -> tuple[Code, ...]:
    """Write the table of what may be installed beside a package, if there is any."""
    lines = [
        code("{} = [{}]", named(extra), literal(REQUIREMENTS[extra]))
        for extra in extras
    ]
    table = join("\n", [Code("[project.optional-dependencies]"), *lines])
    return (table,) if lines else ()


def observing(package: str) -> ReadmeSection:
    """Say how calls are logged, and what may be around them."""
    return ReadmeSection(
        title=Code("Observe"),
        about=code(
            "`logging` has a line at `INFO` for each call on the logger `{}.calls`, "
            "and one at `DEBUG` for each attempt on `{}.attempts`: operation, method, "
            "address without its query, status, seconds, and headers that are surely "
            "no secrets.\n"
            "Middleware sees the request as a value and what comes back; it may change "
            "both, ask again, or answer by itself. That of an `AsyncClient` is `async` "
            "and awaits `call_next`.\n"
            "`on_end` is called when a call is over: for a stream, when it has ended, "
            "was closed or has failed. `attempt_middleware` is around each HTTP "
            "request, with its number and all its headers.",
            named(package),
            named(package),
        ),
        example=code(
            "from typing import Any\n\n"
            "from {} import Client, Response\n"
            "from {}.middleware import CallNext, Outcome, Outgoing\n\n\n"
            "def measure(outgoing: Outgoing, call_next: CallNext) "
            "-> Response[Any, Any]:\n"
            "    def end(outcome: Outcome) -> None:\n"
            "        print(outgoing.request.operation, outcome.status, "
            "outcome.seconds)\n\n"
            "    outgoing.on_end(end)\n"
            "    return call_next(outgoing)\n\n\n"
            "client = Client(middleware=[measure])",
            named(package),
            named(package),
        ),
    )


def tracing(package: str) -> ReadmeSection:
    """Say how calls are traced."""
    return ReadmeSection(
        title=Code("Trace"),
        about=Code(
            "With the extra `opentelemetry` installed, each call is a span, and the "
            "server is told which trace it is in. A span has the operation, the "
            "address without its query, the status, the number of attempts and the "
            "kind of an error, and neither headers nor content. "
            "That of a stream ends with it."
        ),
        example=code(
            "from {} import AsyncClient, Client\n"
            "from {}.middleware import Tracing\n\n"
            "tracing = Tracing()\n"
            "client = Client(middleware=[tracing.call], "
            "attempt_middleware=[tracing.attempt])\n"
            "async_client = AsyncClient(\n"
            "    middleware=[tracing.async_call], "
            "attempt_middleware=[tracing.attempt]\n"
            ")",
            named(package),
            named(package),
        ),
    )
