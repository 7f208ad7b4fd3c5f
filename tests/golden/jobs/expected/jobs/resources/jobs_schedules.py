"""`client.jobs.schedules`: When jobs start by themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from .._runtime.forms import form_query
from .._runtime.header_parameters import cookie_pair, cookie_string
from .._runtime.keywords import AsyncResource, Requests, Resource
from .._runtime.request import Request

if TYPE_CHECKING:
    import builtins

    from .._runtime.options import RequestOptions
    from ..models.jobs_schedule import JobsSchedule
    from ..params.jobs_schedule_list import JobsScheduleListParams

__all__ = [
    "AsyncJobsSchedules",
    "JobsSchedules",
    "JobsSchedulesRequests",
]


class JobsSchedulesRequests(Requests):
    """The requests of `client.jobs.schedules`, as values."""

    @staticmethod
    def list(
        **params: Unpack[JobsScheduleListParams],
    ) -> Request[builtins.list[JobsSchedule]]:
        """Build the request of `list`."""
        from ..models.jobs_schedule import JobsSchedule

        return Request(
            operation="jobs.schedules.list",
            method="GET",
            path="/jobs/schedules",
            query=form_query(params["filter"]),
            cookies=cookie_string(
                cookie_pair("session", params.get("session"), encode=False)
            ),
            returns=list[JobsSchedule],
        )


class JobsSchedules(Resource):
    """When jobs start by themselves."""

    requests = JobsSchedulesRequests

    def list(
        self,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[JobsScheduleListParams],
    ) -> builtins.list[JobsSchedule]:
        """List schedules.

        `GET /jobs/schedules`
        """
        return self._client.send(self.requests.list(**params), request_options).value


class AsyncJobsSchedules(AsyncResource):
    """The async twin of `JobsSchedules`."""

    requests = JobsSchedulesRequests

    async def list(
        self,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[JobsScheduleListParams],
    ) -> builtins.list[JobsSchedule]:
        """See `JobsSchedules.list`."""
        return (
            await self._client.send(self.requests.list(**params), request_options)
        ).value
