"""The objects that the API sends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy_exports

if TYPE_CHECKING:
    from .._runtime.models import Unknown
    from .explanation import Explanation
    from .job import Job
    from .job_event_progress import JobEventProgress
    from .job_schedule import JobSchedule
    from .log_event import LogEvent
    from .output_line import OutputLine
    from .progress_event import ProgressEvent
    from .state import State
    from .words import Words

__all__ = [
    "Explanation",
    "Job",
    "JobEventProgress",
    "JobSchedule",
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
            ".._runtime.models": ("Unknown",),
            ".explanation": ("Explanation",),
            ".job": ("Job",),
            ".job_event_progress": ("JobEventProgress",),
            ".job_schedule": ("JobSchedule",),
            ".log_event": ("LogEvent",),
            ".output_line": ("OutputLine",),
            ".progress_event": ("ProgressEvent",),
            ".state": ("State",),
            ".words": ("Words",),
        },
    )
