"""What `client.meetings.create` accepts."""

import datetime
from collections.abc import Sequence
from decimal import Decimal
from typing import NotRequired, TypedDict
from uuid import UUID


class MeetingCreateParams(TypedDict):
    """What `client.meetings.create` accepts."""

    id: UUID | str

    starts: datetime.datetime | str

    alarm: NotRequired[datetime.time | str | None]

    average: NotRequired[float | None]

    dates: NotRequired[Sequence[datetime.date | str] | None]

    day: NotRequired[datetime.date | str | None]

    ended: NotRequired[datetime.datetime | str | None]

    fee: NotRequired[Decimal | str | None]

    host: NotRequired[str | None]

    length: NotRequired[datetime.timedelta | str | None]

    link: NotRequired[str | None]

    room: NotRequired[str | None]

    seats: NotRequired[int | None]
