"""What `client.jobs.get_logs` accepts."""

from typing import NotRequired, TypedDict


class JobGetLogsParams(TypedDict):
    """What `client.jobs.get_logs` accepts."""

    tail: NotRequired[int | None]
