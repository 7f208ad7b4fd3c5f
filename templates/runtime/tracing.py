"""Traces calls with OpenTelemetry: what was asked, and never what was said.

https://opentelemetry.io/docs/specs/semconv/http/http-spans/#http-client
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from .origins import PORTS, origin
from .package import PACKAGE

if TYPE_CHECKING:
    from collections.abc import Callable

    from .middleware import AsyncCallNext, CallNext, Outcome, Outgoing
    from .middleware import Attempt as Attempted
    from .response import Response

_ERRORS = 400


class Tracing:
    """A span for each call, with an event for each further attempt.

    >>> tracing = Tracing()
    >>> Client(middleware=[tracing.call], attempt_middleware=[tracing.attempt])
    >>> AsyncClient(
    ...     middleware=[tracing.async_call], attempt_middleware=[tracing.attempt]
    ... )

    Spans have neither queries nor headers nor content. Those of streams end with them.
    """

    def __init__(self, tracer_provider: Any = None) -> None:
        # Where OpenTelemetry is not installed, type checkers know nothing of it.
        self._trace: Any = import_module("opentelemetry.trace")
        self._inject: Any = import_module("opentelemetry.propagate").inject
        self._tracer: Any = self._trace.get_tracer(
            PACKAGE, tracer_provider=tracer_provider
        )

    def call(self, outgoing: Outgoing, call_next: CallNext) -> Response[Any, Any]:
        """Be around calls of a blocking client."""
        with self._begun(outgoing):
            return call_next(outgoing)

    async def async_call(
        self, outgoing: Outgoing, call_next: AsyncCallNext
    ) -> Response[Any, Any]:
        """Be around calls of an async client."""
        with self._begun(outgoing):
            return await call_next(outgoing)

    def attempt(self, attempt: Attempted, call_next: Callable[[Attempted], Any]) -> Any:
        """Be around the attempts of either: tell the server which trace it is in."""
        span = attempt.call.state.get(self)
        if span is None:
            return call_next(attempt)
        if attempt.number > 1 and not attempt.hops:
            span.add_event("retry", {"http.request.resend_count": attempt.number - 1})
        here, there = urlsplit(attempt.url), urlsplit(attempt.call.url)
        if origin(here) != origin(there):
            return call_next(attempt)
        headers: dict[str, str] = {}
        self._inject(headers, context=self._trace.set_span_in_context(span))
        return call_next(attempt.with_headers(headers))

    def _begun(self, outgoing: Outgoing) -> Any:
        request, address = outgoing.request, urlsplit(outgoing.url)
        span = self._tracer.start_span(
            f"{request.method} {request.operation}",
            kind=self._trace.SpanKind.CLIENT,
            attributes={
                "http.request.method": request.method,
                "server.address": address.hostname or "",
                "server.port": address.port or PORTS[address.scheme],
                "url.full": outgoing.url,
            },
        )
        outgoing.state[self] = span
        outgoing.on_end(lambda outcome: self._end(span, outcome))
        return self._trace.use_span(
            span, record_exception=False, set_status_on_exception=False
        )

    def _end(self, span: Any, outcome: Outcome) -> None:
        if outcome.status is not None:
            span.set_attribute("http.response.status_code", outcome.status)
        if outcome.attempts > 1:
            span.set_attribute("http.request.resend_count", outcome.attempts - 1)
        if kind := _kind(outcome):
            span.set_attribute("error.type", kind)
            span.set_status(self._trace.StatusCode.ERROR)
        span.end()


def _kind(outcome: Outcome) -> str:
    """Name an error by its status, else by its class."""
    if outcome.error is None:
        return ""
    if outcome.status is not None and outcome.status >= _ERRORS:
        return str(outcome.status)
    kind = type(outcome.error)
    return f"{kind.__module__}.{kind.__qualname__}"
