"""The headers of responses that have a type."""

from __future__ import annotations

from ._runtime.headers import Headers, header
from ._runtime.text_types import datetime
from .models.query import Query


class EtagHeaders(Headers):
    """`ETag`."""

    etag: str | None = header("etag", str)
    """Its version."""


class LocationHeaders(Headers):
    """`Location`."""

    location: str | None = header("location", str)


class RateLimitAndMoreHeaders(Headers):
    """`Last-Modified`, `X-Colours`, `X-Query`, `X-Rate-Limit-Limit`,
    `X-Rate-Limit-Remaining`.
    """

    last_modified: datetime.datetime | None = header("last-modified", datetime.datetime)
    """When a picture was changed last."""

    x_colours: list[str] | None = header("x-colours", list[str])
    """The colours that are in the pictures."""

    x_query: Query | None = header("x-query", Query, json=True)
    """What was understood."""

    x_rate_limit_limit: int | None = header("x-rate-limit-limit", int)
    """How many calls are allowed in an hour."""

    x_rate_limit_remaining: int | None = header("x-rate-limit-remaining", int)
    """How many are left."""


class RateLimitHeaders(Headers):
    """`X-Rate-Limit-Limit`, `X-Rate-Limit-Remaining`."""

    x_rate_limit_limit: int | None = header("x-rate-limit-limit", int)
    """How many calls are allowed in an hour."""

    x_rate_limit_remaining: int | None = header("x-rate-limit-remaining", int)
    """How many are left."""
