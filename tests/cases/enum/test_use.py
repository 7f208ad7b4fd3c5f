"""An enumeration is open in answers and closed in requests."""

from __future__ import annotations

import pytest

from cases.using import Case

TICKET = {
    "state": "in-progress",
    "priority": 2,
    "kind": "ticket",
    "weight": 0.5,
    "seen": True,
    "vote": False,
    "closedBy": None,
    "shelf": "2",
}


def test_values_are_those_of_the_document(case: Case) -> None:
    """Also where two of them differ only by punctuation, or one is listed twice."""
    ticket = case.client(TICKET).tickets.create(state="done", priority=1)

    assert "in-progress" == ticket.state
    assert ticket.closed_by is None
    assert TICKET == case.written(ticket)
    assert {"state": "done", "priority": 1} == case.sent


def test_a_value_of_tomorrow_is_kept(case: Case) -> None:
    """Even in strict validation, since servers add values."""
    ticket = {"state": "parked", "priority": 9}
    answer = case.client(ticket).tickets.create(state="open", priority=1)

    assert "parked" == answer.state
    assert ticket == case.written(answer)


@pytest.mark.parametrize("value", ["small", 1, True, None, [1, 2], {"from": 1}])
def test_values_of_several_types_stand_side_by_side(case: Case, value: object) -> None:
    """Scalars as literals, arrays and objects as what they are."""
    ticket = {"state": "open", "priority": 1, "scale": value}
    answer = case.client(ticket).tickets.create(**ticket)

    assert value == answer.scale
    assert ticket == case.written(answer)


@pytest.mark.parametrize("wrong", [{"state": 1}, {"kind": "bug"}, {"seen": False}])
def test_a_value_of_another_type_is_refused(case: Case, wrong: object) -> None:
    """So is another one where only one is listed: that is a constant."""
    ticket = {"state": "open", "priority": 1, **wrong}

    assert case.refuses(
        lambda client: client.tickets.create(state="open", priority=1), ticket
    )
