"""The shapes that requests accept, as typed dictionaries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy_exports

if TYPE_CHECKING:
    from .explanation_create import ExplanationCreateParams
    from .job_create import JobCreateParams, JobPriorityParam
    from .job_query import JobQueryParams
    from .job_schedule_filter import JobScheduleFilterParam
    from .job_schedule_list import JobScheduleListParams
    from .job_watch import JobWatchParams
    from .state import StateParam

__all__ = [
    "ExplanationCreateParams",
    "JobCreateParams",
    "JobPriorityParam",
    "JobQueryParams",
    "JobScheduleFilterParam",
    "JobScheduleListParams",
    "JobWatchParams",
    "StateParam",
]

if not TYPE_CHECKING:
    __getattr__, __dir__ = lazy_exports(
        __name__,
        {
            ".explanation_create": ("ExplanationCreateParams",),
            ".job_create": ("JobCreateParams", "JobPriorityParam"),
            ".job_query": ("JobQueryParams",),
            ".job_schedule_filter": ("JobScheduleFilterParam",),
            ".job_schedule_list": ("JobScheduleListParams",),
            ".job_watch": ("JobWatchParams",),
            ".state": ("StateParam",),
        },
    )
