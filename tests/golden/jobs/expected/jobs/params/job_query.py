"""What `client.jobs.query` accepts."""

import datetime
from collections.abc import Sequence
from typing import NotRequired, TypedDict

from .state import StateParam


class JobQueryParams(TypedDict):
    """What `client.jobs.query` accepts."""

    started_after: NotRequired[datetime.datetime | str | None]

    states: NotRequired[Sequence[StateParam] | None]
