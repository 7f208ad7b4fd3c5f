"""What `client.jobs.schedules.list` accepts."""

from typing import NotRequired, TypedDict

from .job_schedule_filter import JobScheduleFilterParam


class JobScheduleListParams(TypedDict):
    """What `client.jobs.schedules.list` accepts."""

    filter: JobScheduleFilterParam

    session: NotRequired[str | None]
