"""What `client.reports.create` accepts."""

from typing import NotRequired, TypedDict

from ..models.report import LongAnswer, ReportLong, ReportText, ShortAnswer
from .report import (
    LongAnswerParam,
    ProgressParam,
    ReportLongParam,
    ReportTextParam,
    ShortAnswerParam,
)


class ReportCreateParams(TypedDict):
    """What `client.reports.create` accepts."""

    body: ReportText | ReportTextParam

    choice: NotRequired[
        ShortAnswer | ShortAnswerParam | LongAnswer | LongAnswerParam | None
    ]

    long: NotRequired[ReportLong | ReportLongParam | None]

    state: NotRequired[ProgressParam | None]
