"""Owner."""

import datetime
from typing import NotRequired, TypedDict


class OwnerParam(TypedDict):
    """Owner."""

    name: NotRequired[str]

    since: NotRequired[datetime.date | str]
