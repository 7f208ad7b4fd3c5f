"""What is known of errors."""

from typing import assert_type

from fastrouter import Client, FastRouterError, errors
from fastrouter.models import ErrorBody

client = Client(api_key="key")

try:
    client.chat.completions.create(model="m", messages=[])
except errors.RateLimitError as limit:
    assert_type(limit.body, ErrorBody | None)
    assert_type(limit.retry_after, float | None)
    if limit.body and limit.body.error:
        assert_type(limit.body.error.message, str | None)
except errors.StatusError as refusal:
    assert_type(refusal.status, int)
    assert_type(refusal.request_id, str | None)
except errors.StreamInterrupted as interruption:
    assert_type(interruption.received, int)
except FastRouterError as problem:
    assert_type(problem, FastRouterError)


def explain(limit: errors.RateLimitError) -> str:
    """Forget that an error may come without the documented body."""
    # mypy says: Item "None" of "ErrorBody | None" has no attribute "error"
    # mypy says: Item "None" of "ErrorDetail | Any | None" has no attribute "message"
    # pyright says: "error" is not a known attribute of "None"
    # pyright says: "message" is not a known attribute of "None"
    return f"slow down: {limit.body.error.message}"
