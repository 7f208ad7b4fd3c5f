"""Job schedule filter."""

from collections.abc import Sequence
from typing import NotRequired, TypedDict


class JobScheduleFilterParam(TypedDict):
    """Job schedule filter."""

    command: str

    days: NotRequired[Sequence[int]]
