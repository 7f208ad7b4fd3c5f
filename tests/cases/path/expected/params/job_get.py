"""What `client.jobs.get` accepts."""

from typing import NotRequired, TypedDict


class JobGetParams(TypedDict):
    """What `client.jobs.get` accepts."""

    fields: NotRequired[str | None]
