"""`client.jobs`: Jobs and how they are getting on."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Unpack

from .._runtime.body import json_body
from .._runtime.event_types import UnknownEvent
from .._runtime.header_parameters import header_field, header_fields
from .._runtime.json_lines import json_lines
from .._runtime.keywords import Requests
from .._runtime.paths import expand_path, simple
from .._runtime.request import Request, StreamRequest
from .._runtime.streaming import AsyncStreamingResource, StreamingResource

if TYPE_CHECKING:
    from .._runtime.async_streams import AsyncStream
    from .._runtime.options import RequestOptions
    from .._runtime.streams import Stream
    from ..models.job import Job
    from ..models.job_event_progress import JobEventProgress
    from ..models.output_line import OutputLine
    from ..params.job_create import JobCreateParams
    from ..params.job_query import JobQueryParams
    from ..params.job_watch import JobWatchParams
    from .jobs_schedules import AsyncJobsSchedules, JobsSchedules

__all__ = [
    "AsyncJobs",
    "Jobs",
    "JobsRequests",
]


class JobsRequests(Requests):
    """The requests of `client.jobs`, as values."""

    @staticmethod
    def create(**params: Unpack[JobCreateParams]) -> Request[Job]:
        """Build the request of `create`."""
        from ..models.job import Job

        return Request(
            operation="jobs.create",
            method="POST",
            path="/jobs",
            body=json_body(params, renamed={"notify_url": "notifyUrl"}),
            returns=Job,
        )

    @staticmethod
    def query(**params: Unpack[JobQueryParams]) -> Request[list[Job]]:
        """Build the request of `query`."""
        from ..models.job import Job

        return Request(
            operation="jobs.query",
            method="QUERY",
            path="/jobs",
            body=json_body(params, renamed={"started_after": "startedAfter"}),
            returns=list[Job],
        )

    @staticmethod
    def purge() -> Request[None]:
        """Build the request of `purge`."""
        return Request(
            operation="jobs.purge",
            method="Purge",
            path="/jobs",
            returns=None,
        )

    @staticmethod
    def watch(
        id: str, **params: Unpack[JobWatchParams]
    ) -> StreamRequest[JobEventProgress | str | Job | UnknownEvent]:
        """Build the request of `watch`."""
        from ..models.job import Job
        from ..models.job_event_progress import JobEventProgress

        return StreamRequest(
            operation="jobs.watch",
            method="GET",
            path=expand_path("/jobs/{id}/events", id=simple(id)),
            headers=header_fields(
                header_field("Last-Event-ID", params.get("last_event_id"))
            ),
            returns=None,
            events={"progress": JobEventProgress, "log": str, "done": Job},
            resumes=True,
        )

    @staticmethod
    def get_output(id: str) -> StreamRequest[OutputLine]:
        """Build the request of `get_output`."""
        from ..models.output_line import OutputLine

        return StreamRequest(
            operation="jobs.get_output",
            method="GET",
            path=expand_path("/jobs/{id}/output", id=simple(id)),
            returns=OutputLine,
            lines=json_lines,
            accept="application/jsonl",
        )


class Jobs(StreamingResource):
    """Jobs and how they are getting on."""

    requests = JobsRequests

    @cached_property
    def schedules(self) -> JobsSchedules:
        """When jobs start by themselves."""
        from .jobs_schedules import JobsSchedules

        return JobsSchedules(self._client)

    def create(
        self,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[JobCreateParams],
    ) -> Job:
        """Start a job.

        `POST /jobs`

        Calls back:
            webhooks.parse_finished: what goes to {$request.body#/notifyUrl}

        Raises:
            RateLimitError: Too many jobs are running.
        """
        return self._client.send(self.requests.create(**params), request_options).value

    def query(
        self,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[JobQueryParams],
    ) -> list[Job]:
        """Find jobs by what is known of them.

        `QUERY /jobs`
        """
        return self._client.send(self.requests.query(**params), request_options).value

    def purge(self, *, request_options: RequestOptions | None = None) -> None:
        """Forget the jobs that are done.

        `Purge /jobs`
        """
        self._client.send(self.requests.purge(), request_options)

    def watch(
        self,
        id: str,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[JobWatchParams],
    ) -> Stream[JobEventProgress | str | Job | UnknownEvent]:
        """Follow a job until it ends.

        `GET /jobs/{id}/events`

        Raises:
            NotFoundError: There is no such job.
        """
        return self._client.stream(self.requests.watch(id, **params), request_options)

    def get_output(
        self, id: str, *, request_options: RequestOptions | None = None
    ) -> Stream[OutputLine]:
        """Read what a job has written, line by line.

        `GET /jobs/{id}/output`
        """
        return self._client.stream(self.requests.get_output(id), request_options)


class AsyncJobs(AsyncStreamingResource):
    """The async twin of `Jobs`."""

    requests = JobsRequests

    @cached_property
    def schedules(self) -> AsyncJobsSchedules:
        """See `Jobs.schedules`."""
        from .jobs_schedules import AsyncJobsSchedules

        return AsyncJobsSchedules(self._client)

    async def create(
        self,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[JobCreateParams],
    ) -> Job:
        """See `Jobs.create`."""
        return (
            await self._client.send(self.requests.create(**params), request_options)
        ).value

    async def query(
        self,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[JobQueryParams],
    ) -> list[Job]:
        """See `Jobs.query`."""
        return (
            await self._client.send(self.requests.query(**params), request_options)
        ).value

    async def purge(self, *, request_options: RequestOptions | None = None) -> None:
        """See `Jobs.purge`."""
        await self._client.send(self.requests.purge(), request_options)

    def watch(
        self,
        id: str,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[JobWatchParams],
    ) -> AsyncStream[JobEventProgress | str | Job | UnknownEvent]:
        """See `Jobs.watch`."""
        return self._client.stream(self.requests.watch(id, **params), request_options)

    def get_output(
        self, id: str, *, request_options: RequestOptions | None = None
    ) -> AsyncStream[OutputLine]:
        """See `Jobs.get_output`."""
        return self._client.stream(self.requests.get_output(id), request_options)
