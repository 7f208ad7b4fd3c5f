"""The shapes that requests accept, as typed dictionaries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy_exports

if TYPE_CHECKING:
    from .explanation_create import ExplanationCreateParams
    from .job_create import JobCreateParams, JobPriorityParam
    from .job_watch import JobWatchParams

__all__ = [
    "ExplanationCreateParams",
    "JobCreateParams",
    "JobPriorityParam",
    "JobWatchParams",
]

if not TYPE_CHECKING:
    __getattr__, __dir__ = lazy_exports(
        __name__,
        {
            "ExplanationCreateParams": ".explanation_create",
            "JobCreateParams": ".job_create",
            "JobPriorityParam": ".job_create",
            "JobWatchParams": ".job_watch",
        },
    )
