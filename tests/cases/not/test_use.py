"""What a value may not be is said in words; nothing but `not: {}` changes a type."""

from __future__ import annotations

from cases.using import Case

BOOKING = {"seat": "13A", "class": "crew", "meal": None, "standing": True}


def test_answers_are_kept(case: Case) -> None:
    """Also those that the keyword refuses."""
    booking = case.client(BOOKING).bookings.create(seat="1A")

    assert "13A" == booking.seat
    assert BOOKING == case.written(booking)
    assert "gone" not in case.models.Booking.model_fields


def test_the_docstring_says_it(case: Case) -> None:
    """Briefly."""
    docs = case.docs("models/booking")

    assert "Anything but `13A`." in docs
    assert "Anything but `first` or `crew`." in docs
    assert "Without `seat` and `standing` together." in docs
