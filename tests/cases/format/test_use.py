"""Text of a format is a value of its meaning, and goes back to the letter."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from uuid import UUID

import pytest

from cases.using import Case

ID = "123e4567-e89b-42d3-a456-426614174000"
MEETING = {
    "id": ID.upper(),
    "starts": "2026-01-31T12:00:00.000Z",
    "day": "2026-01-31",
    "alarm": "11:45:00Z",
    "length": "PT1H30M",
    "fee": "12.50",
    "link": "https://meet.example/a b",
    "host": "not an address",
    "room": "7b",
    "seats": 12,
    "average": 7.25,
    "ended": None,
    "dates": ["2026-01-31", "2026-02-28"],
}


def test_text_is_read_as_what_it_means(case: Case) -> None:
    """And is written as it came, in another spelling than ours, too."""
    meeting = case.client(MEETING).meetings.create(id=ID, starts="2026-01-31T12:00Z")

    assert UUID(ID) == meeting.id
    assert dt.datetime(2026, 1, 31, 12, tzinfo=dt.UTC) == meeting.starts
    assert dt.date(2026, 1, 31) == meeting.day
    assert dt.time(11, 45, tzinfo=dt.UTC) == meeting.alarm
    assert dt.timedelta(hours=1.5) == meeting.length
    assert Decimal("12.5") == meeting.fee
    assert dt.date(2026, 2, 28) == meeting.dates[1]
    assert MEETING == case.written(meeting)


def test_values_are_sent_as_text(case: Case) -> None:
    """Values and text may be mixed."""
    case.client(MEETING).meetings.create(
        id=UUID(ID),
        starts=dt.datetime(2026, 1, 31, 12, tzinfo=dt.UTC),
        length=dt.timedelta(minutes=90),
        fee=Decimal("12.50"),
        dates=[dt.date(2026, 1, 31), "2026-02-28"],
    )

    assert {
        "id": ID,
        "starts": "2026-01-31T12:00:00Z",
        "length": "PT5400S",
        "fee": "12.50",
        "dates": ["2026-01-31", "2026-02-28"],
    } == case.sent


@pytest.mark.parametrize("wrong", [{"day": "soon"}, {"day": "1"}, {"starts": 1}])
def test_text_of_no_meaning_is_kept(case: Case, wrong: dict[str, object]) -> None:
    """By default; strict validation refuses it."""
    answer = {**MEETING, **wrong}
    meeting = case.client(answer, validation="lenient").meetings.create(**MEETING)

    assert answer == case.written(meeting)
    assert case.refuses(lambda client: client.meetings.create(**MEETING), answer)
