"""What a request says beside its arguments: which answers it takes, and where they end.

The names are those of the keywords of a request in a package.
"""

from __future__ import annotations

from collections.abc import Iterator

from clientsmith.ir import Api, EventStream, JsonLines, Operation
from clientsmith.plan.answers import Answer, documented_redirects, streams_of
from clientsmith.plan.arguments import stream_of
from clientsmith.plan.hosts import own_server


def said_of(
    api: Api, operation: Operation, plain: Answer | None
) -> Iterator[tuple[str, str]]:
    """List what the request says that is answered at once, or as a stream."""
    if (server := own_server(api, operation)) is not None:
        yield "server", server if isinstance(server, str) else ", ".join(server)
    if plain is None:
        yield from _streamed(operation)
    elif plain.accept is not None:
        yield "accept", plain.accept
    if operation.idempotent is not None:
        yield "idempotent", str(operation.idempotent)
    if redirects := documented_redirects(operation):
        yield "redirects", ", ".join(map(str, redirects))


def _streamed(operation: Operation) -> Iterator[tuple[str, str]]:
    match stream_of(operation):
        case EventStream(terminator=str(terminator)):
            yield "terminator", terminator
        case JsonLines():
            names = [one.content_type for one in streams_of(operation)]
            yield "accept", ", ".join(names)
        case _:
            pass
