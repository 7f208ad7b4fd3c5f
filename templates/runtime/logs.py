"""What is logged of calls and attempts; imported where somebody wants to read it.

Addresses have neither user nor query, headers are those of a list, and content is
never logged. Arguments of records are mappings, for handlers that write JSON.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .addresses import shown
from .loggers import ATTEMPTS, CALLS
from .response import REQUEST_ID_HEADERS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from .message import Message
    from .middleware import Outcome, Outgoing
    from .request import Request

SHOWN = frozenset(
    {
        "accept",
        "cache-control",
        "content-encoding",
        "content-length",
        "content-range",
        "content-type",
        "date",
        "idempotency-key",
        "range",
        "retry-after",
        "retry-after-ms",
        "server",
        "traceparent",
        "transfer-encoding",
        "user-agent",
        "x-should-retry",
        *REQUEST_ID_HEADERS,
    }
)
"""The headers whose values may be seen. Any other one could be a secret."""

_SHOWN_KINDS = ("ratelimit-", "x-ratelimit-")


def is_shown(header: str) -> bool:
    """Say whether the value of a header may be seen."""
    name = header.lower()
    return name in SHOWN or name.startswith(_SHOWN_KINDS)


def log_call(outgoing: Outgoing, call_next: Callable[[Outgoing], Any]) -> Any:
    """Log a call when it is over: middleware of blocking and of async clients."""

    def log(outcome: Outcome) -> None:
        request = outgoing.request
        CALLS.info(
            "%(operation)s: %(method)s %(url)s: %(outcome)s, attempts: %(attempts)d, "
            "seconds: %(seconds).3f, request id: %(request_id)s",
            {
                "operation": request.operation,
                "method": request.method,
                "url": shown(request.url or outgoing.address + request.path),
                "outcome": _told(outcome.status, outcome.error),
                "status": outcome.status,
                "attempts": outcome.attempts,
                "seconds": outcome.seconds,
                "request_id": outcome.request_id,
            },
        )

    outgoing.on_end(log)
    return call_next(outgoing)


def log_attempt(
    request: Request[Any, Any],
    message: Message,
    number: int,
    outcome: int | str,
    headers: Mapping[str, str],
    seconds: float,
) -> None:
    """Log what a message was answered with: a status and headers, or a problem."""
    ATTEMPTS.debug(
        "%(operation)s: attempt %(attempt)d: %(method)s %(url)s: %(outcome)s, "
        "seconds: %(seconds).3f, sent %(sent)s, received %(received)s",
        {
            "operation": request.operation,
            "attempt": number,
            "hops": message.hops,
            "method": message.method,
            "url": shown(message.url),
            "outcome": outcome,
            "seconds": seconds,
            "sent": _shown_of(message.headers),
            "received": _shown_of(headers),
        },
    )


def _told(status: int | None, error: BaseException | None) -> str:
    parts = [str(status)] if status is not None else []
    return " ".join([*parts, *([type(error).__name__] if error else [])])


def _shown_of(headers: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in headers.items() if is_shown(name)}
