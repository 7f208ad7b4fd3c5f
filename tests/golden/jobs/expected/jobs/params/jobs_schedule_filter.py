"""Jobs schedule filter."""

from collections.abc import Sequence
from typing import NotRequired, TypedDict


class JobsScheduleFilterParam(TypedDict):
    """Jobs schedule filter."""

    command: str

    days: NotRequired[Sequence[int]]
