"""`client.jobs`: Operations under `jobs`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.keywords import AsyncResource, Requests, Resource
from .._runtime.request import Request

if TYPE_CHECKING:
    from .._runtime.options import RequestOptions

__all__ = [
    "AsyncJobs",
    "Jobs",
    "JobsRequests",
]


class JobsRequests(Requests):
    """The requests of `client.jobs`, as values."""

    @staticmethod
    def list() -> Request[None]:
        """Build the request of `list`."""
        return Request(
            operation="jobs.list",
            method="GET",
            path="/jobs",
            returns=None,
        )


class Jobs(Resource):
    """Operations under `jobs`."""

    requests = JobsRequests

    def list(self, *, request_options: RequestOptions | None = None) -> None:
        """List jobs.

        `GET /jobs`
        """
        self._client.send(self.requests.list(), request_options)


class AsyncJobs(AsyncResource):
    """The async twin of `Jobs`."""

    requests = JobsRequests

    async def list(self, *, request_options: RequestOptions | None = None) -> None:
        """See `Jobs.list`."""
        await self._client.send(self.requests.list(), request_options)
