"""`client.jobs.schedules`: When jobs start by themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from .._runtime.forms import form_query
from .._runtime.header_parameters import cookie_pair, cookie_string
from .._runtime.keywords import Requests
from .._runtime.request import Request
from .._runtime.streaming import AsyncStreamingResource, StreamingResource

if TYPE_CHECKING:
    import builtins

    from .._runtime.options import RequestOptions
    from ..models.job_schedule import JobSchedule
    from ..params.job_schedule_list import JobScheduleListParams

__all__ = [
    "AsyncJobsSchedules",
    "JobsSchedules",
    "JobsSchedulesRequests",
]


class JobsSchedulesRequests(Requests):
    """The requests of `client.jobs.schedules`, as values."""

    @staticmethod
    def list(
        **params: Unpack[JobScheduleListParams],
    ) -> Request[builtins.list[JobSchedule | None]]:
        """Build the request of `list`."""
        from ..models.job_schedule import JobSchedule

        return Request(
            operation="jobs.schedules.list",
            method="GET",
            path="/jobs/schedules",
            query=form_query(params["filter"]),
            cookies=cookie_string(
                cookie_pair("session", params.get("session"), encode=False)
            ),
            returns=list[JobSchedule | None],
        )


class JobsSchedules(StreamingResource):
    """When jobs start by themselves."""

    requests = JobsSchedulesRequests

    def list(
        self,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[JobScheduleListParams],
    ) -> builtins.list[JobSchedule | None]:
        """List schedules.

        `GET /jobs/schedules`
        """
        return self._client.send(self.requests.list(**params), request_options).value


class AsyncJobsSchedules(AsyncStreamingResource):
    """The async twin of `JobsSchedules`."""

    requests = JobsSchedulesRequests

    async def list(
        self,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[JobScheduleListParams],
    ) -> builtins.list[JobSchedule | None]:
        """See `JobsSchedules.list`."""
        return (
            await self._client.send(self.requests.list(**params), request_options)
        ).value
