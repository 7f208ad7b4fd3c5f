"""Spans of OpenTelemetry, in an exporter that keeps them."""

from __future__ import annotations

import gc
import threading
import time
from typing import TYPE_CHECKING, Any

import pytest
from driving import Way, each_way, get, open_and_leave, watch
from loopback import events, reply, serve
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.trace import SpanKind, StatusCode, get_current_span

from runtime.errors import Error
from runtime.retry import RetryPolicy
from runtime.tracing import Tracing

if TYPE_CHECKING:
    from loopback import Loopback, Step

PET = reply(200, b'{"id": 7, "name": "hidden-name"}', x_hidden="hidden-header")
BUSY = reply(503, b'{"message": "hidden-message"}', retry_after="0")
ONE = b'data: {"id": 1, "name": "hidden-name"}\n\n'
DONE = b"data: [DONE]\n\n"


class Traces:
    """A tracer, and the spans that have ended."""

    def __init__(self) -> None:
        self._exporter = InMemorySpanExporter()
        self.provider = TracerProvider()
        self.provider.add_span_processor(SimpleSpanProcessor(self._exporter))
        self.tracing = Tracing(self.provider)

    @property
    def spans(self) -> tuple[ReadableSpan, ...]:
        """The spans that have ended."""
        return self._exporter.get_finished_spans()

    def use(self, way: Way, server: Loopback, work: Any, **options: Any) -> Any:
        """Do something with a client that is traced."""
        tracing = self.tracing
        call: Any = tracing.async_call if way.run else tracing.call
        return way.use(
            server,
            work,
            middleware=[call],
            attempt_middleware=[tracing.attempt],
            **options,
        )


def facts(span: ReadableSpan) -> dict[str, Any]:
    """Return the attributes of a span, without those of the server."""
    attributes = dict(span.attributes or {})
    return {
        name: value
        for name, value in attributes.items()
        if not name.startswith(("server.", "url."))
    }


@each_way
def test_a_call_is_a_client_span(way: Way) -> None:
    """With the names of the conventions, and inside of what surrounds it."""
    traces = Traces()
    tracer = traces.provider.get_tracer("test")
    with serve(PET) as server, tracer.start_as_current_span("outer") as outer:
        traces.use(way, server, get)

    span = traces.spans[0]
    port = int(server.address.rpartition(":")[2])
    assert ("GET pets.get", SpanKind.CLIENT) == (span.name, span.kind)
    assert {
        "http.request.method": "GET",
        "http.response.status_code": 200,
        "server.address": "127.0.0.1",
        "server.port": port,
        "url.full": f"{server.address}/pets/7",
    } == dict(span.attributes or {})
    assert span.parent is not None
    assert outer.get_span_context().span_id == span.parent.span_id
    assert StatusCode.UNSET == span.status.status_code


@each_way
def test_each_attempt_names_the_trace_to_the_server(way: Way) -> None:
    """And is an event of the span, if it is not the first."""
    traces = Traces()
    with serve(BUSY, BUSY, PET) as server:
        traces.use(way, server, get)

    (span,) = traces.spans
    assert span.context is not None
    trace, own, flags = (
        span.context.trace_id,
        span.context.span_id,
        span.context.trace_flags,
    )
    parent = f"00-{trace:032x}-{own:016x}-{flags:02x}"
    assert [parent] * 3 == [each.headers["traceparent"] for each in server.requests]
    assert 2 == facts(span)["http.request.resend_count"]
    assert [("retry", 1), ("retry", 2)] == [
        (each.name, (each.attributes or {})["http.request.resend_count"])
        for each in span.events
    ]


@each_way
def test_a_redirect_elsewhere_is_told_nothing(way: Way) -> None:
    """Another host has no part in the trace."""
    traces = Traces()
    with serve(PET) as other, serve(reply(307, location=other.address)) as server:
        traces.use(way, server, get)

    assert "traceparent" in server.requests[0].headers
    assert "traceparent" not in other.requests[0].headers


@each_way
@pytest.mark.parametrize(
    ("steps", "work", "status", "kind"),
    [
        (reply(404, b"{}"), get, 404, "404"),
        (reply(404, b"{}"), watch, 404, "404"),
        ([None], get, None, "runtime.errors.ConnectionFailed"),
        (events(ONE, None), watch, 200, "runtime.errors.StreamInterrupted"),
    ],
    ids=["status", "stream", "connection", "cut"],
)
def test_a_failure_is_named(
    way: Way, steps: list[Step], work: Any, status: int | None, kind: str
) -> None:
    """By its status or its class; its message may say too much."""
    traces = Traces()

    def failing(client: Any) -> Any:
        with pytest.raises(Error):
            yield from work(client)

    with serve(steps) as server:
        traces.use(way, server, failing, retry=RetryPolicy(max_retries=0))

    (span,) = traces.spans
    seen = facts(span)
    assert (status, kind) == (
        seen.get("http.response.status_code"),
        seen["error.type"],
    )
    assert (StatusCode.ERROR, None) == (
        span.status.status_code,
        span.status.description,
    )
    assert () == span.events


@each_way
@pytest.mark.parametrize(
    ("steps", "work"),
    [(events(ONE, DONE), watch), (events(ONE, ONE, DONE), open_and_leave)],
    ids=["whole", "left"],
)
def test_the_span_of_a_stream_ends_with_it(
    way: Way, steps: list[Step], work: Any
) -> None:
    """Whether it is read to its end or not, and not before."""
    traces = Traces()
    before: list[int] = []

    def reading(client: Any) -> Any:
        yield from work(client)
        before.append(len(traces.spans))

    with serve([*steps[:1], 0.1, *steps[1:]]) as server:
        traces.use(way, server, reading)

    (span,) = traces.spans
    assert [1] == before
    assert span.end_time is not None
    assert span.start_time is not None
    assert span.end_time - span.start_time > 10**8


@each_way
def test_a_dropped_stream_ends_its_span(way: Way) -> None:
    """Soon after nothing refers to it any more."""
    traces = Traces()

    def drop(client: Any) -> Any:
        stream = client.pets.watch()
        if hasattr(stream, "__anext__"):
            yield anext(stream)
        else:
            next(stream)
        assert () == traces.spans
        del stream
        gc.collect()
        until = time.monotonic() + 3
        while not traces.spans and time.monotonic() < until:
            threading.Event().wait(0.01)

    with serve(events(ONE, 2.0, DONE)) as server:
        traces.use(way, server, drop)
        assert 1 == len(traces.spans)


@each_way
def test_a_stream_leaves_the_current_span_alone(way: Way) -> None:
    """Events are read in the span of the reader, and so is what follows."""
    traces = Traces()

    def reading(client: Any) -> Any:
        yield from watch(client)
        return get_current_span().get_span_context().is_valid

    with serve(events(ONE, DONE)) as server:
        assert traces.use(way, server, reading) is False


@each_way
def test_nothing_of_what_was_said_is_in_a_span(way: Way) -> None:
    """Neither queries nor headers nor content nor keys nor users."""
    traces = Traces()
    options: dict[str, Any] = {
        "headers": {"x-hidden": "hidden-header"},
        "query": {"q": "hidden-query"},
    }

    def asking(client: Any) -> Any:
        yield from get(client, **options)
        with pytest.raises(Error):
            yield from get(client, **options)

    with serve(BUSY, PET, reply(422, b'{"message": "hidden-message"}')) as server:
        options["base_url"] = server.address.replace("//", "//ann:hidden-password@")
        traces.use(way, server, asking)

    text = "".join(span.to_json() for span in traces.spans)
    assert 2 == len(traces.spans)
    assert "hidden" not in text
    assert "k-secret" not in text
