"""`client.jobs`: Operations under `jobs`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from .._runtime.keywords import AsyncResource, Requests, Resource
from .._runtime.parameters import form, query_string
from .._runtime.paths import expand_path, simple
from .._runtime.request import Request

if TYPE_CHECKING:
    from uuid import UUID

    from .._runtime.options import RequestOptions
    from ..params.job_get import JobGetParams
    from ..params.job_get_beta import JobGetBetaParams
    from ..params.job_get_logs import JobGetLogsParams

__all__ = [
    "AsyncJobs",
    "Jobs",
    "JobsRequests",
]


class JobsRequests(Requests):
    """The requests of `client.jobs`, as values."""

    @staticmethod
    def compare(base: str, head: str) -> Request[None]:
        """Build the request of `compare`."""
        return Request(
            operation="jobs.compare",
            method="GET",
            path=expand_path(
                "/jobs/{base}...{head}", base=simple(base), head=simple(head)
            ),
            returns=None,
        )

    @staticmethod
    def get(id: UUID | str, **params: Unpack[JobGetParams]) -> Request[None]:
        """Build the request of `get`."""
        return Request(
            operation="jobs.get",
            method="GET",
            path=expand_path("/jobs/{id}", id=simple(id)),
            query=query_string(form("fields", params.get("fields"))),
            returns=None,
        )

    @staticmethod
    def get_logs(id: str, **params: Unpack[JobGetLogsParams]) -> Request[None]:
        """Build the request of `get_logs`."""
        return Request(
            operation="jobs.get_logs",
            method="GET",
            path=expand_path("/jobs/{id}", id=simple(id)),
            query=query_string(form("tail", params.get("tail"))),
            returns=None,
        )

    @staticmethod
    def cancel(id: str) -> Request[None]:
        """Build the request of `cancel`."""
        return Request(
            operation="jobs.cancel",
            method="POST",
            path=expand_path("/jobs/{id}:cancel", id=simple(id)),
            returns=None,
        )

    @staticmethod
    def get_beta(id: str, **params: Unpack[JobGetBetaParams]) -> Request[None]:
        """Build the request of `get_beta`."""
        return Request(
            operation="jobs.get_beta",
            method="GET",
            path=expand_path("/jobs/{id}?beta=true", id=simple(id)),
            query=query_string(form("tail", params.get("tail"))),
            returns=None,
        )


class Jobs(Resource):
    """Operations under `jobs`."""

    requests = JobsRequests

    def compare(
        self, base: str, head: str, *, request_options: RequestOptions | None = None
    ) -> None:
        """Compare job.

        `GET /jobs/{base}...{head}`
        """
        self._client.send(self.requests.compare(base, head), request_options)

    def get(
        self,
        id: UUID | str,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[JobGetParams],
    ) -> None:
        """Get job.

        `GET /jobs/{id}`
        """
        self._client.send(self.requests.get(id, **params), request_options)

    def get_logs(
        self,
        id: str,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[JobGetLogsParams],
    ) -> None:
        """Get logs job.

        `GET /jobs/{id}#logs`
        """
        self._client.send(self.requests.get_logs(id, **params), request_options)

    def cancel(self, id: str, *, request_options: RequestOptions | None = None) -> None:
        """Cancel job.

        `POST /jobs/{id}:cancel`
        """
        self._client.send(self.requests.cancel(id), request_options)

    def get_beta(
        self,
        id: str,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[JobGetBetaParams],
    ) -> None:
        """Get beta job.

        `GET /jobs/{id}?beta=true`
        """
        self._client.send(self.requests.get_beta(id, **params), request_options)


class AsyncJobs(AsyncResource):
    """The async twin of `Jobs`."""

    requests = JobsRequests

    async def compare(
        self, base: str, head: str, *, request_options: RequestOptions | None = None
    ) -> None:
        """See `Jobs.compare`."""
        await self._client.send(self.requests.compare(base, head), request_options)

    async def get(
        self,
        id: UUID | str,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[JobGetParams],
    ) -> None:
        """See `Jobs.get`."""
        await self._client.send(self.requests.get(id, **params), request_options)

    async def get_logs(
        self,
        id: str,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[JobGetLogsParams],
    ) -> None:
        """See `Jobs.get_logs`."""
        await self._client.send(self.requests.get_logs(id, **params), request_options)

    async def cancel(
        self, id: str, *, request_options: RequestOptions | None = None
    ) -> None:
        """See `Jobs.cancel`."""
        await self._client.send(self.requests.cancel(id), request_options)

    async def get_beta(
        self,
        id: str,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[JobGetBetaParams],
    ) -> None:
        """See `Jobs.get_beta`."""
        await self._client.send(self.requests.get_beta(id, **params), request_options)
