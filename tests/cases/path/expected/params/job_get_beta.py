"""What `client.jobs.get_beta` accepts."""

from typing import NotRequired, TypedDict


class JobGetBetaParams(TypedDict):
    """What `client.jobs.get_beta` accepts."""

    tail: NotRequired[int | None]
