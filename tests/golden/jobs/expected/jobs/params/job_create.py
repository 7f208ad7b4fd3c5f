"""What `client.jobs.create` accepts."""

from typing import Literal, NotRequired, TypeAlias, TypedDict

JobPriorityParam: TypeAlias = Literal["low", "normal", "high"]


class JobCreateParams(TypedDict):
    """What `client.jobs.create` accepts."""

    command: str

    notify_url: NotRequired[str | None]

    priority: NotRequired[JobPriorityParam | None]
    """Default: `"normal"`."""
