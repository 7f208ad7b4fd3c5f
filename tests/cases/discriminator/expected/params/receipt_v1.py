"""Receipt V1."""

import datetime
from typing import NotRequired, TypedDict


class ReceiptV1Param(TypedDict):
    """Receipt V1."""

    version: int

    at: NotRequired[datetime.date | str]
