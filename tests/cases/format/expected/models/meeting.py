"""Meeting."""

from __future__ import annotations

from .._runtime.models import Model
from .._runtime.text_types import UUID, Decimal, datetime


class Meeting(Model):
    """Meeting."""

    id: UUID

    starts: datetime.datetime

    alarm: datetime.time | None = None

    average: float | None = None

    dates: list[datetime.date] | None = None

    day: datetime.date | None = None

    ended: datetime.datetime | None = None

    fee: Decimal | None = None

    host: str | None = None

    length: datetime.timedelta | None = None

    link: str | None = None

    room: str | None = None

    seats: int | None = None
