"""What `client.jobs.watch` accepts."""

from typing import NotRequired, TypedDict


class JobWatchParams(TypedDict):
    """What `client.jobs.watch` accepts."""

    last_event_id: NotRequired[str | None]
