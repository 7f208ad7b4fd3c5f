"""What a value may not be is said in words, and checked in strict validation."""

from __future__ import annotations

import pytest

from cases.using import Case

BOOKING = {"seat": "13A", "class": "crew", "meal": None, "standing": True}


def test_answers_are_kept(case: Case) -> None:
    """By default also those that the keyword refuses; only `not: {}` changes a type."""
    client = case.client(BOOKING, validation="lenient")
    booking = client.bookings.create(seat="1A")

    assert "13A" == booking.seat
    assert BOOKING == case.written(booking)
    assert "gone" not in case.models.Booking.model_fields


@pytest.mark.parametrize(
    "wrong",
    [
        {"seat": "13A"},
        {"class": "crew"},
        {"meal": None},
        {"standing": True},
        {"gone": 1},
    ],
)
def test_strict_validation_refuses_it(case: Case, wrong: dict[str, object]) -> None:
    """A value, a null, a property beside another, or one that may never be."""
    answer = {"seat": "1A", **wrong}

    assert not case.refuses(
        lambda client: client.bookings.create(seat="1A"), {"seat": "1A", "meal": 1}
    )
    assert case.refuses(lambda client: client.bookings.create(seat="1A"), answer)


def test_the_docstring_says_it(case: Case) -> None:
    """Briefly."""
    docs = case.docs("models/booking")

    assert "Anything but `13A`." in docs
    assert "Anything but `first` or `crew`." in docs
    assert "Without `seat` and `standing` together." in docs
