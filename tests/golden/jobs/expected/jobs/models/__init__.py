"""The objects that the API sends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy_exports

if TYPE_CHECKING:
    from .._runtime.models import Unknown
    from .explanation import Explanation
    from .job import Job, JobState
    from .job_event_progress import JobEventProgress
    from .log_event import LogEvent
    from .output_line import OutputLine
    from .progress_event import ProgressEvent
    from .words import Words

__all__ = [
    "Explanation",
    "Job",
    "JobEventProgress",
    "JobState",
    "LogEvent",
    "OutputLine",
    "ProgressEvent",
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
            "JobState": ".job",
            "LogEvent": ".log_event",
            "OutputLine": ".output_line",
            "ProgressEvent": ".progress_event",
            "Unknown": ".._runtime.models",
            "Words": ".words",
        },
    )
