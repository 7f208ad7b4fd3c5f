"""What `client.jobs.schedules.list` accepts."""

from typing import NotRequired, TypedDict

from .jobs_schedule_filter import JobsScheduleFilterParam


class JobsScheduleListParams(TypedDict):
    """What `client.jobs.schedules.list` accepts."""

    filter: JobsScheduleFilterParam

    session: NotRequired[str | None]
