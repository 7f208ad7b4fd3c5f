"""The objects that the API sends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy_exports

if TYPE_CHECKING:
    from .._runtime.models import Unknown
    from .explanation import Explanation
    from .job import Job
    from .job_event_progress import JobEventProgress
    from .jobs_schedule import JobsSchedule
    from .log_event import LogEvent
    from .output_line import OutputLine
    from .progress_event import ProgressEvent
    from .state import State
    from .words import Words

__all__ = [
    "Explanation",
    "Job",
    "JobEventProgress",
    "JobsSchedule",
    "LogEvent",
    "OutputLine",
    "ProgressEvent",
    "State",
    "Unknown",
    "Words",
]

if not TYPE_CHECKING:
    __getattr__, __dir__ = lazy_exports(
        __name__,
        {
            "Explanation": ".explanation",
            "Job": ".job",
            "JobEventProgress": ".job_event_progress",
            "JobsSchedule": ".jobs_schedule",
            "LogEvent": ".log_event",
            "OutputLine": ".output_line",
            "ProgressEvent": ".progress_event",
            "State": ".state",
            "Unknown": ".._runtime.models",
            "Words": ".words",
        },
    )
