"""What `client.jobs.create` accepts."""

import datetime
from collections.abc import Mapping, Sequence
from typing import NotRequired, TypedDict


class JobCreateParams(TypedDict):
    """What `client.jobs.create` accepts."""

    queue: str
    """Default: `"main"`."""

    labels: NotRequired[Mapping[str, str] | None]
    """Default: `{"team": "core"}`."""

    quoted: NotRequired[str | None]
    """Default: `"\\"quo'te\\\\"`."""

    retries: NotRequired[int | None]
    """At least 0. Default: `3`."""

    said: NotRequired[int | None]
    """Defaults to 5."""

    tags: NotRequired[Sequence[str] | None]
    """Default: `[]`."""

    until: NotRequired[datetime.date | str | None]

    verbose: NotRequired[bool | None]
    """Default: `false`."""

    wrong: NotRequired[int | None]
    """Default: `"many"`."""
